package dev.stepwise.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The simulator finds what it is for: each bug that is planted, within so many seeds. */
class PlantedBugsTest {
  private static Arguments bug(String name, String promises, int seeds, Supplier<Planted> planted) {
    return Arguments.of(name, promises, seeds, planted);
  }

  static Stream<Arguments> bugs() {
    return Stream.of(
        bug("claim removed", "ONCE", 60, ClaimBugs::claimRemoved),
        bug("hold ignored by the claim", "HEARD", 200, ClaimBugs::holdIgnored),
        bug("generation not checked", "POLITE", 60, ClaimBugs::generationNotChecked),
        bug("stop not checked by the claim", "QUIET", 60, ClaimBugs::stopNotChecked),
        bug("absence not heeded by the claim", "POLITE", 150, ClaimBugs::absenceNotHeeded),
        bug("commit before arm", "MOVING", 10, OrderBugs.CommitBeforeArm::new),
        bug(
            "suppression read before the claim",
            "WELCOME",
            400,
            OrderBugs.SuppressionBeforeClaim::new),
        bug("places not kept", "POLITE", 60, StoreBugs.PlacesNotKept::new),
        bug("places written over others", "POLITE", 400, StoreBugs.PlacesOverwritten::new),
        bug("blind retry after a time-out", "ONCE", 60, SendBugs::blindRetry),
        bug("time-out taken for a failure", "ONCE|TOLD", 150, SendBugs::timeOutIsFailure),
        bug("event applied to another attempt", "TOLD", 400, SendBugs::eventOfAnotherAttempt),
        bug("forwarding forgotten", "HEARD", 60, SendBugs::forwardingForgotten),
        bug("stop overwritten by the settle", "QUIET|TOLD", 100, StoreBugs.StopOverwritten::new),
        bug("switch not heeded by the step", "STILL", 100, SwitchBugs::notHeeded),
        bug("rounds of switches forgotten", "STILL", 20, SwitchBugs::roundsForgotten),
        bug("lock released early", "ALONE", 800, StoreBugs.LockReleasedEarly::new),
        bug("lock not checked", "ALONE", 10, StoreBugs.LockNotChecked::new),
        bug(
            "open claims forgotten by the sweep",
            "MOVING",
            60,
            StoreBugs.OpenClaimsForgotten::new));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bugs")
  void a_planted_bug_is_found(String name, String promises, int seeds, Supplier<Planted> planted) {
    Simulation simulation = new Simulation();

    Breach breach =
        catchThrowableOfType(Breach.class, () -> simulation.runSeeds(1, seeds, planted));

    assertThat(breach).as(name + " in " + seeds + " seeds").isNotNull();
    assertThat(breach.promise).as(name).matches(promises);
  }

  @Test
  void what_is_found_is_told_in_few_incidents_with_the_command_that_repeats_it() {
    Supplier<Planted> planted = StoreBugs.LockNotChecked::new;
    Simulation simulation = new Simulation();
    Breach breach = catchThrowableOfType(Breach.class, () -> simulation.runSeeds(1, 10, planted));
    long seed = 1 + simulation.seeds();

    String report = new Shrinking(seed, planted).report(breach);

    assertThat(report)
        .contains("seed " + seed + ": ALONE is broken")
        .contains("act enroll", "does ENROLL")
        .endsWith("again: ./mvnw -Psimulate -Dsteps=1 -Dseed=" + seed);
    assertThat(report.lines().filter(line -> line.contains(" @ "))).hasSizeLessThanOrEqualTo(3);
  }
}
