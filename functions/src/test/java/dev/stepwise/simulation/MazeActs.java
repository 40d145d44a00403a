package dev.stepwise.simulation;

import dev.stepwise.contact.Contact;
import dev.stepwise.usecase.Answer;
import dev.stepwise.usecase.Candidate;
import dev.stepwise.usecase.EnrollRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What people do in a maze: a rep enrolls, an author publishes the next version, the contact
 * answers a mail; the last two once each, whenever they like. An act is offered where it matters,
 * that is where somebody is about to touch what it touches, and before time passes: anywhere else
 * it would be the same as there.
 */
final class MazeActs {
  private static final Duration LIMIT = Duration.ofSeconds(29);

  private final Maze maze;
  private final Plot plot;
  private final Set<Act> left = EnumSet.allOf(Act.class);

  MazeActs(Maze maze, Plot plot) {
    this.maze = maze;
    this.plot = plot;
  }

  /** What is done once. */
  enum Act {
    PUBLISH,
    REPLY
  }

  /** The sequence is there, and the rep enrolls. */
  void begin() {
    Engine engine = maze.engine();
    maze.memory().senders().save(Optional.empty(), Stories.rita());
    engine.author.create(Stories.sequence(plot.rule()), Stories.three(plot, 1), engine.rep);
    maze.begin(new Cast.Role("enroll", null, LIMIT), _ -> !failed("enroll", this::enroll));
  }

  private boolean failed(String name, Runnable work) {
    try {
      work.run();
      return false;
    } catch (RuntimeException trouble) {
      maze.trace().line(null, name + " failed: " + trouble);
      return true;
    }
  }

  private void enroll() {
    Contact contact = Stories.people().getFirst();
    Candidate candidate = new Candidate.Good(contact.email().value(), contact, Map.of());
    EnrollRequest request =
        new EnrollRequest(
            Stories.sequence(plot.rule()),
            Stories.RITA,
            1,
            null,
            false,
            List.of(candidate),
            null,
            false);
    Engine engine = maze.engine();
    engine
        .enroll
        .prepare(request, engine.rep)
        .then(call -> Answer.done(engine.enroll.enroll(call)));
  }

  /**
   * True when time may pass. An edit that comes later than the reading of the head is the same at
   * any time, for nobody reads the head again: it is made before time passes.
   */
  boolean isTimeToPass() {
    return !left.contains(Act.PUBLISH);
  }

  /** What can be done now and makes a difference. */
  List<Act> offered(List<Player> ready) {
    List<Act> offered = new ArrayList<>();
    boolean head = ready.stream().anyMatch(Access::touchesHead);
    boolean other = ready.stream().anyMatch(player -> !Access.touchesHead(player));
    if (left.contains(Act.REPLY)
        && !maze.watch().accepted().isEmpty()
        && (other || ready.isEmpty())) {
      offered.add(Act.REPLY);
    }
    if (left.contains(Act.PUBLISH) && (head || ready.isEmpty())) {
      offered.add(Act.PUBLISH);
    }
    return offered;
  }

  void run(Act act) {
    left.remove(act);
    switch (act) {
      case PUBLISH ->
          maze.begin(new Cast.Role("publish", null, LIMIT), _ -> !failed("publish", this::publish));
      case REPLY -> {
        Accepted mail = maze.watch().accepted().getLast();
        var reply = maze.replies.answer(mail, "reply", maze.now(), Said.CALL_ME);
        maze.functions().mail(reply, mail.enrollment());
      }
    }
  }

  private void publish() {
    Engine engine = maze.engine();
    engine.author.publish(Stories.sequence(plot.rule()), Stories.three(plot, 2), 1, engine.rep);
  }

  @Override
  public String toString() {
    return left.toString();
  }
}
