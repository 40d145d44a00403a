package dev.stepwise.usecase;

import static dev.stepwise.cadence.CadenceExamples.ROME;
import static dev.stepwise.cadence.CadenceExamples.at;
import static dev.stepwise.cadence.CadenceExamples.officeHoursIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.Full;
import dev.stepwise.cadence.Cadence;
import dev.stepwise.cadence.Wait;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.pacing.Pace;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A month of one team, near what its paces allow: 50 senders and 100,000 enrollments under {@code
 * -Pfull}, a tenth of the senders otherwise. It begins on Monday, 2 November 2026, in Rome.
 */
class TeamTest {
  private static final int SENDERS = Full.on() ? 50 : 5;
  private static final int EACH_DAY = 100;
  private static final int DAYS = 20;
  private static final Cadence OFFICE = officeHoursIn(ROME);
  private static final Pace PACE =
      new Pace(230, 1_100, Duration.ofSeconds(20), Duration.ofSeconds(20), null, 1);

  @Test
  void a_month_of_a_team_keeps_every_cap_gap_and_window_and_nobody_starves() {
    Instant start = at("2026-11-02T08:30:00+01:00");
    Team team = new Team(SENDERS, PACE);
    Instant day = start;
    for (int i = 0; i < DAYS; i++) {
      team.enroll(day, EACH_DAY);
      day = OFFICE.fit(day.plus(1, ChronoUnit.DAYS), Wait.DELAY).at().minusSeconds(1_800);
    }
    team.workUntil(start.plus(Duration.ofDays(35)));

    assertThat(team.sent).hasSizeGreaterThan(SENDERS * EACH_DAY * DAYS * 18 / 10);
    bySender(team).values().forEach(TeamTest::holds);
    assertThat(team.sent).allMatch(mail -> OFFICE.allows(mail.at()));
    assertThat(team.sent).allMatch(TeamTest::isInItsWindowOrTheNext);
    System.out.printf(
        "team: %d mails of %d senders, longest wait %s, busiest minute %.2f x the mean,"
            + " %.3f ledger calls and %.3f write units a mail in steps%n",
        team.sent.size(),
        SENDERS,
        longest(team),
        peak(team),
        a(team.inSteps, team),
        a(team.writeUnits, team));
    assertThat(peak(team)).isLessThan(3);
    assertThat(a(team.inSteps, team)).isLessThan(0.2);
    assertThat(a(team.writeUnits, team)).isLessThan(0.2);
  }

  private static Map<EmailAddress, List<Instant>> bySender(Team team) {
    return team.sent.stream()
        .collect(
            Collectors.groupingBy(
                Team.Sent::from, Collectors.mapping(Team.Sent::at, Collectors.toList())));
  }

  private static void holds(List<Instant> times) {
    for (int i = 1; i < times.size(); i++) {
      assertThat(Duration.between(times.get(i - 1), times.get(i)))
          .isGreaterThanOrEqualTo(PACE.gap());
    }
    holds(times, 230, Duration.ofDays(1));
    holds(times, 1_100, Duration.ofDays(7));
  }

  private static void holds(List<Instant> times, int cap, Duration span) {
    for (int i = 0; i + cap < times.size(); i++) {
      assertThat(Duration.between(times.get(i), times.get(i + cap))).isGreaterThan(span);
    }
  }

  /** Out before the window after its own is over. */
  private static boolean isInItsWindowOrTheNext(Team.Sent mail) {
    Instant due = OFFICE.fit(mail.due(), Wait.DELAY).at();
    Instant next = OFFICE.fit(due.plus(Duration.ofHours(16)), Wait.DELAY).at();
    return mail.at().isBefore(next.plus(Duration.ofHours(8)));
  }

  private static Duration longest(Team team) {
    return team.sent.stream()
        .map(mail -> Duration.between(mail.due(), mail.at()))
        .max(Duration::compareTo)
        .orElseThrow();
  }

  /** The busiest minute of the busiest days, by the mean of a minute in the window there. */
  private static double peak(Team team) {
    Map<Instant, Long> days = count(team, ChronoUnit.DAYS);
    Map<Instant, Long> minutes = count(team, ChronoUnit.MINUTES);
    long full = days.values().stream().max(Long::compare).orElseThrow();
    return minutes.entrySet().stream()
        .filter(e -> days.getOrDefault(e.getKey().truncatedTo(ChronoUnit.DAYS), 0L) > full * 9 / 10)
        .mapToDouble(e ->
            e.getValue() * 480.0 / days.getOrDefault(e.getKey().truncatedTo(ChronoUnit.DAYS), 1L))
        .max()
        .orElseThrow();
  }

  private static Map<Instant, Long> count(Team team, ChronoUnit unit) {
    return team.sent.stream()
        .collect(Collectors.groupingBy(mail -> mail.at().truncatedTo(unit), Collectors.counting()));
  }

  private static double a(int count, Team team) {
    return (double) count / team.sent.size();
  }
}
