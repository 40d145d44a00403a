package dev.stepwise.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The queues of a maze: what is visible is begun at once, for that alone changes nothing. */
record MazeQueue(Maze maze) {
  private static final Duration LATER = Duration.ofMinutes(4);
  private static final List<Fate> OF_WAKES =
      List.of(Fate.TWICE, Fate.AGAIN_LATER, Fate.LATE, Fate.LOST);
  private static final List<Fate> OF_MAILS = List.of(Fate.TWO_READERS, Fate.AGAIN_LATER, Fate.LATE);

  /** What may become of a message. That two read one mail at once counts as two faults. */
  enum Fate implements Cost {
    TWICE,
    TWO_READERS,
    AGAIN_LATER,
    LATE,
    LOST;

    @Override
    public int faults() {
      return this == TWO_READERS ? 2 : 1;
    }
  }

  void put(Post.Message message, Instant at) {
    String name = maze.unique(message.name());
    maze.later(at, name, () -> arrive(message, name));
  }

  private void arrive(Post.Message message, String name) {
    Instant later = maze.now().plus(LATER);
    switch (maze.fault(fates(name), name).map(Enum::name).orElse("")) {
      case "LOST" -> {}
      case "LATE" -> maze.later(later, name, () -> receive(message, name, 1));
      case "TWICE", "TWO_READERS" -> {
        receive(message, name, 1);
        receive(message, name + " (copy)", 1);
      }
      case "AGAIN_LATER" -> {
        receive(message, name, 1);
        maze.later(later, name + " (copy)", () -> receive(message, name + " (copy)", 1));
      }
      default -> receive(message, name, 1);
    }
  }

  /** What befalls an event is SES's; what a sweep finds it finds again. */
  private static List<Fate> fates(String name) {
    return name.startsWith("fire") ? OF_WAKES : name.startsWith("mail") ? OF_MAILS : List.of();
  }

  private void receive(Post.Message message, String name, int receives) {
    maze.watch().disturbed(message.concerns());
    Instant again = maze.now().plus(message.visibility());
    maze.start(
        new Cast.Role(name + " #" + receives, message.concerns(), Duration.ofMinutes(1)),
        actor -> !message.work().comesAgain(actor, receives),
        done -> {
          if (!done && receives < message.most()) {
            maze.later(again, name, () -> receive(message, name, receives + 1));
          }
        });
  }
}
