package dev.stepwise.local.journey;

import static dev.stepwise.local.journey.Bodies.call;
import static dev.stepwise.local.journey.Bodies.contact;
import static dev.stepwise.local.journey.Bodies.email;
import static dev.stepwise.local.journey.Bodies.reply;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The times are printed, not judged: they are the machine's as much as ours. */
class SpeedTest {
  @RegisterExtension static final Running RUNNING = new Running();

  private static final int PEOPLE = Integer.getInteger("journey.people", 1_000);

  @Test
  @Timeout(900)
  void a_thousand_contacts_enroll_and_live_through_a_month() {
    var stepwise = RUNNING.stepwise();
    var sequence =
        stepwise.sequence(
            List.of(
                email("PT1H", "One"), call("P2D", false), reply("3BD", "Two"), reply("P7D", "3")));
    Map<?, ?>[] people =
        IntStream.range(0, PEOPLE)
            .mapToObj(n -> contact("person" + n + "@speed.example"))
            .toArray(Map<?, ?>[]::new);

    long start = System.nanoTime();
    var results = stepwise.tryEnroll(sequence, people);
    var enrolling = since(start);
    start = System.nanoTime();
    stepwise.advance("P30D");
    var living = since(start);

    System.out.printf(
        "%d contacts: enrolled in %.1f s, 30 days of 4 steps in %.1f s%n",
        PEOPLE, enrolling.toMillis() / 1e3, living.toMillis() / 1e3);
    assertThat(results).allMatch(result -> result.text("status").equals("enrolled"));
    assertThat(stepwise.rep.get("/_local/outbox").list()).hasSize(3 * PEOPLE);
    assertThat(stepwise.rep.list("/enrollments?state=finished&sequence=" + sequence))
        .hasSize(PEOPLE);
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }
}
