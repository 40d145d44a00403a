package dev.stepwise.judgement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The first day on which somebody is back, as an automatic answer says it: "back on the 5th" is the
 * 5th, "until the 5th" too, "until the 5th inclusive" and the end of "from the 1st to the 5th" are
 * the 6th. A day before the mail came is no day of return.
 */
final class ReturnDates {
  private static final Lexicon WORDS = Lexicon.of("dates.txt");
  private static final String FILL =
      "(?:[ ,:(]*(?:next|this|coming|kommenden|nachsten|the|den|dem|der|le|el|il|la|o|dia|dnia|on|am))?[ ,:('\"]*$";

  private static final Pattern RETURN = WORDS.phrases("return");
  private static final Pattern UNTIL = Pattern.compile(WORDS.expression("until") + FILL);
  private static final Pattern THROUGH =
      Pattern.compile(WORDS.expression("until-including") + FILL);
  private static final Pattern RANGE =
      Pattern.compile("^[ .,)]*" + WORDS.expression("range") + FILL);

  /** The range's first day may be a bare number: "9 to 20 November". */
  private static final Pattern RANGE_FROM_NUMBER =
      Pattern.compile("(?<!\\d)\\d{1,2}(?:st|nd|rd|th|\\.)? ?" + WORDS.expression("range") + FILL);

  private static final Pattern UNTIL_BEHIND =
      Pattern.compile("^ ?" + WORDS.expression("until-behind"));
  private static final Pattern INCLUSIVE_BEHIND =
      Pattern.compile("^[ ,(]{0,3}" + WORDS.expression("inclusive-behind"));

  private static final Pattern SENTENCE_END =
      Pattern.compile(
          "(?<!\\b(?:inkl|incl|einschl|approx|bzw|ca|dr|mr|mrs|tel|d|kl|\\d{1,2}))\\. |[!?\\n;。]");

  private static final Pattern WEEKDAY_LINK =
      Pattern.compile("[ ,.(]*(?:the|den|der|dem|d\\.|le|el|il|dia|dnia)?[ ,.]*");

  /** American clocks and English words: only together do they make a month come first. */
  private static final Pattern WEST = Pattern.compile("-(?:0[4-9]|10)\\d\\d\\b|\\b[ECMP][SD]T\\b");

  private static final Pattern ENGLISH =
      Pattern.compile("\\b(?:the|office|return|will|with|until|back)\\b");

  /** How far from a date its words may stand, in characters. */
  private static final int NEAR = 200;

  /** How a date is meant, the surest first. */
  private enum Role {
    RETURN,
    THROUGH,
    UNTIL,
    NONE
  }

  private record Candidate(Role role, LocalDate back) {}

  private ReturnDates() {}

  /** The day of return that the words name. */
  static Optional<LocalDate> find(String words, Reading mail) {
    LocalDate today = mail.situation().day();
    boolean isWest =
        mail.mail().headers().first("Date").filter(d -> WEST.matcher(d).find()).isPresent();
    Dates dates = new Dates(today, isWest && ENGLISH.matcher(words).find());
    List<Candidate> candidates = candidates(words, joined(dates.in(words), words));
    return first(Role.RETURN, candidates, today)
        .or(() -> first(Role.THROUGH, candidates, today))
        .or(() -> first(Role.UNTIL, candidates, today));
  }

  private static Optional<LocalDate> first(Role role, List<Candidate> all, LocalDate today) {
    return all.stream()
        .filter(candidate -> candidate.role() == role)
        .map(Candidate::back)
        .filter(back -> !back.isBefore(today))
        .findFirst();
  }

  private static List<Candidate> candidates(String words, List<Mention> mentions) {
    List<Candidate> candidates = new ArrayList<>();
    int end = 0;
    for (int i = 0; i < mentions.size(); i++) {
      Mention mention = mentions.get(i);
      String before =
          lastSentence(words.substring(Math.max(end, mention.start() - NEAR), mention.start()));
      String after =
          firstSentence(
              words.substring(mention.end(), Math.min(words.length(), mention.end() + NEAR)));
      int rest = i + 1 < mentions.size() ? mentions.get(i + 1).start() : words.length();
      Role role = role(before, after, i > 0, mention.end() + after.length() <= rest);
      candidates.add(new Candidate(role, backAfter(role, mention.day())));
      end = mention.end();
    }
    return candidates;
  }

  private static LocalDate backAfter(Role role, LocalDate day) {
    return role == Role.THROUGH ? day.plusDays(1) : day;
  }

  private static Role role(String before, String after, boolean hasEarlier, boolean isLast) {
    if (RETURN.matcher(before).find()) {
      return THROUGH.matcher(before).find() ? Role.THROUGH : Role.RETURN;
    }
    boolean endsRange =
        hasEarlier && RANGE.matcher(before).find() || RANGE_FROM_NUMBER.matcher(before).find();
    boolean isUntil = UNTIL.matcher(before).find() || UNTIL_BEHIND.matcher(after).find();
    if (endsRange
        || THROUGH.matcher(before).find()
        || isUntil && INCLUSIVE_BEHIND.matcher(after).find()) {
      return Role.THROUGH;
    }
    if (isUntil) {
      return Role.UNTIL;
    }
    // Behind another day's words, such a word may belong to that day.
    return isLast && RETURN.matcher(after).find() ? Role.RETURN : Role.NONE;
  }

  private static String lastSentence(String text) {
    String[] sentences = SENTENCE_END.split(text, -1);
    return sentences[sentences.length - 1];
  }

  private static String firstSentence(String text) {
    return SENTENCE_END.split(text, 2)[0];
  }

  /** A weekday's name beside a date is a part of it. */
  private static List<Mention> joined(List<Mention> mentions, String words) {
    List<Mention> joined = new ArrayList<>();
    for (Mention mention : mentions) {
      Mention last = joined.isEmpty() ? null : joined.getLast();
      if (last == null
          || !WEEKDAY_LINK.matcher(words.substring(last.end(), mention.start())).matches()) {
        joined.add(mention);
      } else if (last.isWeekday()) {
        joined.set(joined.size() - 1, mention.from(last.start()));
      } else if (!mention.isWeekday()) {
        joined.add(mention);
      }
    }
    return joined;
  }
}
