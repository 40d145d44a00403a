package dev.stepwise.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.Full;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * ONCE and "nothing lost" on real storage. {@code -Dkills.seed=N} tells the story of a failure
 * again: the same people, faults and moments, as far as a real clock repeats itself.
 */
class KillsTest {
  private static final int STORIES = Full.on() ? 20 : 1;
  private static final int KILLS_A_STORY = Full.on() ? 10 : 3;
  private static final long SEED = Long.getLong("kills.seed", 20_261_123);

  // What a broken promise left behind is there to be looked at.
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path home;

  @Test
  @Timeout(7_200)
  void nothing_is_sent_twice_or_lost_though_the_system_is_killed_at_any_moment()
      throws IOException {
    var sum = new Tally();
    for (int i = 0; i < STORIES; i++) {
      var folder = Files.createDirectories(home.resolve("story" + i));
      try (var story = new KilledSystem(folder, SEED + i, sum)) {
        tell(story, "-Dkills.seed=" + (SEED + i) + " in " + folder, sum);
      }
      System.out.println("kills, after story " + (i + 1) + ": " + sum);
    }
    assertThat(sum.kills()).isEqualTo(STORIES * KILLS_A_STORY);
  }

  private static void tell(KilledSystem story, String which, Tally sum) throws IOException {
    story.live(KILLS_A_STORY);

    story.calmDown();
    var asked = story.ledger();
    assertThat(asked.problems()).as(which).isEmpty();

    story.tellTheTruth();
    var end = story.ledger();
    assertThat(end.problems()).as(which).isEmpty();
    assertThat(end.asked()).as(which).isZero();
    sum.add(end.mails(), asked.asked(), end.again());
  }
}
