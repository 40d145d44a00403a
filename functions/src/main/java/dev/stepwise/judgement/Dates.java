package dev.stepwise.judgement;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the days that a {@link Plain} text names, in the forms and languages of dates.txt. A date
 * without a year is the one that lies nearest, rather ahead than behind; one that may be read both
 * ways is month first only where {@code monthFirst} says so, or where it makes no sense otherwise.
 */
record Dates(LocalDate today, boolean monthFirst) {
  private static final Lexicon WORDS = Lexicon.of("dates.txt");
  private static final DateNames MONTHS = DateNames.of(WORDS, "m", 12);
  private static final DateNames DAYS = DateNames.of(WORDS, "d", 7);

  /** Dates of one form in a mail; more are a list of something else. */
  private static final int MOST = 30;

  private static final String NO_NUMBER_BEFORE = "(?<![\\p{IsLatin}\\d,/:@])(?<!\\d[.-])";
  private static final String DAY =
      "(\\d{1,2})(?:st|nd|rd|th|er|ro|ste|de|e|o|a|º|ª|°|\\.|-?го|-?е)?";
  private static final String ARTICLE = "(?:the |den |der |dem |d\\. |le |el |il |o |dia |dnia )?";

  private static final Pattern ISO =
      Pattern.compile("(?<!\\d)(20\\d\\d)\\s?[-/.]\\s?(\\d{1,2})\\s?[-/.]\\s?(\\d{1,2})(?!\\d)");
  private static final Pattern EAST_ASIAN =
      Pattern.compile(
          "(?:(20\\d\\d)\\s?[年년]\\s?)?(?<!\\d)(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일号號]?");
  private static final Pattern NUMBERS =
      Pattern.compile(
          NO_NUMBER_BEFORE
              + "(\\d{1,2})([./-])\\s?(\\d{1,2})(?:\\2\\s?(20\\d\\d)|\\2(\\d\\d)(?![\\d:]|\\s?uhr)|\\2)?"
              + "(?![\\d:/]|-\\d{3}|\\.\\d)");
  private static final Pattern DAY_MONTH =
      Pattern.compile(
          "(?<![\\p{IsLatin}\\d.,/:@])"
              + DAY
              + "\\s*(?:of |de |d'|di |den )?("
              + MONTHS.expression()
              + ")\\.?(?:,?\\s*(?:de |del |of )?(20\\d\\d))?");
  private static final Pattern MONTH_DAY =
      Pattern.compile(
          "(?:(20\\d\\d)\\.?\\s+)?(?<!\\p{L})("
              + MONTHS.expression()
              + ")\\.?\\s*(?:the )?"
              + DAY
              + "(?![\\d:])(?:,?\\s*(20\\d\\d))?");
  private static final Pattern WEEKDAY_NUMBER =
      Pattern.compile(
          "(?<!\\p{L})"
              + DAYS.expression()
              + "[., ]{1,3}"
              + ARTICLE
              + DAY
              + "(?![\\d:.,/\\p{L}]\\d?|\\s*(?:-|h\\b|uhr|am\\b|pm\\b|a\\.m|p\\.m|"
              + MONTHS.expression()
              + "))");
  private static final Pattern THE_NUMBER = Pattern.compile("\\bthe (\\d{1,2})(?:st|nd|rd|th)\\b");
  private static final Pattern WEEKDAY = Pattern.compile("(?<!\\p{L})(" + DAYS.expression() + ")");
  private static final Pattern NEXT_DAY = WORDS.phrases("next-day");
  private static final Pattern NEXT_WEEK = WORDS.phrases("next-week");

  /** All days named in the text, in order, none inside another. */
  List<Mention> in(String text) {
    List<Mention> found = new ArrayList<>();
    dated(text).forEach(mention -> addUnlessInside(mention, found));
    Stream.of(
            mentions(WEEKDAY_NUMBER, text, match -> number(match.group(1))),
            mentions(THE_NUMBER, text, match -> number(match.group(1))),
            mentions(WEEKDAY, text, this::weekday),
            mentions(NEXT_DAY, text, _ -> today.plusDays(1)),
            mentions(NEXT_WEEK, text, _ -> next(DayOfWeek.MONDAY)))
        .flatMap(mentions -> mentions)
        .forEach(mention -> addUnlessInside(mention, found));
    found.sort(Comparator.comparing(Mention::start));
    return found;
  }

  private Stream<Mention> dated(String text) {
    return Stream.of(
            mentions(ISO, text, m -> day(m.group(1), m.group(2), m.group(3))),
            mentions(EAST_ASIAN, text, m -> day(m.group(1), m.group(2), m.group(3))),
            mentions(DAY_MONTH, text, m -> day(m.group(3), month(m.group(2)), m.group(1))),
            mentions(MONTH_DAY, text, this::monthDay),
            mentions(NUMBERS, text, this::numbers))
        .flatMap(mentions -> mentions);
  }

  private static void addUnlessInside(Mention mention, List<Mention> found) {
    if (found.stream().noneMatch(o -> mention.start() < o.end() && o.start() < mention.end())) {
      found.add(mention);
    }
  }

  private static Stream<Mention> mentions(
      Pattern pattern, String text, Function<MatchResult, @Nullable LocalDate> day) {
    return pattern
        .matcher(text)
        .results()
        .limit(MOST)
        .flatMap(match ->
            Optional.ofNullable(day.apply(match)).stream()
                .map(named -> new Mention(match.start(), match.end(), named, pattern == WEEKDAY)));
  }

  private @Nullable LocalDate monthDay(MatchResult match) {
    String year = match.group(1) == null ? match.group(4) : match.group(1);
    return day(year, month(match.group(2)), match.group(3));
  }

  private @Nullable LocalDate numbers(MatchResult match) {
    String year = match.group(5) == null ? match.group(4) : "20" + match.group(5);
    if (match.group(2).equals("-") && year == null || match.group().equals("24/7")) {
      return null;
    }
    LocalDate dayFirst = day(year, match.group(3), match.group(1));
    LocalDate other = match.group(2).equals(".") ? null : day(year, match.group(1), match.group(3));
    LocalDate preferred = monthFirst ? other : dayFirst;
    LocalDate second = monthFirst ? dayFirst : other;
    return preferred == null || isAhead(second) && !isAhead(preferred) ? second : preferred;
  }

  private boolean isAhead(@Nullable LocalDate day) {
    return day != null && !day.isBefore(today) && day.isBefore(today.plusDays(100));
  }

  private @Nullable LocalDate day(@Nullable String year, String month, String day) {
    try {
      int named = year == null ? today.getYear() : Integer.parseInt(year);
      LocalDate date = LocalDate.of(named, Integer.parseInt(month), Integer.parseInt(day));
      return year == null ? nearest(date) : date;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private LocalDate nearest(LocalDate date) {
    if (date.isBefore(today.minusDays(80))) {
      return date.plusYears(1);
    }
    return date.isAfter(today.plusDays(285)) ? date.minusYears(1) : date;
  }

  private static String month(String name) {
    return String.valueOf(MONTHS.number(name));
  }

  /** A day of the month alone is the next such day. */
  private @Nullable LocalDate number(String day) {
    int number = Integer.parseInt(day);
    return today
        .datesUntil(today.plusDays(62))
        .filter(date -> date.getDayOfMonth() == number)
        .findFirst()
        .orElse(null);
  }

  private LocalDate weekday(MatchResult match) {
    return next(DayOfWeek.of(DAYS.number(match.group(1))));
  }

  private LocalDate next(DayOfWeek day) {
    return today.with(TemporalAdjusters.next(day));
  }
}
