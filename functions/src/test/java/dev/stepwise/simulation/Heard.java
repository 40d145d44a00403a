package dev.stepwise.simulation;

import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.matching.Incoming;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * HEARD: a mail that came holds its enrollments before anything else, no claim is taken while it is
 * read, and it is done only when its effects are had and the rep has it.
 */
final class Heard implements Promise {
  private static final String NAME = "HEARD";

  private final Watch watch;
  private final Map<String, EnrollmentId> came = new LinkedHashMap<>();
  private final Map<String, Said> said = new HashMap<>();
  private final Map<String, List<EnrollmentId>> held = new HashMap<>();
  private final Set<String> forwarded = new HashSet<>();
  private final Set<String> done = new HashSet<>();

  Heard(Watch watch) {
    this.watch = watch;
  }

  /** SES has stored a mail that answers this enrollment. */
  void came(Replies.Reply reply, EnrollmentId answered) {
    came.put(reply.receipt().id(), answered);
    said.put(reply.receipt().id(), reply.said());
  }

  /** SES has accepted the copy for the rep. */
  void forwarded(String mail) {
    forwarded.add(mail);
  }

  /** The mail was kept, or marked as done. */
  void seen(String method, Incoming mail, @Nullable Object answer) {
    if (method.equals("keep")) {
      held.merge(mail.id(), mail.enrollments(), (_, all) -> all);
    } else if (method.equals("done")) {
      done(mail);
    }
  }

  private void done(Incoming mail) {
    done.add(mail.id());
    for (EnrollmentId id : mail.enrollments()) {
      if (!forwarded.contains(mail.id())) {
        throw new Breach(NAME, id, "mail " + mail.id() + " is done and the rep has not got it");
      }
      if (!held.containsKey(mail.id())) {
        throw new Breach(NAME, id, "mail " + mail.id() + " is done and never held anything");
      }
      Enrollment e = watch.stored(id).orElseThrow();
      if (e.holds().reading().contains(mail.id())) {
        throw new Breach(NAME, id, "mail " + mail.id() + " is done and not judged");
      }
      Said what = Objects.requireNonNull(said.get(mail.id()));
      if (!what.isHad(e)) {
        throw new Breach(NAME, id, "mail " + mail.id() + " is done without its effect: " + what);
      }
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Object remembered() {
    return List.of(came, held, forwarded, done);
  }

  @Override
  public void changed(@Nullable Enrollment before, Enrollment after) {
    if (before != null && before.claim() == null && after.claim() != null && before.isReading()) {
      throw new Breach(NAME, after.id(), "a claim was taken while a mail was read");
    }
    if (before != null) {
      judged(before, after);
    }
  }

  /** What no person said ends nothing. */
  private void judged(Enrollment before, Enrollment after) {
    for (String mail : before.holds().reading()) {
      Said what = said.get(mail);
      if (what != null
          && !what.ends()
          && !after.holds().reading().contains(mail)
          && after.state().ended()
          && !before.state().ended()) {
        throw new Breach(NAME, after.id(), "it was ended by " + what);
      }
    }
  }

  @Override
  public void quiet() {
    came.forEach((mail, id) -> {
      if (!done.contains(mail)) {
        throw new Breach(NAME, id, "mail " + mail + " came and was never done");
      }
    });
  }
}
