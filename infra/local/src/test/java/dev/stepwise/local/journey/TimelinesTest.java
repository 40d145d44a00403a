package dev.stepwise.local.journey;

import static dev.stepwise.local.journey.Bodies.call;
import static dev.stepwise.local.journey.Bodies.contact;
import static dev.stepwise.local.journey.Bodies.email;
import static dev.stepwise.local.journey.Bodies.reply;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clocks go back in Rome on 25 October and in New York on 1 November; Tokyo's never do. */
class TimelinesTest {
  @RegisterExtension
  static final Running RUNNING = new Running(Instant.parse("2026-10-19T09:00:00Z"));

  @Test
  void three_contacts_live_on_their_own_timelines_to_the_second() {
    var stepwise = RUNNING.stepwise();
    var sequence =
        stepwise.sequence(
            List.of(
                email("PT0S", "A question"),
                call("P2D", true),
                reply("3BD", "I tried to call."),
                reply("P7D", "Goodbye")));

    var rome = stepwise.enroll(sequence, contact("ada@rome.example", "Ada", "Europe/Rome"));
    var york = stepwise.enroll(sequence, contact("ben@york.example", "Ben", "America/New_York"));
    var tokyo = stepwise.enroll(sequence, contact("chi@tokyo.example", "Chi", "Asia/Tokyo"));
    completeAt("2026-10-21T13:00:00Z", rome);
    completeAt("2026-10-22T20:30:00Z", york);
    completeAt("2026-10-23T09:00:00Z", tokyo);
    stepwise.advance("P30D");

    // 11:00 Monday (+02:00); called 15:00 Wednesday; 15:00 Monday and Monday (+01:00).
    assertThat(stepwise.mailTimes("ada@rome.example"))
        .containsExactly("2026-10-19T09:00:00Z", "2026-10-26T14:00:00Z", "2026-11-02T14:00:00Z");
    // Opens 09:00 Monday (-04:00); called 16:30 Thursday; 16:30 Tuesday (-04:00), Tuesday (-05:00).
    assertThat(stepwise.mailTimes("ben@york.example"))
        .containsExactly("2026-10-19T13:00:00Z", "2026-10-27T20:30:00Z", "2026-11-03T21:30:00Z");
    // Monday's window is over (+09:00); called 18:00 Friday, so Wednesday's is over too.
    assertThat(stepwise.mailTimes("chi@tokyo.example"))
        .containsExactly("2026-10-20T00:00:00Z", "2026-10-29T00:00:00Z", "2026-11-05T00:00:00Z");
    for (var id : List.of(rome, york, tokyo)) {
      assertThat(stepwise.told(id))
          .containsExactly(
              "enrolled", "sent", "task_created", "task_completed", "sent", "sent", "finished");
      assertThat(stepwise.enrollment(id).fields())
          .containsEntry("state", "finished")
          .containsEntry("step", null)
          .containsEntry("nextAt", null)
          .containsEntry("waitingFor", null);
    }
  }

  private static void completeAt(String instant, String enrollment) {
    RUNNING.stepwise().advanceTo(instant);
    RUNNING.stepwise().complete(enrollment);
  }
}
