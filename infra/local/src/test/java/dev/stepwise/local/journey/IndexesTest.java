package dev.stepwise.local.journey;

import static dev.stepwise.local.journey.Bodies.contact;
import static dev.stepwise.local.journey.Bodies.email;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.local.template.Leave;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IndexesTest {
  @RegisterExtension static final Running RUNNING = new Running();

  /** That nobody reads more is what {@link Leave} holds in every journey. */
  @Test
  void functions_read_the_indexes_that_they_may() {
    var stepwise = RUNNING.stepwise();
    var sequence = stepwise.sequence(List.of(email("P1D", "One")));
    stepwise.enroll(sequence, contact("ada@index.example"));

    stepwise.rep.list("/sequences");
    stepwise.rep.list("/enrollments?sequence=" + sequence);
    stepwise.rep.list("/enrollments?contact=ada@index.example");
    stepwise.rep.list("/enrollments?sender=" + Stepwise.REP);
    stepwise.rep.list("/tasks");
    stepwise.rep.get("/contacts/ada@index.example").is(200);
    stepwise.rep.post("/sequences/" + sequence + "/pause").is(200);
    stepwise.rep.post("/senders/" + Stepwise.REP + "/pause").is(200);
    stepwise.rep.post("/_local/invoke/SweepFunction").is(200);
    stepwise.rep.post("/senders/" + Stepwise.REP + "/resume").is(200);

    assertThat(Leave.indexesRead()).isEqualTo(Leave.indexesAllowed());
  }
}
