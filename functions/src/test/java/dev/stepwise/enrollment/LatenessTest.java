package dev.stepwise.enrollment;

import static dev.stepwise.cadence.CadenceExamples.noonInRome;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.cadence.Due;
import dev.stepwise.cadence.Wait;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What keeps a step late, and what makes it due anew. */
class LatenessTest {
  private static final Instant PROMISED = noonInRome().minusSeconds(7_200);

  @ParameterizedTest
  @EnumSource(names = {"MACHINE", "POSTPONED", "RELEASED", "UNKNOWN_RESEND"})
  void what_the_engine_does_keeps_it_late(Event event) {
    assertThat(after(event).promised()).isEqualTo(PROMISED);
  }

  @ParameterizedTest
  @EnumSource(names = {"AWAY", "SEND_NOW"})
  void an_absence_and_a_persons_word_make_it_due_anew(Event event) {
    State.Active after = after(event);

    assertThat(after.promised()).isEqualTo(after.due().at());
  }

  private static State.Active after(Event event) {
    Due due = new Due(noonInRome(), Wait.ACCOUNT);
    Enrollment late =
        EnrollmentExamples.activeAtStep(2)
            .moved(
                new State.Active(2, due, PROMISED),
                EnrollmentExamples.REP.entry(Entry.Type.DELAYED, 2, ""));
    Enrollment e = event.settles() ? late.claimed(EnrollmentExamples.claim(2)) : late;
    Decision decided = event.decide(e, EnrollmentExamples.plan());
    return (State.Active) ((Decision.Changed) decided).change().after().state();
  }
}
