package dev.stepwise.lambda.api;

import dev.stepwise.InvalidValueException;
import dev.stepwise.cadence.Window;
import dev.stepwise.cadence.Windows;
import dev.stepwise.lambda.http.Fields;
import dev.stepwise.lambda.http.Read;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads send windows: one as {@code window}, or several as {@code windows}. */
final class WindowsBody {
  private static final Pattern CLOCK = Pattern.compile("([01]\\d|2[0-4]):([0-5]\\d)");
  private static final int MAX_WINDOWS = 50;
  private static final Window USUAL = Windows.OFFICE_HOURS.list().getFirst();

  private WindowsBody() {}

  /** The windows of these settings; the usual office hours if they name none. */
  static Windows read(Fields settings) {
    Optional<Window> one = settings.object("window").flatMap(WindowsBody::window);
    if (!settings.has("windows")) {
      return one.map(Windows::of).orElse(Windows.OFFICE_HOURS);
    }
    if (settings.has("window")) {
      settings.problem("windows", "must not be given beside window: name all windows here");
    }
    List<Fields> several = settings.objects("windows");
    if (several.isEmpty() || several.size() > MAX_WINDOWS) {
      settings.problem("windows", "must be a list of 1 to " + MAX_WINDOWS + " windows");
    }
    List<Window> good = new ArrayList<>();
    several.forEach(f -> window(f).ifPresent(window -> add(window, good, f)));
    return good.isEmpty() ? Windows.OFFICE_HOURS : new Windows(good);
  }

  private static void add(Window window, List<Window> earlier, Fields f) {
    if (earlier.stream().anyMatch(window::overlaps)) {
      f.problem("", "must not overlap with an earlier window on the same day");
    } else {
      earlier.add(window);
    }
  }

  private static Optional<Window> window(Fields f) {
    Set<DayOfWeek> days =
        f.optional("days", Read.list(7, WindowsBody::day))
            .<Set<DayOfWeek>>map(HashSet::new)
            .orElse(USUAL.days());
    int from = f.optional("from", Read.text(WindowsBody::clock)).orElse(USUAL.from());
    int to = f.optional("to", Read.text(WindowsBody::clock)).orElse(USUAL.to());
    f.end();
    try {
      return Optional.of(new Window(days, from, to));
    } catch (InvalidValueException e) {
      f.problem(days.isEmpty() ? "days" : "to", String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static DayOfWeek day(String text) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().startsWith(text) && text.length() == 3)
        .findFirst()
        .orElseThrow(() ->
            new InvalidValueException("must be days such as MON, TUE, WED, THU, FRI, SAT, SUN"));
  }

  /** Minutes since midnight. */
  private static int clock(String text) {
    Matcher clock = CLOCK.matcher(text);
    int minute =
        clock.matches()
            ? 60 * Integer.parseInt(clock.group(1)) + Integer.parseInt(clock.group(2))
            : Integer.MAX_VALUE;
    if (minute > Window.MIDNIGHT) {
      throw new InvalidValueException("must be a clock time such as 09:00, up to 24:00");
    }
    return minute;
  }
}
