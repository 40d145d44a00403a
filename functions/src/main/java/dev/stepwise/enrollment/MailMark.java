package dev.stepwise.enrollment;

import java.util.List;
import java.util.Optional;

/**
 * Which mail an entry tells of. The step alone names the first mail that was sent for it; any other
 * (of a claim that was given up, of a step that was tried again) is named by its id.
 */
record MailMark(int step, String id) {
  static MailMark of(Enrollment e, MailReport.Mail mail) {
    Optional<Integer> own = ownStep(e, mail.id());
    int tagged = mail.step() > 0 ? mail.step() : e.step().orElse(0);
    return own.map(step -> new MailMark(step, "")).orElse(new MailMark(tagged, mail.id()));
  }

  /** True when the step alone says which mail is meant. */
  boolean isOwn() {
    return id.isEmpty();
  }

  /** The text with the mail behind it, in brackets, where the step does not name it. */
  String after(String text) {
    return isOwn() ? text : (text + " <" + id + ">").strip();
  }

  /** True when that entry tells of this mail. */
  boolean marks(Entry entry) {
    String detail = entry.detail();
    return isOwn()
        ? entry.step() == step && !detail.endsWith(">")
        : detail.endsWith("<" + id + ">");
  }

  private static Optional<Integer> ownStep(Enrollment e, String id) {
    List<Entry> sent =
        e.timeline().stream().filter(entry -> entry.type() == Entry.Type.SENT).toList();
    Claim claim = e.claim();
    return sent.stream()
        .filter(entry -> entry.detail().equals(id))
        .map(Entry::step)
        .findFirst()
        .or(() -> Optional.ofNullable(claim).filter(c -> id.equals(c.messageId())).map(Claim::step))
        .filter(step -> firstOf(step, sent).orElse(id).equals(id));
  }

  private static Optional<String> firstOf(int step, List<Entry> sent) {
    return sent.stream().filter(entry -> entry.step() == step).map(Entry::detail).findFirst();
  }
}
