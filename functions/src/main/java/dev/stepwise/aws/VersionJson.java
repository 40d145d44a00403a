package dev.stepwise.aws;

import dev.stepwise.StepwiseException;
import dev.stepwise.aws.StoredVersion.StoredStep;
import dev.stepwise.aws.StoredVersion.StoredWindow;
import dev.stepwise.cadence.Delay;
import dev.stepwise.cadence.NotBefore;
import dev.stepwise.cadence.Region;
import dev.stepwise.cadence.Window;
import dev.stepwise.cadence.Windows;
import dev.stepwise.json.Json;
import dev.stepwise.sending.Limits;
import dev.stepwise.sequence.Expiry;
import dev.stepwise.sequence.HolidayRule;
import dev.stepwise.sequence.OutOfOffice;
import dev.stepwise.sequence.Settings;
import dev.stepwise.sequence.Step;
import dev.stepwise.sequence.StopOn;
import dev.stepwise.sequence.UnknownOutcome;
import dev.stepwise.sequence.Version;
import dev.stepwise.sequence.ZoneRule;
import io.avaje.jsonb.JsonType;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The codec of a version's settings and steps as JSON text. */
final class VersionJson {
  private static final JsonType<StoredVersion> TYPE = Codecs.type(StoredVersion.class);

  private VersionJson() {}

  static String write(Version version) {
    Settings s = version.settings();
    List<Window> windows = s.windows().list();
    Window window = windows.getFirst();
    return TYPE.toJson(
        new StoredVersion(
            s.timeZone().wire(),
            texts(window.days()),
            window.from(),
            window.to(),
            s.threading(),
            texts(s.stopOn()),
            texts(s.holidays().dates()),
            s.onUnknownOutcome().name(),
            s.unknownGrace().toString(),
            s.optOutLine(),
            s.outOfOffice().defaultDays(),
            s.outOfOffice().longestDays(),
            s.softBounceLimit(),
            version.steps().stream().map(VersionJson::step).toList(),
            windows.stream().skip(1).map(VersionJson::window).toList(),
            s.holidays().ofContact(),
            texts(s.holidays().regions()),
            guardrails(s.guardrails())));
  }

  private static StoredStep step(Step step) {
    @Nullable NotBefore dated = step.delay() instanceof NotBefore some ? some : null;
    String delay = (dated == null ? step.delay() : dated.delay()).toString();
    @Nullable String notBefore = dated == null ? null : dated.wire();
    Expiry expiry = step.expiry();
    Duration after = expiry == null ? null : expiry.after();
    String expires = after == null ? null : after.toString();
    LocalDateTime last = expiry == null ? null : expiry.notAfter();
    String notAfter = last == null ? null : Expiry.wire(last);
    String late = expiry == null ? null : expiry.then().name();
    return switch (step) {
      case Step.Email e ->
          new StoredStep(
              e.id(),
              delay,
              null,
              e.reply(),
              e.subject(),
              e.text(),
              e.html(),
              expires,
              late,
              notBefore,
              notAfter);
      case Step.ManualTask t ->
          new StoredStep(
              t.id(),
              delay,
              t.kind().name(),
              t.waitForCompletion(),
              t.title(),
              null,
              null,
              expires,
              late,
              notBefore,
              notAfter);
    };
  }

  /** The settings and steps in this text. */
  static Contents read(String json) {
    try {
      StoredVersion stored = Json.read(TYPE, json);
      return new Contents(
          settings(stored), stored.steps().stream().map(VersionJson::step).toList());
    } catch (DateTimeException | IllegalArgumentException | NullPointerException e) {
      throw new StepwiseException("a stored version is unreadable", e);
    }
  }

  private static Settings settings(StoredVersion s) {
    return new Settings(
        ZoneRule.of(s.zone()),
        windows(s),
        s.threading(),
        set(s.stopOn(), StopOn::valueOf),
        holidays(s),
        UnknownOutcome.valueOf(s.unknown()),
        Duration.parse(s.grace()),
        s.optOut(),
        new OutOfOffice(
            or(s.awayDays(), OutOfOffice.DEFAULTS.defaultDays()),
            or(s.longestAway(), OutOfOffice.DEFAULTS.longestDays())),
        or(s.softBounces(), Settings.DEFAULTS.softBounceLimit()),
        guardrails(s.guardrails()));
  }

  private static List<Integer> guardrails(Limits limits) {
    return List.of(limits.bounces(), limits.complaints(), limits.failures(), limits.from());
  }

  private static Limits guardrails(@Nullable List<Integer> stored) {
    if (stored == null) {
      return Limits.DEFAULTS;
    }
    if (stored.size() != 4) {
      throw new IllegalArgumentException("guardrails are four numbers");
    }
    return new Limits(stored.get(0), stored.get(1), stored.get(2), stored.get(3));
  }

  private static StoredWindow window(Window w) {
    return new StoredWindow(texts(w.days()), w.from(), w.to());
  }

  private static Windows windows(StoredVersion s) {
    List<StoredWindow> more = s.moreWindows();
    return new Windows(
        Stream.concat(
                Stream.of(new StoredWindow(s.days(), s.from(), s.to())),
                more == null ? Stream.empty() : more.stream())
            .map(w -> new Window(set(w.days(), DayOfWeek::valueOf), w.from(), w.to()))
            .toList());
  }

  private static HolidayRule holidays(StoredVersion s) {
    List<String> regions = s.regions();
    return new HolidayRule(
        set(s.holidays(), LocalDate::parse),
        Boolean.TRUE.equals(s.contactHolidays()),
        new TreeSet<>(set(regions == null ? List.of() : regions, Region::new)));
  }

  private static Step step(StoredStep s) {
    Delay delay = delay(s);
    @Nullable String task = s.task();
    @Nullable Expiry expiry = expiry(s);
    return task == null
        ? new Step.Email(
            s.id(), delay, s.flag(), s.title(), Objects.requireNonNull(s.text()), s.html(), expiry)
        : new Step.ManualTask(
            s.id(),
            delay,
            Step.Kind.valueOf(task),
            Objects.requireNonNull(s.title()),
            s.flag(),
            expiry);
  }

  private static @Nullable Expiry expiry(StoredStep s) {
    String late = s.late();
    String expires = s.expires();
    String notAfter = s.notAfter();
    return late == null
        ? null
        : new Expiry(
            expires == null ? null : Duration.parse(expires),
            notAfter == null ? null : Expiry.notAfter(notAfter),
            Expiry.Then.valueOf(late));
  }

  private static Delay delay(StoredStep s) {
    Delay delay = Delay.parse(s.delay());
    @Nullable String dated = s.notBefore();
    return dated == null ? delay : new NotBefore(delay, NotBefore.moment(dated));
  }

  /** A setting that older versions do not have. */
  private static int or(@Nullable Integer stored, int standIn) {
    return stored == null ? standIn : stored;
  }

  private static List<String> texts(Collection<?> values) {
    return values.stream().map(Object::toString).sorted().toList();
  }

  private static <T> Set<T> set(List<String> texts, Function<String, T> read) {
    return texts.stream().map(read).collect(Collectors.toSet());
  }

  /** What a version says. */
  record Contents(Settings settings, List<Step> steps) {}
}
