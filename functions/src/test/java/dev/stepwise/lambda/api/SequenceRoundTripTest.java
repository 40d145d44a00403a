package dev.stepwise.lambda.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.cadence.CadenceExamples;
import dev.stepwise.cadence.Delay;
import dev.stepwise.cadence.NotBefore;
import dev.stepwise.cadence.Region;
import dev.stepwise.cadence.Window;
import dev.stepwise.cadence.Windows;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.json.Json;
import dev.stepwise.lambda.http.Requests;
import dev.stepwise.sending.Limits;
import dev.stepwise.sequence.Draft;
import dev.stepwise.sequence.Expiry;
import dev.stepwise.sequence.HolidayRule;
import dev.stepwise.sequence.OutOfOffice;
import dev.stepwise.sequence.Sequence;
import dev.stepwise.sequence.SequenceId;
import dev.stepwise.sequence.Settings;
import dev.stepwise.sequence.Step;
import dev.stepwise.sequence.StopOn;
import dev.stepwise.sequence.UnknownOutcome;
import dev.stepwise.sequence.ZoneRule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What GET shows can be PUT again, whatever it is; the seed names the draft that cannot. */
class SequenceRoundTripTest {
  private static final String[] COPY = {
    "Hello {{contact.firstName|there}}", "\"Quotes\" & <tags> \\ / \u20ac \ud83d\ude80", "x"
  };

  @ParameterizedTest
  @MethodSource("seeds")
  void what_is_shown_can_be_published_again(int seed) {
    Draft draft = draft(new Random(seed));
    Sequence sequence = draft.begin(new SequenceId("s1"), CadenceExamples.noonInRome());
    Map<String, Object> shown = new HashMap<>(SequenceView.of(sequence, Instant.EPOCH));
    shown.keySet().retainAll(Set.of("name", "owner", "settings", "steps"));

    Draft read =
        Requests.json(Json.write(shown).replace("'", "\\u0027"))
            .body(f -> SequenceBody.read(f, () -> "new"));

    assertThat(read).isEqualTo(draft);
  }

  static IntStream seeds() {
    return IntStream.range(0, 300);
  }

  private static Draft draft(Random random) {
    Settings settings = settings(random);
    List<Step> steps = new ArrayList<>();
    boolean open = false;
    int count = 1 + random.nextInt(50);
    for (int n = 1; n <= count; n++) {
      boolean email = random.nextBoolean();
      boolean reply = open && settings.threading() && random.nextBoolean();
      steps.add(email ? email("s" + n, reply, random) : task("s" + n, random));
      open |= email;
    }
    EmailAddress owner = random.nextBoolean() ? null : new EmailAddress("rita@example.com");
    return new Draft("Name " + pick(random, COPY), owner, settings, steps);
  }

  private static Step email(String id, boolean reply, Random random) {
    String html = random.nextBoolean() ? null : "<p>\n\t" + pick(random, COPY) + "</p>";
    String subject = reply ? null : pick(random, COPY);
    return new Step.Email(
        id, delay(random), reply, subject, pick(random, COPY) + "\n.", html, expiry(random));
  }

  private static Step task(String id, Random random) {
    Step.Kind kind = pick(random, Step.Kind.values());
    return new Step.ManualTask(
        id, delay(random), kind, pick(random, COPY), random.nextBoolean(), expiry(random));
  }

  private static @Nullable Expiry expiry(Random random) {
    return random.nextBoolean()
        ? null
        : random.nextBoolean()
            ? new Expiry(
                Duration.ofSeconds(900 + random.nextInt(10_000_000)),
                pick(random, Expiry.Then.values()))
            : new Expiry(
                random.nextBoolean() ? null : Duration.ofHours(1),
                LocalDate.of(2027, 2, 1).atTime(random.nextInt(24), 0),
                random.nextBoolean() ? Expiry.Then.SKIP : Expiry.Then.HOLD);
  }

  private static Delay delay(Random random) {
    Delay delay =
        random.nextBoolean()
            ? new Delay.BusinessDays(random.nextInt(366))
            : new Delay.Elapsed(random.nextInt(300), Duration.ofSeconds(random.nextInt(5_000_000)));
    LocalDateTime moment = LocalDate.of(2026, 12, 1).atTime(random.nextInt(3) * 9, 0);
    return random.nextBoolean() ? delay : new NotBefore(delay, moment);
  }

  private static Windows windows(Random random) {
    int from = random.nextInt(Window.MIDNIGHT - 1);
    int to = from + 1 + random.nextInt(Window.MIDNIGHT - from - 1);
    Window one = new Window(some(random, DayOfWeek.values()), from, to);
    Window later = new Window(some(random, DayOfWeek.values()), to, Window.MIDNIGHT);
    return random.nextBoolean() ? Windows.of(one) : Windows.of(one, later);
  }

  private static Settings settings(Random random) {
    return new Settings(
        pick(
            random,
            new ZoneRule.OfContact(),
            new ZoneRule.OfSender(),
            ZoneRule.parse("Asia/Kathmandu"),
            ZoneRule.parse("UTC")),
        windows(random),
        random.nextBoolean(),
        some(random, StopOn.values()),
        holidays(random),
        pick(random, UnknownOutcome.values()),
        Duration.ofSeconds(90 + random.nextInt(600_000)),
        random.nextBoolean(),
        new OutOfOffice(1 + random.nextInt(365), 1 + random.nextInt(365)),
        1 + random.nextInt(100),
        new Limits(
            1 + random.nextInt(100_000),
            1 + random.nextInt(100_000),
            1 + random.nextInt(100_000),
            1 + random.nextInt(1_000)));
  }

  private static HolidayRule holidays(Random random) {
    Set<LocalDate> dates =
        Stream.generate(() -> LocalDate.of(2026, 1, 1).plusDays(random.nextInt(400)))
            .limit(random.nextInt(5))
            .collect(Collectors.toSet());
    Set<Region> regions = some(random, new Region("DE-BY"), new Region("US"), new Region("IT"));
    return random.nextBoolean()
        ? HolidayRule.of(dates)
        : new HolidayRule(dates, random.nextBoolean(), new TreeSet<>(regions));
  }

  @SafeVarargs
  private static <T> T pick(Random random, T... all) {
    return all[random.nextInt(all.length)];
  }

  @SafeVarargs
  private static <T> Set<T> some(Random random, T... all) {
    Set<T> some = Stream.of(all).filter(_ -> random.nextBoolean()).collect(Collectors.toSet());
    some.add(pick(random, all));
    return some;
  }
}
