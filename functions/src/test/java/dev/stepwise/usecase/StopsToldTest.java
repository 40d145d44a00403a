package dev.stepwise.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.StopReason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who counts stops is told of each once. */
class StopsToldTest extends UseCaseTest {
  private final List<StopReason> told = new ArrayList<>();

  @Test
  void a_stop_is_told_once_with_its_reason() {
    MoveEnrollment move = move();
    EnrollmentId id = enrolled();

    done(move.pause(id, world.admin()));
    assertThat(told).isEmpty();
    done(move.stop(id, StopReason.REPLIED, world.admin()));
    done(move.stop(id, StopReason.STOPPED_BY_USER, world.admin()));

    assertThat(told).containsExactly(StopReason.REPLIED);
  }

  private MoveEnrollment move() {
    var commit =
        new Commit(
            world.memory.enrollments(),
            world.memory.timers(),
            new Places(world.memory.ledgers(), world.memory.senders()),
            told::add);
    return new MoveEnrollment(world.files, commit, () -> world.now);
  }
}
