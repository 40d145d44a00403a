package dev.stepwise.local.journey;

/** What happened in all stories of kills. */
final class Tally {
  private final long began = System.nanoTime();
  private int kills;
  private int crashes;
  private int faults;
  private int people;
  private int answers;
  private int mails;
  private int asked;
  private int again;

  void kill() {
    kills++;
  }

  /** A fault ended the process before the kill. */
  void crash() {
    crashes++;
  }

  void fault(int count) {
    faults += count;
  }

  void person() {
    people++;
  }

  void answer() {
    answers++;
  }

  /** Mails that left, steps the rep was asked about, and mails that were decided to go again. */
  void add(int left, int unknown, int decided) {
    mails += left;
    asked += unknown;
    again += decided;
  }

  int kills() {
    return kills;
  }

  @Override
  public String toString() {
    return ("%d kills, %d crashes asked for, %d other faults, %d people, %d answers, %d mails, "
            + "%d of them again by a decision, %d the rep was asked about at the end, in %d s")
        .formatted(
            kills,
            crashes,
            faults,
            people,
            answers,
            mails,
            again,
            asked,
            (System.nanoTime() - began) / 1_000_000_000);
  }
}
