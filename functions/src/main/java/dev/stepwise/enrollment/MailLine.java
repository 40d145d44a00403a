package dev.stepwise.enrollment;

/**
 * How a report is told on a timeline: the entry's type, the word that parts reports of one type
 * (bounces that are hard and soft), and what else there is to say, in one bounded line.
 */
record MailLine(Entry.Type type, String word, String rest) {
  private static final int LONGEST = 200;

  static MailLine of(MailReport report) {
    return switch (report.news()) {
      case MailReport.News.Sent _ -> new MailLine(Entry.Type.OUTCOME_TOLD, "sent", "");
      case MailReport.News.Delivered _ -> new MailLine(Entry.Type.DELIVERED, "", "");
      case MailReport.News.Delayed(String detail) ->
          new MailLine(Entry.Type.DELIVERY_DELAYED, "", plain(detail));
      case MailReport.News.Bounced(boolean hard, String detail) ->
          new MailLine(Entry.Type.BOUNCED, hard ? "hard" : "soft", plain(detail));
      case MailReport.News.Complained(String detail) ->
          new MailLine(Entry.Type.COMPLAINED, "", plain(detail));
      case MailReport.News.OptedOut(String detail) ->
          new MailLine(Entry.Type.OPTED_OUT, "", plain(detail));
      case MailReport.News.Rejected(String reason) ->
          new MailLine(Entry.Type.REJECTED, "", plain(reason));
      case MailReport.News.Opened _ -> new MailLine(Entry.Type.OPENED, "", "");
      case MailReport.News.Clicked _ -> new MailLine(Entry.Type.CLICKED, "", "");
    };
  }

  /** What is said, without the mail that it is said of. */
  String text() {
    return (word + " " + rest).strip();
  }

  /** True when that entry tells this. */
  boolean isToldBy(Entry entry) {
    return entry.type() == type && entry.detail().startsWith(word);
  }

  /** Others wrote it: no brackets, for they mark mails; no line breaks; not too long. */
  private static String plain(String said) {
    String line = said.replaceAll("[<>\\p{Cntrl}\\s]+", " ").strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST).strip() : line;
  }
}
