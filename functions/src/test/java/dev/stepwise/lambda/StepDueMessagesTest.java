package dev.stepwise.lambda;

import static dev.stepwise.contract.Fixtures.ADA;
import static dev.stepwise.contract.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import dev.stepwise.StepwiseException;
import dev.stepwise.aws.StepDueJson;
import dev.stepwise.contact.Domain;
import dev.stepwise.contract.Fixtures;
import dev.stepwise.enrollment.Dossiers;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.State;
import dev.stepwise.lambda.http.AnyContext;
import dev.stepwise.lambda.log.Metrics;
import dev.stepwise.mail.Composer;
import dev.stepwise.mail.Links;
import dev.stepwise.memory.Memory;
import dev.stepwise.timer.StepDue;
import dev.stepwise.usecase.Backoff;
import dev.stepwise.usecase.CaseFiles;
import dev.stepwise.usecase.Commit;
import dev.stepwise.usecase.Dispatch;
import dev.stepwise.usecase.Places;
import dev.stepwise.usecase.SendStep;
import dev.stepwise.usecase.StepFire;
import dev.stepwise.usecase.Turnstile;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A batch of messages, with enrollments whose people cannot be read. */
class StepDueMessagesTest {
  private final Memory memory = new Memory(new Random(1));
  private final InstantSource clock = () -> NOON;
  private final StepDueMessages messages =
      new StepDueMessages(fire(), StepDueJson::read, new Metrics("test", clock));
  private final Enrollment enrollment = Fixtures.enrolled("e1", ADA);

  @BeforeEach
  void enroll() {
    memory.sequences().create(Fixtures.sequence(Fixtures.SEQUENCE.value(), NOON));
    memory.enrollments().create(Fixtures.entrance(enrollment));
  }

  @Test
  void what_fails_comes_again_four_times_and_is_then_put_before_a_person() {
    List<String> again = List.of("1", "2", "3", "4", "5").stream().filter(this::fails).toList();

    Enrollment failed = memory.enrollments().find(enrollment.id()).orElseThrow();
    assertThat(again).containsExactly("1", "2", "3", "4");
    assertThat(failed.claim()).isNull();
    assertThat(failed.state())
        .isInstanceOfSatisfying(
            State.Failed.class,
            state -> assertThat(state.reason()).isEqualTo("failed 5 times: the table is away"));
  }

  @Test
  void what_comes_too_early_comes_again_three_times_and_is_then_dropped() {
    StepDue early = due(enrollment.generation() + 1);

    assertThat(failures(message("3", StepDueJson.write(early)))).containsExactly("m3");
    assertThat(failures(message("4", StepDueJson.write(early)))).isEmpty();
  }

  @Test
  void what_is_unreadable_fails_alone() {
    StepDue nobody = new StepDue(new EnrollmentId("nobody"), Fixtures.SEQUENCE, 1, 1, 1, NOON);

    assertThat(failures(message("1", "hello"), message("4", StepDueJson.write(nobody))))
        .containsExactly("m1");
  }

  private boolean fails(String receives) {
    return !failures(message(receives, StepDueJson.write(due(enrollment.generation())))).isEmpty();
  }

  private List<String> failures(Events.Message... batch) {
    return messages
        .work(new Events.Sqs(List.of(batch)), new AnyContext())
        .getBatchItemFailures()
        .stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private StepDue due(int generation) {
    return new StepDue(enrollment.id(), Fixtures.SEQUENCE, 1, 1, generation, NOON);
  }

  private static Events.Message message(String receives, String body) {
    return new Events.Message("m" + receives, body, Map.of("ApproximateReceiveCount", receives));
  }

  private StepFire fire() {
    Dossiers away =
        (_, _) -> {
          throw new StepwiseException("the table is away");
        };
    CaseFiles files = new CaseFiles(memory.enrollments(), memory.sequences(), away);
    Commit commit =
        new Commit(
            memory.enrollments(), memory.timers(), new Places(memory.ledgers(), memory.senders()));
    Links links =
        new Links(memory.signingKeys(), "https://api.example.com", new Domain("in.example.com"));
    Composer composer = new Composer(links, "email.amazonses.com");
    Dispatch dispatch =
        new Dispatch(
            memory.mailer(),
            memory.sendingHolds(),
            new Places(memory.ledgers(), memory.senders()),
            Turnstile.open(),
            new Backoff(new Random(2)));
    SendStep send = new SendStep(files, commit, composer, dispatch, clock);
    return new StepFire(files, commit, send, clock);
  }
}
