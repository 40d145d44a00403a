package dev.stepwise.judgement;

import java.time.LocalDate;

/** A day that a text names, and where it does; a weekday's name alone may belong to a date. */
record Mention(int start, int end, LocalDate day, boolean isWeekday) {
  Mention from(int earlier) {
    return new Mention(earlier, end, day, isWeekday);
  }
}
