package dev.stepwise.usecase;

import dev.stepwise.enrollment.By;
import dev.stepwise.enrollment.MailReport;
import dev.stepwise.enrollment.MailReport.Mail;
import dev.stepwise.enrollment.MailReport.News;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What SES may tell of a mail. */
final class MailExamples {
  static final News HARD = new News.Bounced(true, "5.1.1 General");
  static final News SOFT = new News.Bounced(false, "4.2.2 MailboxFull");
  static final News COMPLAINT = new News.Complained("abuse");
  static final News REJECT = new News.Rejected("Bad content");
  static final News SENT = new News.Sent();
  static final News DELIVERED = new News.Delivered();

  private MailExamples() {}

  /** All there is, by a short name. */
  static Map<String, News> all() {
    Map<String, News> all = new LinkedHashMap<>();
    all.put("sent", SENT);
    all.put("delivered", DELIVERED);
    all.put("delayed", new News.Delayed("4.4.1 General"));
    all.put("hard", HARD);
    all.put("soft", SOFT);
    all.put("complaint", COMPLAINT);
    all.put("reject", REJECT);
    all.put("opt-out", new News.OptedOut("SES subscription page"));
    all.put("opened", new News.Opened());
    all.put("clicked", new News.Clicked());
    return all;
  }

  static News named(String name) {
    return Objects.requireNonNull(all().get(name), name);
  }

  /** SES tells this of the mail of that step and attempt. */
  static MailReport report(World world, int step, int attempt, String mail, News news) {
    return new MailReport(new Mail(step, attempt, mail), news, ses(world));
  }

  static By ses(World world) {
    return new By(MailReport.SES, world.now);
  }
}
