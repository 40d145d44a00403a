package dev.stepwise.cadence;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Cadences, instants and delays by chance: all of the JDK's zones, the years 2026 to 2035. */
final class AnyCadence {
  /** Every zone that the JDK knows, offsets by name too. */
  static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream().sorted().toList();

  static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  static final Instant LAST = Instant.parse("2036-01-01T00:00:00Z");

  private static final int SECONDS = (int) Duration.between(FIRST, LAST).toSeconds();

  private AnyCadence() {}

  static Cadence cadence(Random random) {
    ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    return new Cadence(windows(random), holidays(random), zone);
  }

  /** Half of them within two days before the clock is changed, where it is. */
  static Instant instant(ZoneId zone, Random random) {
    Instant any = FIRST.plusSeconds(random.nextInt(SECONDS));
    ZoneOffsetTransition next = zone.getRules().nextTransition(any);
    return next == null || random.nextBoolean()
        ? any
        : next.getInstant().minusSeconds(random.nextInt(172_800)).plusMillis(random.nextInt(1_000));
  }

  /** One, two or three windows, on some of the days; a third of them early, when clocks change. */
  static Windows windows(Random random) {
    int[] edges =
        random
            .ints(6, 0, random.nextInt(3) == 0 ? 300 : Window.MIDNIGHT + 1)
            .distinct()
            .sorted()
            .toArray();
    int many = Math.max(1, random.nextInt(edges.length / 2 + 1));
    return edges.length < 2
        ? CadenceExamples.ANY_TIME
        : new Windows(
            Stream.iterate(0, i -> i + 2)
                .limit(many)
                .map(i -> new Window(days(random), edges[i], edges[i + 1]))
                .toList());
  }

  static Set<DayOfWeek> days(Random random) {
    Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
    for (DayOfWeek day : DayOfWeek.values()) {
      if (random.nextInt(3) > 0) {
        days.add(day);
      }
    }
    return days;
  }

  /** None, or about one day in nine and perhaps those of Germany. */
  static Holidays holidays(Random random) {
    Set<LocalDate> holidays = new HashSet<>();
    int many = random.nextBoolean() ? 400 : 0;
    for (int i = 0; i < many; i++) {
      holidays.add(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(3_653)));
    }
    SortedSet<Region> regions = new TreeSet<>();
    if (many > 0 && random.nextBoolean()) {
      regions.add(new Region("DE-BY"));
    }
    return new Holidays(holidays, regions);
  }

  /** One in four not before a date in the weeks after {@code base}. */
  static Delay delay(Instant base, Random random) {
    LocalDateTime moment =
        LocalDateTime.ofInstant(base, ZoneOffset.UTC)
            .truncatedTo(ChronoUnit.MINUTES)
            .plusMinutes(random.nextInt(30_000));
    Delay delay = delay(random);
    return random.nextInt(4) == 0 ? new NotBefore(delay, moment) : delay;
  }

  private static Delay delay(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> new Delay.BusinessDays(random.nextInt(20));
      case 1 -> new Delay.Elapsed(random.nextInt(30), Duration.ZERO);
      default -> new Delay.Elapsed(random.nextInt(4), Duration.ofSeconds(random.nextInt(200_000)));
    };
  }

  /** The same delay and a little more of it. */
  static Delay longer(Delay delay, Random random) {
    return switch (delay) {
      case Delay.BusinessDays(int days) -> new Delay.BusinessDays(days + random.nextInt(3));
      case Delay.Elapsed(int days, Duration time) ->
          random.nextBoolean()
              ? new Delay.Elapsed(days + random.nextInt(3), time)
              : new Delay.Elapsed(days, time.plusSeconds(random.nextInt(100_000)));
      case NotBefore(Delay shorter, LocalDateTime moment) ->
          random.nextBoolean()
              ? new NotBefore(longer(shorter, random), moment)
              : new NotBefore(shorter, moment.plusMinutes(random.nextInt(3_000)));
    };
  }
}
