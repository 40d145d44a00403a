package dev.stepwise.lambda.api;

import dev.stepwise.InvalidValueException;
import dev.stepwise.cadence.Region;
import dev.stepwise.lambda.http.Fields;
import dev.stepwise.lambda.http.Read;
import dev.stepwise.sending.Limits;
import dev.stepwise.sequence.Draft;
import dev.stepwise.sequence.HolidayRule;
import dev.stepwise.sequence.OutOfOffice;
import dev.stepwise.sequence.Settings;
import dev.stepwise.sequence.Step;
import dev.stepwise.sequence.StopOn;
import dev.stepwise.sequence.UnknownOutcome;
import dev.stepwise.sequence.ZoneRule;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads the body that creates a sequence or publishes its next version. */
final class SequenceBody {
  private static final int MAX_HOLIDAYS = 366;
  private static final int MAX_COUNTRIES = 20;

  private SequenceBody() {}

  /** A new sequence: it must have a name. {@code stepIds} names the steps that have no id yet. */
  static Draft creating(Fields body, Supplier<String> stepIds) {
    Draft draft = read(body, stepIds);
    if (!body.has("name")) {
      body.problem("name", "is missing");
    }
    return draft;
  }

  /** The next version of a sequence. */
  static Draft read(Fields body, Supplier<String> stepIds) {
    String name = body.optional("name", Read.line(200)).orElse(null);
    var owner = body.optional("owner", Read.email()).orElse(null);
    Settings settings =
        body.object("settings").map(SequenceBody::settings).orElse(Settings.DEFAULTS);
    List<Fields> fields = body.objects("steps");
    if (fields.isEmpty() || fields.size() > dev.stepwise.sequence.Version.MAX_STEPS) {
      body.problem("steps", "must be a list of 1 to 50 steps");
    }
    List<Step> steps = new StepsBody(settings, stepIds).read(fields);
    if (StepsBody.size(steps) > StepsBody.MAX_SIZE) {
      body.problem("steps", "must have at most " + StepsBody.MAX_SIZE + " bytes of copy in all");
    }
    return new Draft(name, owner, settings, steps);
  }

  private static Settings settings(Fields f) {
    Settings d = Settings.DEFAULTS;
    Settings settings =
        new Settings(
            f.optional("timeZone", Read.text(ZoneRule::parse)).orElse(d.timeZone()),
            WindowsBody.read(f),
            f.optional("threading", Read.truth()).orElse(d.threading()),
            f.optional("stopOn", Read.list(20, text -> Read.named(StopOn.class, text)))
                .<Set<StopOn>>map(HashSet::new)
                .orElse(d.stopOn()),
            holidays(f),
            f.optional("onUnknownOutcome", Read.oneOf(UnknownOutcome.class))
                .orElse(d.onUnknownOutcome()),
            f.optional("unknownGrace", Read.text(SequenceBody::grace)).orElse(d.unknownGrace()),
            f.optional("optOutLine", Read.truth()).orElse(d.optOutLine()),
            f.object("outOfOffice").map(SequenceBody::outOfOffice).orElse(d.outOfOffice()),
            f.optional("softBounceLimit", Read.integer(1, 100)).orElse(d.softBounceLimit()),
            f.object("guardrails").map(SequenceBody::guardrails).orElse(d.guardrails()));
    f.end();
    return settings;
  }

  private static HolidayRule holidays(Fields f) {
    Set<LocalDate> dates =
        new HashSet<>(
            f.optional("holidays", Read.list(MAX_HOLIDAYS, Read::date)).orElse(List.of()));
    List<Optional<Region>> countries =
        f.optional("holidayCountries", Read.list(MAX_COUNTRIES, SequenceBody::country))
            .orElse(List.of());
    return new HolidayRule(
        dates,
        countries.contains(Optional.<Region>empty()),
        countries.stream()
            .flatMap(Optional::stream)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** A region, or nothing for the contact's own country. */
  private static Optional<Region> country(String text) {
    return text.equals("contact") ? Optional.empty() : Optional.of(Region.parse(text));
  }

  private static OutOfOffice outOfOffice(Fields f) {
    OutOfOffice d = OutOfOffice.DEFAULTS;
    OutOfOffice away =
        new OutOfOffice(
            f.optional("defaultDays", Read.integer(1, 365)).orElse(d.defaultDays()),
            f.optional("longestDays", Read.integer(1, 365)).orElse(d.longestDays()));
    f.end();
    return away;
  }

  private static Limits guardrails(Fields f) {
    Limits d = Limits.DEFAULTS;
    Limits limits =
        new Limits(
            f.optional("bounceRate", Read.percent(Limits.DIGITS)).orElse(d.bounces()),
            f.optional("complaintRate", Read.percent(Limits.DIGITS)).orElse(d.complaints()),
            f.optional("failureRate", Read.percent(Limits.DIGITS)).orElse(d.failures()),
            f.optional("fromMails", Read.integer(1, 100_000)).orElse(d.from()));
    f.end();
    return limits;
  }

  private static Duration grace(String text) {
    try {
      Duration grace = Duration.parse(text);
      if (grace.compareTo(Settings.SHORTEST_GRACE) >= 0
          && grace.compareTo(Duration.ofDays(7)) <= 0) {
        return grace;
      }
    } catch (DateTimeException e) {
      // Said below.
    }
    throw new InvalidValueException(
        "must be a duration such as PT15M, from " + Settings.SHORTEST_GRACE + " to P7D");
  }
}
