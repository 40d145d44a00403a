package dev.stepwise.judgement;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.inbound.Mail;
import dev.stepwise.inbound.Part;
import dev.stepwise.judgement.DeliveryReport.Recipient;
import dev.stepwise.judgement.Judgement.Bounce;
import dev.stepwise.judgement.Judgement.Bounce.Kind;
import dev.stepwise.judgement.Judgement.Delivered;
import dev.stepwise.mime.Addresses;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reports that a mail was not, not yet, or indeed delivered: delivery status notifications (RFC
 * 3464), and the texts of the many mail systems that write none.
 */
public final class Bounces {
  private static final Set<String> SUCCESS =
      Set.of("delivered", "relayed", "expanded", "deliverable");
  private static final Pattern SMTP_REPLY =
      Pattern.compile(
          "(?<![\\d.])[45][0-5]\\d[ -](?:#?[45]\\.\\d\\.\\d|[A-Za-z<])|\\(#[45]\\.\\d\\.\\d\\)");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,8}");

  private Bounces() {}

  /** The bounce, or the notice of delivery, that a mail is. */
  public static Optional<Judgement> find(Mail mail) {
    Notice notice = Notice.of(mail);
    return SesNotices.bounce(mail)
        .or(() -> report(notice))
        .or(() -> isBounce(notice) ? Optional.of(byText(notice)) : Optional.empty());
  }

  private static Optional<Judgement> report(Notice notice) {
    return DeliveryReport.in(notice.mail())
        .filter(_ -> notice.mail().type().is("multipart/report") || notice.isFromMachine())
        .map(report -> byReport(report, notice));
  }

  private static Judgement byReport(DeliveryReport report, Notice notice) {
    List<Recipient> failed =
        report.recipients().stream().filter(recipient -> !isSuccess(recipient)).toList();
    if (failed.isEmpty()) {
      return new Delivered("Action: " + report.recipients().getFirst().action());
    }
    if (failed.stream().allMatch(recipient -> isDelayed(recipient, notice))) {
      Diagnosis why = Diagnosis.of(failed.getFirst().status(), failed.getFirst().diagnostic(), "");
      return bounce(Kind.DELAY, why, addresses(failed), notice);
    }
    Diagnosis worst =
        failed.stream()
            .map(recipient -> diagnosis(recipient, notice))
            .min(Comparator.comparing(Diagnosis::kind))
            .orElseThrow();
    List<Recipient> alike =
        failed.stream()
            .filter(recipient -> diagnosis(recipient, notice).kind() == worst.kind())
            .toList();
    return bounce(worst.kind(), worst, addresses(alike), notice);
  }

  private static boolean isSuccess(Recipient recipient) {
    return SUCCESS.contains(recipient.action())
        || recipient.action().isEmpty() && recipient.status().startsWith("2");
  }

  private static boolean isDelayed(Recipient recipient, Notice notice) {
    return recipient.action().equals("delayed")
        || recipient.action().isEmpty() && (notice.says("delay") || notice.subjectSays("delay"));
  }

  private static Diagnosis diagnosis(Recipient recipient, Notice notice) {
    return Diagnosis.of(recipient.status(), recipient.diagnostic(), notice.text());
  }

  private static List<EmailAddress> addresses(List<Recipient> recipients) {
    return recipients.stream().flatMap(each -> each.addresses().stream()).distinct().toList();
  }

  /** A mail without a report must look like a bounce in two ways, for humans forward bounces. */
  private static boolean isBounce(Notice notice) {
    boolean hasReason = notice.says("text") || SMTP_REPLY.matcher(notice.text()).find();
    boolean isSubject = notice.subjectSays("subject");
    boolean isReport =
        notice.mail().type().is("multipart/report")
            && notice
                .mail()
                .type()
                .parameter("report-type")
                .orElse("")
                .equalsIgnoreCase("delivery-status");
    if (notice.mail().headers().has("X-Failed-Recipients") || isReport) {
      return notice.isFromMachine();
    }
    if (notice.isFromMailSystem()) {
      return isSubject || hasReason;
    }
    boolean hasOriginal = notice.mail().parts().stream().anyMatch(Part.Enclosed.class::isInstance);
    return isSubject && hasReason && (notice.isFromMachine() || hasOriginal);
  }

  private static Judgement byText(Notice notice) {
    Diagnosis why = Diagnosis.of("", notice.text(), notice.subject());
    boolean isDelay = notice.says("delay") || notice.subjectSays("delay");
    return bounce(isDelay ? Kind.DELAY : why.kind(), why, List.of(), notice);
  }

  private static Judgement bounce(
      Kind kind, Diagnosis why, List<EmailAddress> recipients, Notice notice) {
    Original original = Original.in(notice.mail());
    return new Bounce(
        kind,
        why.code().map(StatusCode::value).orElse(null),
        original.messageIds(),
        recipients.isEmpty() ? named(notice, original) : recipients,
        why.code().map(code -> code.value() + " ").orElse("") + why.reason());
  }

  /** Who is named outside of a report: in a header, in the text, or by the original. */
  private static List<EmailAddress> named(Notice notice, Original original) {
    Set<EmailAddress> ours =
        Set.copyOf(
            Addresses.of(
                Stream.of("To", "From")
                    .flatMap(name -> notice.mail().headers().all(name).stream())
                    .toList()));
    Stream<EmailAddress> told =
        ADDRESS
            .matcher(notice.text())
            .results()
            .limit(20)
            .flatMap(found -> Addresses.of(found.group()).stream());
    List<EmailAddress> header = Addresses.of(notice.mail().headers().all("X-Failed-Recipients"));
    List<EmailAddress> text = told.filter(address -> !ours.contains(address)).distinct().toList();
    return !header.isEmpty()
        ? header
        : !original.recipients().isEmpty() ? original.recipients() : text;
  }
}
