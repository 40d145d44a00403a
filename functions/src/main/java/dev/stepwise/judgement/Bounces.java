package dev.stepwise.judgement;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.inbound.Mail;
import dev.stepwise.judgement.DeliveryReport.Recipient;
import dev.stepwise.judgement.Judgement.Bounce;
import dev.stepwise.judgement.Judgement.Bounce.Kind;
import dev.stepwise.judgement.Judgement.Delivered;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Reports that a mail was not, not yet, or indeed delivered: delivery status notifications (RFC
 * 3464), and the texts of the many mail systems that write none.
 */
public final class Bounces {
  private static final Set<String> SUCCESS =
      Set.of("delivered", "relayed", "expanded", "deliverable");

  private Bounces() {}

  /** The bounce, or the notice of delivery, that a mail is. */
  public static Optional<Judgement> find(Mail mail) {
    Notice notice = Notice.of(mail);
    return SesNotices.bounce(mail)
        .or(() -> report(notice))
        .or(() -> BounceText.isOne(notice) ? Optional.of(byText(notice)) : Optional.empty());
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
    List<Diagnosis> whys = failed.stream().map(recipient -> diagnosis(recipient, notice)).toList();
    Diagnosis worst = Collections.min(whys, Comparator.comparing(Diagnosis::kind));
    List<Recipient> alike =
        IntStream.range(0, failed.size())
            .filter(i -> whys.get(i).kind() == worst.kind())
            .mapToObj(failed::get)
            .toList();
    return bounce(worst.kind(), worst, addresses(alike), notice);
  }

  private static boolean isSuccess(Recipient recipient) {
    return SUCCESS.contains(recipient.action())
        || recipient.action().isEmpty() && recipient.status().startsWith("2");
  }

  private static boolean isDelayed(Recipient recipient, Notice notice) {
    return recipient.action().equals("delayed") || recipient.action().isEmpty() && notice.isDelay();
  }

  private static Diagnosis diagnosis(Recipient recipient, Notice notice) {
    return Diagnosis.of(recipient.status(), recipient.diagnostic(), notice.text());
  }

  private static List<EmailAddress> addresses(List<Recipient> recipients) {
    return recipients.stream().flatMap(each -> each.addresses().stream()).distinct().toList();
  }

  private static Judgement byText(Notice notice) {
    Diagnosis why = Diagnosis.of("", BounceText.refusal(notice.text()), notice.text());
    return bounce(notice.isDelay() ? Kind.DELAY : why.kind(), why, List.of(), notice);
  }

  private static Judgement bounce(
      Kind kind, Diagnosis why, List<EmailAddress> recipients, Notice notice) {
    Original original = Original.in(notice.mail());
    String code = why.code().map(StatusCode::value).orElse(null);
    return new Bounce(
        kind,
        code,
        original.messageIds(),
        recipients.isEmpty() ? BounceText.named(notice, original) : recipients,
        code == null ? why.reason() : code + " " + why.reason());
  }
}
