package dev.stepwise.simulation;

import dev.stepwise.Ids;
import dev.stepwise.enrollment.MailReport.News;
import dev.stepwise.forward.ForwardResult;
import dev.stepwise.forward.Forwarder;
import dev.stepwise.forward.RawLetter;
import dev.stepwise.mail.Letter;
import dev.stepwise.mail.Mailer;
import dev.stepwise.mail.SendResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** SES in a maze: what it does with a mail, and with the event about it, is chosen. */
record MazeSes(Maze maze, Functions functions) implements Mailer, Forwarder {
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration LATER = Duration.ofMinutes(20);

  /** What may become of a mail. A crash before it is one after the call before it. */
  enum Fate {
    THROTTLED,
    UNKNOWN_BEFORE,
    UNKNOWN_AFTER,
    CRASH_AFTER
  }

  /**
   * What may become of the event about it. Else it comes a second later, when whoever sent the mail
   * has ended; that it comes while the mail is still being settled, so that both are at work at
   * once, counts as two faults.
   */
  enum EventFate implements Cost {
    EVENT_EARLY(2),
    EVENT_LOST(1),
    EVENT_LATE(1),
    EVENT_TWICE(1);

    private final int faults;

    EventFate(int faults) {
      this.faults = faults;
    }

    @Override
    public int faults() {
      return faults;
    }
  }

  @Override
  public Duration timeOut() {
    return Duration.ofSeconds(10);
  }

  @Override
  public SendResult send(Letter letter) {
    maze.stand("Mailer.send");
    Optional<Fate> fate = maze.fault(Arrays.asList(Fate.values()), "Mailer.send");
    return fate.map(what -> sent(letter, what))
        .orElseGet(() -> new SendResult.Accepted(accepted(letter)));
  }

  private SendResult sent(Letter letter, Fate fate) {
    return switch (fate) {
      case THROTTLED -> new SendResult.TryLater("429");
      case UNKNOWN_BEFORE -> new SendResult.Unknown("timed out");
      case UNKNOWN_AFTER -> {
        accepted(letter);
        yield new SendResult.Unknown("timed out");
      }
      case CRASH_AFTER -> {
        accepted(letter);
        throw new Crash("after the mail");
      }
    };
  }

  private String accepted(Letter letter) {
    String id = Ids.derived("mail", Integer.toString(maze.watch().accepted().size()));
    Accepted mail = new Accepted(id, letter, maze.now());
    maze.watch().accepted(mail);
    times(id).forEach(at -> functions.tell(new Ses.Event(mail, new News.Sent(), at)));
    return id;
  }

  private List<Instant> times(String id) {
    Instant now = maze.now();
    Instant usual = now.plus(SOON);
    return maze.fault(Arrays.asList(EventFate.values()), id)
        .map(fate ->
            switch (fate) {
              case EVENT_EARLY -> List.of(now);
              case EVENT_LOST -> List.<Instant>of();
              case EVENT_LATE -> List.of(now.plus(LATER));
              case EVENT_TWICE -> List.of(usual, usual);
            })
        .orElse(List.of(usual));
  }

  @Override
  public ForwardResult forward(RawLetter letter) {
    maze.stand("Forwarder.forward");
    Optional<Fate> fate =
        maze.fault(List.of(Fate.THROTTLED, Fate.CRASH_AFTER), "Forwarder.forward");
    if (fate.equals(Optional.of(Fate.THROTTLED))) {
      return new ForwardResult.TryLater("429");
    }
    maze.watch().heard().forwarded(letter.mailId());
    if (fate.isPresent()) {
      throw new Crash("after forwarding");
    }
    return new ForwardResult.Accepted(letter.mailId());
  }
}
