package dev.stepwise.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Message ids in header fields such as References (RFC 5322, 3.6.4), bare: without brackets. */
public final class MessageIds {
  /** A thread's first mails and its latest ones are enough to find it. */
  private static final int EACH_END = 20;

  private static final Pattern BETWEEN = Pattern.compile("[\\s,]+");
  private static final Pattern BRACKETS = Pattern.compile("[<>]+");

  private MessageIds() {}

  /**
   * The ids of a field's value, in order, the first twenty and the last twenty at most. Ids in
   * brackets may be anything; words without them are ids when they have an @.
   */
  public static List<String> of(String value) {
    List<String> ids = BETWEEN.splitAsStream(value).flatMap(MessageIds::inWord).distinct().toList();
    if (ids.size() <= 2 * EACH_END) {
      return ids;
    }
    List<String> ends = new ArrayList<>(ids.subList(0, EACH_END));
    ends.addAll(ids.subList(ids.size() - EACH_END, ids.size()));
    return List.copyOf(ends);
  }

  private static Stream<String> inWord(String word) {
    boolean isBracketed = word.indexOf('<') >= 0;
    return BRACKETS
        .splitAsStream(word)
        .filter(id -> isBracketed ? !id.isBlank() : id.indexOf('@') > 0);
  }
}
