package dev.stepwise.simulation;

import dev.stepwise.enrollment.EnrollmentId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A queue as SQS is one: what was not worked comes again, and sometimes twice, late or never. */
final class Post {
  private static final Duration AT_ONCE = Duration.ofMillis(5);
  private static final Duration SOON = Duration.ofMillis(800);
  private static final Duration LATE = Duration.ofMinutes(4);

  private final Cast cast;
  private final Agenda agenda;
  private final Incidents incidents;
  private final Watch watch;
  private long worked;

  Post(Cast cast, Agenda agenda, Incidents incidents, Watch watch) {
    this.cast = cast;
    this.agenda = agenda;
    this.incidents = incidents;
    this.watch = watch;
  }

  /** What a message has done; true when it is to come again. */
  interface Work {
    boolean comesAgain(Actor actor, int receives);
  }

  /** A message: what it is called, whom it concerns, when it comes again, how often at most. */
  record Message(
      String name, @Nullable EnrollmentId concerns, Duration visibility, int most, Work work) {}

  /** Puts it on the queue, to be seen from that instant on. */
  void put(Message message, Instant at) {
    Message named =
        new Message(
            cast.unique(message.name()),
            message.concerns(),
            message.visibility(),
            message.most(),
            message.work());
    Chance chance = cast.chance("post " + named.name());
    // Only a wake may be lost: the sweep is its second net. A mail that came is SES's to keep.
    boolean wake = named.name().startsWith("fire");
    if (wake && chance.permille(15) && incidents.happens("message lost", named.name())) {
      watch.disturbed(named.concerns());
      return;
    }
    Instant seen = at.plus(chance.between(AT_ONCE, SOON));
    if (chance.permille(20) && incidents.happens("message twice", named.name())) {
      Instant second = at.plus(chance.between(AT_ONCE, chance.oneIn(2) ? SOON : LATE));
      agenda.at(second, () -> receive(named, 1, " (copy)"));
    }
    if (chance.permille(15) && incidents.happens("message late", named.name())) {
      watch.disturbed(named.concerns());
      seen = at.plus(chance.between(SOON, LATE));
      agenda.at(seen, () -> watch.disturbed(named.concerns()));
    }
    agenda.at(seen, () -> receive(named, 1, ""));
  }

  private void receive(Message message, int receives, String copy) {
    worked++;
    Instant began = agenda.now();
    cast.begin(
        new Cast.Role(
            message.name() + copy + " #" + receives, message.concerns(), Duration.ofMinutes(1)),
        actor -> !message.work().comesAgain(actor, receives),
        done -> {
          if (!done && receives < message.most()) {
            watch.disturbed(message.concerns());
            agenda.at(began.plus(message.visibility()), () -> receive(message, receives + 1, copy));
          }
        });
  }

  /** How many messages were worked. */
  long worked() {
    return worked;
  }
}
