package dev.stepwise.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.Full;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every cadence, tried on many of them; the seed names the one that fails. */
class CadencePropertiesTest {
  private static final int TRIES_A_SEED = 1_000;

  /** 100,000 settings with -Pfull, 20,000 otherwise. */
  static IntStream seeds() {
    return IntStream.range(0, Full.on() ? 100 : 20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void every_cadence_keeps_its_word(int seed) {
    Random random = new Random(seed);

    for (int i = 0; i < TRIES_A_SEED; i++) {
      Cadence cadence = AnyCadence.cadence(random);
      Instant base = AnyCadence.instant(cadence.zone(), random);
      Delay delay = AnyCadence.delay(base, random);
      try {
        keepsItsWord(cadence, base, delay, AnyCadence.longer(delay, random));
      } catch (AssertionError e) {
        throw new AssertionError(cadence + " after " + base + " by " + delay, e);
      }
    }
  }

  private static void keepsItsWord(Cadence cadence, Instant base, Delay delay, Delay longer) {
    SlowCadence slow = new SlowCadence(cadence);
    Due due = cadence.after(base, delay);
    assertThat(due.at()).isAfterOrEqualTo(slow.delayed(base, delay)).isAfterOrEqualTo(base);
    isOpen(cadence, due.at());
    assertThat(cadence.fit(due.at(), Wait.DELAY)).isEqualTo(new Due(due.at(), Wait.DELAY));
    assertThat(cadence.after(base, longer).at()).isAfterOrEqualTo(due.at());
    assertThat(due.at()).isEqualTo(slow.after(base, delay));
  }

  /** Within a window and on no holiday, by the clock on the wall. */
  private static void isOpen(Cadence cadence, Instant at) {
    LocalDateTime local = LocalDateTime.ofInstant(at, cadence.zone());
    int minute = local.getHour() * 60 + local.getMinute();
    assertThat(cadence.holidays().include(local.toLocalDate())).isFalse();
    assertThat(cadence.windows().list())
        .anySatisfy(window -> {
          assertThat(window.days()).contains(local.getDayOfWeek());
          assertThat(minute).isBetween(window.from(), window.to() - 1);
        });
  }

  /** All zones with -Pfull, every sixth otherwise. */
  static Stream<String> zones() {
    return IntStream.range(0, AnyCadence.ZONES.size())
        .filter(i -> Full.on() || i % 6 == 0)
        .mapToObj(AnyCadence.ZONES::get);
  }

  /** Ten years of changes in each zone, each met by windows that begin and end around it. */
  @ParameterizedTest
  @MethodSource("zones")
  void every_change_of_the_clock_is_met(String id) {
    ZoneId zone = ZoneId.of(id);
    Random random = new Random(id.hashCode());
    ZoneOffsetTransition change = zone.getRules().nextTransition(AnyCadence.FIRST);

    while (change != null && change.getInstant().isBefore(AnyCadence.LAST)) {
      for (int i = 0; i < 20; i++) {
        Cadence cadence = around(change, zone, random);
        Instant wanted = change.getInstant().plusSeconds(random.nextInt(-14_400, 7_200));
        assertThat(cadence.fit(wanted, Wait.DELAY).at())
            .as("%s at %s", cadence, wanted)
            .isEqualTo(new SlowCadence(cadence).fit(wanted));
      }
      change = zone.getRules().nextTransition(change.getInstant());
    }
  }

  private static Cadence around(ZoneOffsetTransition change, ZoneId zone, Random random) {
    int minute = change.getDateTimeBefore().getHour() * 60 + change.getDateTimeBefore().getMinute();
    int from = Math.clamp(minute + random.nextInt(-120, 120), 0, Window.MIDNIGHT - 1);
    int to = Math.clamp(from + random.nextInt(1, 150), from + 1, Window.MIDNIGHT);
    return CadenceExamples.dailyIn(zone, from, to);
  }
}
