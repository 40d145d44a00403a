package dev.stepwise.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stepwise.Full;
import dev.stepwise.sequence.UnknownOutcome;
import dev.stepwise.simulation.Exploration.Found;
import dev.stepwise.simulation.Exploration.Result;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every promise is kept on every way through one enrollment, one reply and one edit. */
class ExhaustiveTest {
  private static final Plot ASK = new Plot(UnknownOutcome.ASK, true, false);

  /** Both settings, and both kinds of a third step. */
  private static final List<Plot> MOST =
      List.of(ASK, new Plot(UnknownOutcome.RESEND, false, false));

  private static Arguments bug(String name, String promise, int faults, Supplier<Planted> planted) {
    return Arguments.of(name, promise, faults, planted);
  }

  static Stream<Arguments> bugs() {
    return Stream.of(
        bug("hold ignored by the claim", "HEARD", 0, ClaimBugs::holdIgnored),
        bug("stop overwritten by the settle", "QUIET|TOLD", 0, StoreBugs.StopOverwritten::new),
        bug("commit before arm", "MOVING", 0, OrderBugs.CommitBeforeArm::new),
        bug("claim removed", "ONCE", 1, ClaimBugs::claimRemoved),
        bug("blind retry after a time-out", "ONCE", 1, SendBugs::blindRetry),
        bug("forwarding forgotten", "HEARD", 1, SendBugs::forwardingForgotten),
        bug("open claims forgotten by the sweep", "MOVING", 1, StoreBugs.OpenClaimsForgotten::new),
        bug("time-out taken for a failure", "ONCE|TOLD", 1, SendBugs::timeOutIsFailure));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bugs")
  void a_planted_bug_is_found(String name, String promise, int faults, Supplier<Planted> planted) {
    Found found = found(faults, planted);

    assertThat(found).as(name).isNotNull();
    assertThat(found.breach.promise).as(name).matches(promise);
  }

  @Test
  void a_way_that_breaks_a_promise_can_be_gone_again() {
    Found found = found(1, SendBugs::blindRetry);
    String way = found.report.substring(found.report.lastIndexOf('=') + 1);

    assertThat(found).hasMessageContaining("UNKNOWN_AFTER at fire");
    assertThat(Exploration.again(ASK, 1, way, SendBugs.blindRetry())).isEqualTo(found.report);
    assertThat(Exploration.again(ASK, 1, way, Planted.NONE)).contains("no promise is broken");
  }

  @Test
  void no_promise_is_broken_on_any_way_with_no_fault() {
    assertThat(explored(0, Plot.ALL)).hasSameSizeAs(Plot.ALL);
  }

  /** Two faults take minutes: {@code -Pfull}. */
  @Test
  void no_promise_is_broken_on_any_way_with_faults() {
    assertThat(explored(Full.on() ? 2 : 1, MOST)).allMatch(result -> result.runs() > 5_000);
  }

  private static List<Result> explored(int faults, List<Plot> plots) {
    long began = System.nanoTime();
    List<Result> results = Exhaustive.explore(faults, plots);
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    System.out.println(Exhaustive.report(faults, results, took));
    return results;
  }

  private static Found found(int faults, Supplier<Planted> planted) {
    return catchThrowableOfType(Found.class, () -> new Exploration(ASK, faults, planted).explore());
  }
}
