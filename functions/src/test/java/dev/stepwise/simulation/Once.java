package dev.stepwise.simulation;

import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.Entry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * ONCE: each claim's mail is accepted at most once, and each step's too, but for the person's "send
 * it", the person's retry of what SES took and then rejected, and the setting's "resend": the
 * timeline tells of each.
 */
final class Once implements Promise {
  private static final String NAME = "ONCE";

  private final Set<String> attempts = new HashSet<>();
  private final Map<String, Integer> steps = new HashMap<>();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Object remembered() {
    return List.of(attempts, steps);
  }

  @Override
  public void changed(@Nullable Enrollment before, Enrollment after) {
    if (before != null
        && before.claim() != null
        && after.claim() != null
        && !after.holds(before.claim())) {
      throw new Breach(NAME, after.id(), "an open claim was taken over");
    }
  }

  @Override
  public void accepted(Accepted mail, Enrollment stored) {
    String step = stored.id() + " " + mail.step();
    if (!attempts.add(step + " " + mail.attempt())) {
      throw new Breach(NAME, stored.id(), "attempt " + mail.attempt() + " was accepted twice");
    }
    int count = steps.merge(step, 1, Integer::sum);
    if (count > 1 + decisions(stored, mail.step())) {
      throw new Breach(NAME, stored.id(), "step " + mail.step() + " was accepted twice");
    }
    if (!stored.awaits(mail.step(), mail.attempt())) {
      throw new Breach(NAME, stored.id(), "a mail left without its claim");
    }
  }

  private static long decisions(Enrollment e, int step) {
    long told = e.timeline().stream().filter(entry -> isDecision(entry, step)).count();
    return told + Math.min(count(e, Entry.Type.REJECTED, step), count(e, Entry.Type.RETRIED, step));
  }

  private static long count(Enrollment e, Entry.Type type, int step) {
    return e.timeline().stream()
        .filter(entry -> entry.type() == type && entry.step() == step)
        .count();
  }

  private static boolean isDecision(Entry entry, int step) {
    return entry.step() == step
        && ((entry.type() == Entry.Type.OUTCOME_TOLD && entry.detail().equals("send"))
            || (entry.type() == Entry.Type.OUTCOME_UNKNOWN && entry.detail().equals("resend")));
  }
}
