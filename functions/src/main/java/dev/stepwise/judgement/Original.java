package dev.stepwise.judgement;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.inbound.Headers;
import dev.stepwise.inbound.Mail;
import dev.stepwise.inbound.Part;
import dev.stepwise.mime.Addresses;
import dev.stepwise.mime.MessageIds;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The mail that a report is about, as far as the report carries it: enclosed, as its header fields,
 * or copied into the text.
 */
record Original(List<String> messageIds, List<EmailAddress> recipients) {
  private static final int MOST = 20;
  private static final Pattern ID_LINE =
      Pattern.compile("(?mi)^[> \t]{0,20}Message-ID[ \t]{0,9}:[ \t\r\n]{0,9}(\\S{1,998})");
  private static final Pattern TO_LINE =
      Pattern.compile("(?mi)^[> \t]{0,20}To[ \t]{0,9}:([^\r\n]{1,998})");
  private static final List<String> REPORTED_IDS =
      List.of("Original-Message-ID", "X-Original-Message-ID", "Message-ID");
  private static final List<String> REPORTED_RECIPIENTS =
      List.of(
          "Original-Rcpt-To", "Removal-Recipient", "Redacted-Address", "X-HmXmrOriginalRecipient");

  static Original in(Mail mail) {
    return new Original(
        Stream.concat(ids(mail), mail.headers().all("In-Reply-To").stream())
            .flatMap(value -> MessageIds.of(value).stream())
            .distinct()
            .limit(MOST)
            .toList(),
        recipients(mail).distinct().limit(MOST).toList());
  }

  private static Stream<String> ids(Mail mail) {
    return mail.parts().stream()
        .flatMap(part ->
            switch (part) {
              case Part.Enclosed enclosed -> enclosed.mail().headers().all("Message-ID").stream();
              case Part.Text text -> isHtml(text) ? Stream.empty() : idsWithin(text);
              case Part.Data _ -> Stream.empty();
            });
  }

  private static Stream<String> idsWithin(Part.Text text) {
    Stream<String> reported =
        text.type().isOf("message")
            ? FieldBlocks.of(text.text()).stream().flatMap(block -> all(block, REPORTED_IDS))
            : Stream.empty();
    Stream<String> copied =
        ID_LINE.matcher(text.text()).results().limit(MOST).map(found -> found.group(1));
    return Stream.concat(reported, copied);
  }

  private static Stream<EmailAddress> recipients(Mail mail) {
    return mail.parts().stream()
        .flatMap(part ->
            switch (part) {
              case Part.Enclosed enclosed -> addressed(enclosed.mail().headers());
              case Part.Text text -> isHtml(text) ? Stream.empty() : recipientsWithin(text);
              case Part.Data _ -> Stream.empty();
            });
  }

  private static Stream<EmailAddress> addressed(Headers headers) {
    return Stream.concat(all(headers, REPORTED_RECIPIENTS), headers.all("To").stream())
        .flatMap(value -> Addresses.of(value).stream());
  }

  private static Stream<EmailAddress> recipientsWithin(Part.Text text) {
    Stream<EmailAddress> reported =
        text.type().isOf("message")
            ? FieldBlocks.of(text.text()).stream()
                .flatMap(block -> all(block, REPORTED_RECIPIENTS))
                .flatMap(value -> Addresses.of(value.substring(value.indexOf(';') + 1)).stream())
            : Stream.empty();
    Stream<String> copied =
        TO_LINE
            .matcher(text.text())
            .results()
            .limit(MOST)
            .map((MatchResult found) -> found.group(1));
    return Stream.concat(reported, copied.flatMap(value -> Addresses.of(value).stream()));
  }

  private static Stream<String> all(Headers fields, List<String> names) {
    return names.stream().flatMap(name -> fields.all(name).stream());
  }

  private static boolean isHtml(Part.Text text) {
    return text.type().is("text/html");
  }
}
