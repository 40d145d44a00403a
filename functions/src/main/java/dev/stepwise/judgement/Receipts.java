package dev.stepwise.judgement;

import dev.stepwise.inbound.Mail;
import dev.stepwise.inbound.Part;
import dev.stepwise.judgement.Judgement.ReadReceipt;
import java.util.Optional;

/** Read receipts: disposition notifications (RFC 8098), and texts that say the same. */
public final class Receipts {
  private static final PhraseFile SIGNS = PhraseFile.load("read-receipts.txt");

  /** Longer texts are somebody's words, in characters. */
  private static final int SHORT = 1_500;

  private Receipts() {}

  /** The read receipt that a mail is, whatever it says was done with our mail. */
  public static Optional<Judgement> find(Mail mail) {
    return notification(mail)
        .or(() -> isByText(mail) ? Optional.of(byText(mail)) : Optional.empty());
  }

  private static Optional<Judgement> notification(Mail mail) {
    Optional<String> disposition =
        mail.part("message/disposition-notification")
            .or(() -> mail.part("message/global-disposition-notification"))
            .filter(Part.Text.class::isInstance)
            .map(part -> disposition(((Part.Text) part).text()));
    boolean isReport =
        mail.type()
            .parameter("report-type")
            .orElse("")
            .equalsIgnoreCase("disposition-notification");
    return disposition
        .or(() -> isReport ? Optional.of("without a disposition") : Optional.empty())
        .map(said -> new ReadReceipt("Disposition: " + said));
  }

  private static String disposition(String report) {
    return FieldBlocks.of(report).stream()
        .flatMap(block -> block.all("Disposition").stream())
        .findFirst()
        .orElse("not said");
  }

  /** Subject and text must both say so, and the text must say little else. */
  private static boolean isByText(Mail mail) {
    Notice notice = Notice.of(mail);
    return notice.plain().length() <= SHORT
        && SIGNS.has(notice.subject(), "subject")
        && SIGNS.has(notice.plain(), "text");
  }

  private static Judgement byText(Mail mail) {
    return new ReadReceipt("Subject: " + mail.subject());
  }
}
