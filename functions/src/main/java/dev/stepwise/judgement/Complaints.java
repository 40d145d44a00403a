package dev.stepwise.judgement;

import dev.stepwise.inbound.Headers;
import dev.stepwise.inbound.Mail;
import dev.stepwise.inbound.Part;
import dev.stepwise.judgement.Judgement.AutoReply;
import dev.stepwise.judgement.Judgement.Complaint;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reports that a recipient does not want our mail: feedback reports (RFC 5965), Hotmail's own form
 * of them, and SES's notifications.
 */
public final class Complaints {
  /**
   * Types that are about mail, but not about somebody who does not want it (RFC 6591, RFC 5965).
   */
  private static final Set<String> NO_COMPLAINT =
      Set.of("auth-failure", "not-spam", "dmarc", "dkim", "tls-report", "auth_failure");

  private static final Pattern REPORT =
      Pattern.compile("(?mi)^Feedback-Type[ \t]{0,9}:[ \t]{0,9}([a-z_-]{1,40})[ \t]*$");
  private static final Pattern AGENT = Pattern.compile("(?mi)^(?:User-Agent|Version)[ \t]{0,9}:");

  private Complaints() {}

  /** The complaint that a mail is; other feedback, such as on DMARC, is an automatic reply. */
  public static Optional<Judgement> find(Mail mail) {
    return SesNotices.complaint(mail)
        .or(() -> feedback(mail).map(type -> byType(type, mail)))
        .or(() ->
            isHotmails(mail) ? Optional.of(complaint(mail, "Hotmail's form")) : Optional.empty());
  }

  private static Judgement byType(String type, Mail mail) {
    return NO_COMPLAINT.contains(type)
        ? new AutoReply("Feedback-Type: " + type)
        : complaint(mail, "Feedback-Type: " + type);
  }

  private static Judgement complaint(Mail mail, String evidence) {
    Original original = Original.in(mail);
    return new Complaint(original.messageIds(), original.recipients(), evidence);
  }

  /** The type of feedback, lower case, in a part of its own or in the text of one that has none. */
  private static Optional<String> feedback(Mail mail) {
    Optional<String> part =
        mail.parts().stream()
            .filter(Part.Text.class::isInstance)
            .map(Part.Text.class::cast)
            .filter(text -> text.type().is("message/feedback-report"))
            .map(Complaints::type)
            .findFirst();
    return part.or(() -> mail.texts("text/plain").flatMap(text -> within(text.text())).findFirst());
  }

  /** A report without a type is as good as one of type other. */
  private static String type(Part.Text report) {
    return FieldBlocks.of(report.text()).stream()
        .flatMap(block -> block.all("Feedback-Type").stream())
        .map(type -> type.toLowerCase(Locale.ROOT).strip())
        .findFirst()
        .orElse("other");
  }

  private static Stream<String> within(String text) {
    Matcher type = REPORT.matcher(text);
    return type.find() && AGENT.matcher(text).find()
        ? Stream.of(type.group(1).toLowerCase(Locale.ROOT))
        : Stream.empty();
  }

  /** The Junk Mail Reporting Program's: the mail itself, enclosed or as it was, with a mark. */
  private static boolean isHotmails(Mail mail) {
    return isMarked(mail.headers())
        || mail.parts().stream()
            .anyMatch(part -> part instanceof Part.Enclosed in && isMarked(in.mail().headers()));
  }

  private static boolean isMarked(Headers headers) {
    return headers.has("X-HmXmrOriginalRecipient");
  }
}
