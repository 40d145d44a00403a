package dev.stepwise.lambda.api;

import dev.stepwise.InvalidValueException;
import dev.stepwise.lambda.http.Fields;
import dev.stepwise.lambda.http.Read;
import dev.stepwise.pacing.Pace;
import dev.stepwise.pacing.Ramp;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A sender's pace as the API reads and shows it: among the sender's own fields. */
final class PaceBody {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration LONGEST = Duration.ofHours(12);
  private static final int MOST_A_DAY = 10_000;
  private static final int MOST_A_WEEK = 70_000;

  private PaceBody() {}

  static Pace read(Fields f) {
    Integer daily = f.optional("dailyCap", Read.integer(1, MOST_A_DAY)).orElse(null);
    Integer weekly = f.optional("weeklyCap", Read.integer(1, MOST_A_WEEK)).orElse(null);
    Duration gap = f.optional("minGap", Read.text(PaceBody::time)).orElse(Duration.ZERO);
    Duration spread = f.optional("gapSpread", Read.text(PaceBody::time)).orElse(Duration.ZERO);
    Optional<Ramp> ramp = f.object("rampUp").map(PaceBody::ramp);
    Pace pace = new Pace(daily, weekly, gap, spread, ramp.orElse(null), 0);
    check(f, pace);
    return pace;
  }

  private static void check(Fields f, Pace pace) {
    Integer daily = pace.dailyCap();
    Integer weekly = pace.weeklyCap();
    Ramp ramp = pace.ramp();
    if (daily != null && weekly != null && weekly < daily) {
      f.problem("weeklyCap", "must not be less than dailyCap");
    }
    if (ramp != null && (daily == null || daily < ramp.start())) {
      f.problem("rampUp", "needs a dailyCap to grow to, and must not start above it");
    }
    if (daily != null && pace.needs(daily).compareTo(DAY) > 0) {
      f.problem(
          f.has("minGap") ? "minGap" : "gapSpread",
          "is too long: " + daily + " mails so far apart take more than a day");
    }
  }

  private static Ramp ramp(Fields f) {
    Ramp ramp =
        new Ramp(
            f.required("since", Read.text(PaceBody::date), LocalDate.EPOCH),
            f.required("start", Read.integer(1, MOST_A_DAY), 1),
            f.required("increase", Read.integer(1, MOST_A_DAY), 1));
    f.end();
    return ramp;
  }

  private static LocalDate date(String text) {
    try {
      LocalDate date = LocalDate.parse(text);
      if (date.getYear() >= 2000 && date.getYear() < 2100) {
        return date;
      }
    } catch (DateTimeException e) {
      // Said below.
    }
    throw new InvalidValueException("must be a date such as 2026-12-01, from 2000 to 2099");
  }

  private static Duration time(String text) {
    try {
      Duration time = Duration.parse(text);
      if (!time.isNegative() && time.compareTo(LONGEST) <= 0 && time.toNanosPart() == 0) {
        return time;
      }
    } catch (DateTimeException e) {
      // Said below.
    }
    throw new InvalidValueException("must be whole seconds such as PT90S, of 12 hours at most");
  }

  static void view(Map<String, @Nullable Object> view, Pace pace) {
    view.put("dailyCap", pace.dailyCap());
    view.put("weeklyCap", pace.weeklyCap());
    view.put("minGap", pace.gap().isZero() ? null : pace.gap().toString());
    view.put("gapSpread", pace.spread().isZero() ? null : pace.spread().toString());
    Ramp ramp = pace.ramp();
    view.put("rampUp", ramp == null ? null : view(ramp));
  }

  private static Map<String, Object> view(Ramp ramp) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("since", ramp.since().toString());
    view.put("start", ramp.start());
    view.put("increase", ramp.increase());
    return view;
  }
}
