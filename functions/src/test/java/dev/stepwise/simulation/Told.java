package dev.stepwise.simulation;

import dev.stepwise.enrollment.Claim;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** TOLD: the timeline grows at its end only, in order, with every change and every mail. */
final class Told implements Promise {
  private static final String NAME = "TOLD";

  private final Watch watch;

  Told(Watch watch) {
    this.watch = watch;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void changed(@Nullable Enrollment before, Enrollment after) {
    List<Entry> told = after.timeline();
    int old = before == null ? 0 : before.timeline().size();
    if (before != null
        && (told.size() < old || !told.get(old - 1).equals(before.timeline().getLast()))) {
      throw new Breach(NAME, after.id(), "what was told is told otherwise");
    }
    if (before != null && told.size() == old && isOtherKind(before, after)) {
      throw new Breach(NAME, after.id(), "it is " + after.state().wire() + " and nothing tells so");
    }
    for (int i = Math.max(1, old); i < told.size(); i++) {
      if (told.get(i).at().isBefore(told.get(i - 1).at())) {
        throw new Breach(NAME, after.id(), "the timeline goes back at entry " + i);
      }
    }
    told.subList(old, told.size()).forEach(entry -> sent(before, after, entry));
    noted(before, after);
  }

  private static boolean isOtherKind(Enrollment before, Enrollment after) {
    return !before.state().getClass().equals(after.state().getClass())
        || !before.step().equals(after.step());
  }

  /** What is told as sent was accepted, by the claim that it settles. */
  private void sent(@Nullable Enrollment before, Enrollment after, Entry entry) {
    Claim claim = before == null ? null : before.claim();
    if (entry.type() == Entry.Type.SENT && (claim == null || !isOf(claim, entry.detail(), after))) {
      throw new Breach(NAME, after.id(), "told as sent by another claim: " + entry.detail());
    }
  }

  /** What is noted on a claim is the mail of that claim. */
  private void noted(@Nullable Enrollment before, Enrollment after) {
    Claim claim = after.claim();
    String id = claim == null ? null : claim.messageId();
    boolean news = before == null || before.claim() == null || before.claim().messageId() == null;
    if (claim != null && id != null && news && !isOf(claim, id, after)) {
      throw new Breach(NAME, after.id(), "the claim notes a mail of another attempt: " + id);
    }
  }

  private boolean isOf(Claim claim, String id, Enrollment e) {
    return watch.accepted().stream()
        .anyMatch(mail ->
            mail.id().equals(id)
                && mail.enrollment().equals(e.id())
                && mail.step() == claim.step()
                && mail.attempt() == claim.attempt());
  }

  @Override
  public void quiet() {
    for (Accepted mail : watch.accepted()) {
      Enrollment e = watch.stored(mail.enrollment()).orElseThrow();
      boolean told =
          e.timeline().stream()
              .anyMatch(entry ->
                  entry.detail().contains(mail.id())
                      || (entry.type() == Entry.Type.OUTCOME_UNKNOWN
                          && entry.step() == mail.step()));
      if (!told) {
        throw new Breach(NAME, e.id(), "the mail of step " + mail.step() + " is told nowhere");
      }
    }
  }
}
