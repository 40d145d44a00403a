package dev.stepwise.aws;

import dev.stepwise.pause.Counts;
import dev.stepwise.pause.Scope;
import dev.stepwise.sending.Tally;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts in the table: one item a scope with an attribute for each day and kind, so that the answer
 * to the write has all of them. It is forgotten a while after the last mail.
 */
record DynamoCounts(Table table) implements Counts {
  private static final int FORMAT = 1;
  private static final int DAYS = 7;
  private static final Duration KEPT = Duration.ofDays(DAYS + 1);
  private static final String MAILS = "m";
  private static final String BOUNCED = "b";
  private static final String COMPLAINED = "c";
  private static final String FAILED = "f";
  private static final List<String> KINDS = List.of(MAILS, BOUNCED, COMPLAINED, FAILED);

  @Override
  public Tally add(Scope scope, Instant now, Tally more) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    Key key = Key.counts(RoundItem.name(scope));
    Item sums =
        table.update(key, adding(today, now, more), Expression.PRESENT.or(Expression.ABSENT));
    forgetOld(key, sums, today);
    Tally all = Tally.NONE;
    for (int back = 0; back < DAYS; back++) {
      all = all.plus(of(sums, today.minusDays(back)));
    }
    return all;
  }

  private static Expression adding(LocalDate today, Instant now, Tally more) {
    return Expression.of(
            "SET #v = :format, #ttl = :ttl ADD #%s :m, #%s :b, #%s :c, #%s :f"
                .formatted(KINDS.stream().map(kind -> name(kind, today)).toArray()))
        .with("format", FORMAT)
        .with("ttl", now.plus(KEPT).getEpochSecond())
        .with("m", more.mails())
        .with("b", more.bounced())
        .with("c", more.complained())
        .with("f", more.failed());
  }

  private static String name(String kind, LocalDate day) {
    return kind + day.toEpochDay();
  }

  private static Tally of(Item sums, LocalDate day) {
    return new Tally(
        count(sums, MAILS, day),
        count(sums, BOUNCED, day),
        count(sums, COMPLAINED, day),
        count(sums, FAILED, day));
  }

  private static long count(Item sums, String kind, LocalDate day) {
    Integer count = sums.numberOrNull(name(kind, day));
    return count == null ? 0 : count;
  }

  /** Once a day: otherwise the item would grow for ever. */
  private void forgetOld(Key key, Item sums, LocalDate today) {
    List<String> old = new ArrayList<>();
    long oldest = today.toEpochDay() - DAYS;
    for (String name : sums.attributes().keySet()) {
      if (KINDS.contains(name.substring(0, 1))
          && name.substring(1).matches("\\d+")
          && Long.parseLong(name.substring(1)) <= oldest) {
        old.add("#" + name);
      }
    }
    if (!old.isEmpty()) {
      table.update(key, Expression.of("REMOVE " + String.join(", ", old)), Expression.PRESENT);
    }
  }

  @Override
  public void forget(Scope scope) {
    table.delete(Key.counts(RoundItem.name(scope)));
  }
}
