package dev.stepwise.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every cadence, tried on many of them; the seed names the one that fails. */
class CadenceSweepTest {
  private static final int TRIES_A_SEED = 500;
  private static final List<String> ZONES =
      ZoneId.getAvailableZoneIds().stream().filter(id -> id.contains("/")).sorted().toList();

  static IntStream seeds() {
    return IntStream.range(0, 20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void what_was_fitted_fits(int seed) {
    Random random = new Random(seed);

    for (int i = 0; i < TRIES_A_SEED; i++) {
      Cadence cadence = cadence(random);
      Instant wanted = instant(cadence.zone(), random);
      Due due = cadence.fit(wanted, Wait.DELAY);
      assertThat(due.at()).as("%s at %s", cadence, wanted).isAfterOrEqualTo(wanted);
      assertThat(cadence.allows(due.at())).as("%s at %s", cadence, wanted).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void what_was_fitted_is_within_the_window_by_the_wall_clock(int seed) {
    Random random = new Random(seed);

    for (int i = 0; i < TRIES_A_SEED; i++) {
      Cadence cadence = cadence(random);
      ZonedDateTime local =
          cadence.fit(instant(cadence.zone(), random), Wait.DELAY).at().atZone(cadence.zone());
      int minute = local.getHour() * 60 + local.getMinute();
      assertThat(cadence.window().days()).as("%s", cadence).contains(local.getDayOfWeek());
      assertThat(cadence.holidays()).as("%s", cadence).doesNotContain(local.toLocalDate());
      assertThat(minute)
          .as("%s at %s", cadence, local)
          .isBetween(cadence.window().from(), cadence.window().to() - 1);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothing_is_due_before_its_delay_is_over(int seed) {
    Random random = new Random(seed);

    for (int i = 0; i < TRIES_A_SEED; i++) {
      Cadence cadence = cadence(random);
      Instant base = instant(cadence.zone(), random);
      Duration time = Duration.ofSeconds(random.nextInt(1_000_000));
      Due exact = cadence.after(base, new Delay.Elapsed(0, time));
      Due business = cadence.after(base, new Delay.BusinessDays(random.nextInt(10)));
      assertThat(exact.at()).as("%s", cadence).isAfterOrEqualTo(base.plus(time));
      assertThat(business.at()).as("%s", cadence).isAfterOrEqualTo(base);
    }
  }

  /** From 2005 to 2037, half of them within two days before a change of the zone's offset. */
  private static Instant instant(ZoneId zone, Random random) {
    Instant any = Instant.ofEpochSecond(1_104_537_600L + random.nextLong(1_000_000_000L));
    ZoneOffsetTransition next = zone.getRules().nextTransition(any);
    return next == null || random.nextBoolean()
        ? any
        : next.getInstant().minusSeconds(random.nextInt(172_800));
  }

  private static Cadence cadence(Random random) {
    ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    Set<DayOfWeek> days = new HashSet<>();
    int many = 1 + random.nextInt(7);
    for (int i = 0; i < many; i++) {
      days.add(DayOfWeek.of(1 + random.nextInt(7)));
    }
    int from = random.nextInt(Window.MIDNIGHT);
    int to = from + 1 + random.nextInt(Window.MIDNIGHT - from);
    Set<LocalDate> holidays = Set.of(LocalDate.of(2005 + random.nextInt(32), 12, 25));
    return new Cadence(new Window(days, from, to), holidays, zone);
  }
}
