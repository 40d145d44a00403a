package dev.stepwise.judgement;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.inbound.ContentType;
import dev.stepwise.inbound.Part;
import dev.stepwise.mime.Addresses;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the text of a bounce tells where no report does. */
final class BounceText {
  private static final Pattern SMTP_REPLY =
      Pattern.compile(
          "(?<![\\d.])[45][0-5]\\d[ -](?:#?[45]\\.\\d\\.\\d|[A-Za-z<])|\\(#[45]\\.\\d\\.\\d\\)");
  private static final Pattern PERMANENT_REPLY =
      Pattern.compile("(?<![\\d.:/-])5[0-5]\\d[ -](?=[^\\r\\n]{4})");
  private static final Pattern OTHER_REPLY = Pattern.compile("(?m)^\\W{0,8}[24]\\d\\d[ -]");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,8}");

  /** Characters of what a host says when it refuses a mail. */
  private static final int REFUSAL = 500;

  private BounceText() {}

  /** Two signs at least must say that it is one, for humans write of bounces and forward them. */
  static boolean isOne(Notice notice) {
    if (notice.mail().headers().has("X-Failed-Recipients") || isReport(notice.mail().type())) {
      return notice.isFromMachine();
    }
    boolean hasReason = notice.says("text") || SMTP_REPLY.matcher(notice.text()).find();
    boolean hasSubject = notice.subjectSays("subject");
    if (notice.isFromMailSystem()) {
      return hasSubject || hasReason;
    }
    if (notice.isFromMachine()) {
      return hasSubject && hasReason || notice.opensAsBounce();
    }
    return hasSubject && hasReason && hasOriginal(notice);
  }

  private static boolean isReport(ContentType type) {
    return type.is("multipart/report")
        && type.parameter("report-type").orElse("").equalsIgnoreCase("delivery-status");
  }

  private static boolean hasOriginal(Notice notice) {
    return notice.mail().parts().stream().anyMatch(Part.Enclosed.class::isInstance);
  }

  /** What the other host said, where the text quotes it; what stands around it may mislead. */
  static String refusal(String text) {
    Matcher reply = PERMANENT_REPLY.matcher(text);
    if (!reply.find()) {
      return text;
    }
    int end = Math.min(text.length(), reply.start() + REFUSAL);
    Matcher next = OTHER_REPLY.matcher(text).region(reply.end(), end);
    return text.substring(reply.start(), next.find() ? next.start() : end);
  }

  /** Who is named outside of a report: in a header, by the original, or in the text. */
  static List<EmailAddress> named(Notice notice, Original original) {
    List<EmailAddress> failed = Addresses.of(notice.mail().headers().all("X-Failed-Recipients"));
    if (!failed.isEmpty()) {
      return failed;
    }
    return original.recipients().isEmpty() ? inText(notice) : original.recipients();
  }

  private static List<EmailAddress> inText(Notice notice) {
    List<String> header =
        Stream.of("To", "From")
            .flatMap(name -> notice.mail().headers().all(name).stream())
            .toList();
    Set<EmailAddress> correspondents = Set.copyOf(Addresses.of(header));
    return ADDRESS
        .matcher(notice.text())
        .results()
        .limit(20)
        .flatMap(found -> Addresses.of(found.group()).stream())
        .filter(address -> !correspondents.contains(address))
        .distinct()
        .toList();
  }
}
