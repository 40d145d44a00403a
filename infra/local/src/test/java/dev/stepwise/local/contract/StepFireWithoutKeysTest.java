package dev.stepwise.local.contract;

import static dev.stepwise.contract.Fixtures.ADA;
import static dev.stepwise.contract.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.aws.StepDueJson;
import dev.stepwise.contract.Fixtures;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.enrollment.State;
import dev.stepwise.lambda.StepFireFunction;
import dev.stepwise.lambda.http.AnyContext;
import dev.stepwise.local.aws.Faults.Kind;
import dev.stepwise.timer.StepDue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** SSM does not answer, from before the function begins until its message has come five times. */
class StepFireWithoutKeysTest {
  private static final int TRIES_OF_THE_SDK = 3;
  private static final int RECEIVES = 5;

  private final LocalStore store = LocalStore.empty();
  private final Enrollment e = Fixtures.enrolled("e1", ADA);

  @Test
  void an_outage_of_ssm_fails_no_enrollment_and_the_mail_leaves_after_it() throws IOException {
    store.senders().save(Optional.empty(), Fixtures.rep());
    store.sequences().create(Fixtures.sequence(Fixtures.SEQUENCE.value(), NOON));
    store.enrollments().create(Fixtures.entrance(e));
    LocalStore.LOCAL
        .faults()
        .add("ssm", "GetParameters", Kind.FAIL, TRIES_OF_THE_SDK * (RECEIVES + 1));
    StepFireFunction function = new StepFireFunction(environment(), () -> NOON);

    for (int receive = 1; receive <= RECEIVES; receive++) {
      assertThat(comesAgain(function, receive)).as("receive %d", receive).isTrue();
      assertThat(found().state()).isInstanceOf(State.Active.class);
    }

    assertThat(comesAgain(function, RECEIVES + 1)).isFalse();
    assertThat(found().timeline()).extracting(Entry::type).contains(Entry.Type.SENT);
  }

  private boolean comesAgain(StepFireFunction function, int receive) throws IOException {
    StepDue due = StepDue.of(found(), (State.Active) found().state());
    String event =
        """
        {"Records":[{"messageId":"m","body":"%s","attributes":{"ApproximateReceiveCount":"%d"}}]}
        """
            .formatted(StepDueJson.write(due).replace("\"", "\\\""), receive);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    function.handleRequest(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, new AnyContext());
    return answer.toString(StandardCharsets.UTF_8).contains("\"m\"");
  }

  private Enrollment found() {
    return store.enrollments().find(e.id()).orElseThrow();
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(store.environmentWithoutMails());
    environment.put("INBOUND_DOMAIN", "in.example.com");
    environment.put("STEP_FIRE_CONCURRENCY", "10");
    environment.put("SENDS_PER_SECOND", "1000");
    environment.put("AWS_REGION", "us-east-1");
    return environment;
  }
}
