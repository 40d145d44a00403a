package dev.stepwise.simulation;

import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.simulation.Faults.Fault;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Calls of a maze: before each its player stands until it is let go on, and each may go wrong in
 * every way that makes a difference. No call takes time: others go on meanwhile, or do not, by
 * choice. What makes none:
 *
 * <ul>
 *   <li>A crash at any line is one right after the last write before it, or, if there was none, a
 *       message that comes late.
 *   <li>A time-out before the effect, or of a read, is a refusal; a read repeated is a later read.
 *   <li>Step-fire answers trouble by letting its claim go. All others give up when a call fails,
 *       and their message comes again: to them trouble is a crash.
 *   <li>Timers and queues take the same thing twice only as a message that comes twice.
 * </ul>
 */
record MazeCalls(Maze maze) implements Network {
  private static final Set<String> CHANGES =
      Set.of("Enrollments.create", "Enrollments.claim", "Enrollments.save", "Inbox.keep");
  private static final Set<String> OTHER_WRITES =
      Set.of("Sequences.save", "Timers.arm", "Timers.queue", "Inbox.done");

  @Override
  public <T> T port(String name, Class<T> type, T inner) {
    InvocationHandler handler =
        (_, method, args) -> {
          PortCall call = new PortCall(inner, method, args);
          return method.getDeclaringClass() == Object.class
              ? call.invoke()
              : call(name + "." + method.getName(), call);
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private @Nullable Object call(String name, PortCall call) {
    Optional<Player> player = maze.stand(name);
    try {
      Fault fault = player.flatMap(p -> maze.fault(kinds(p, name), name)).orElse(Fault.NONE);
      Object answer = worked(name, call, fault);
      player.ifPresent(p -> p.hears(name.equals("Facts.find") ? facts(answer) : answer));
      return answer;
    } catch (RuntimeException trouble) {
      player.ifPresent(p -> p.hears(trouble.getMessage()));
      throw trouble;
    }
  }

  /** Who asks for facts looks at nothing else. */
  private static Object facts(@Nullable Object answer) {
    return answer instanceof Optional<?> found
        ? found.map(e -> ((Enrollment) e).facts())
        : Optional.empty();
  }

  private static List<Fault> kinds(Player player, String name) {
    List<Fault> kinds = new ArrayList<>();
    boolean heeds = player.actor.name.startsWith("fire");
    if (heeds) {
      kinds.add(Fault.THROTTLED);
    }
    if (CHANGES.contains(name) || OTHER_WRITES.contains(name)) {
      kinds.add(Fault.CRASH_AFTER);
      if (heeds) {
        kinds.add(Fault.TIMEOUT_AFTER);
      }
    }
    if (CHANGES.contains(name)) {
      kinds.add(Fault.REPEATED);
    }
    return kinds;
  }

  private @Nullable Object worked(String name, PortCall call, Fault fault) {
    if (fault == Fault.THROTTLED) {
      throw new Trouble(name + " was refused");
    }
    Object answer = call.effect(maze.watch());
    return switch (fault) {
      case CRASH_AFTER -> throw new Crash("after " + name);
      case TIMEOUT_AFTER -> throw new Trouble("the answer of " + name + " was lost");
      case REPEATED -> {
        maze.stand(name);
        yield call.repeated(maze.watch());
      }
      case NONE, CRASH_BEFORE, TIMEOUT_BEFORE, THROTTLED -> answer;
    };
  }
}
