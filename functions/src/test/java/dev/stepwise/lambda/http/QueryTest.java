package dev.stepwise.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stepwise.memory.Memory;
import dev.stepwise.sequence.SequenceId;
import dev.stepwise.usecase.Authority;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the query of a request says. */
class QueryTest {
  @Test
  void a_parameter_means_something() {
    Request request = asking(Map.of("sequence", "3kq8m0z1"));

    assertThat(request.query("sequence", SequenceId::new)).contains(new SequenceId("3kq8m0z1"));
  }

  @Test
  void one_that_is_left_out_asks_for_nothing() {
    assertThat(asking(Map.of()).query("sequence", SequenceId::new)).isEmpty();
  }

  @Test
  void an_empty_one_is_refused_so_that_it_does_not_list_everything() {
    Request request = asking(Map.of("sequence", ""));

    var refused =
        catchThrowableOfType(
            RefusedException.class, () -> request.query("sequence", SequenceId::new));

    assertThat(refused.reply().status()).isEqualTo(422);
    assertThat(Requests.fields(refused.reply())).containsExactly("sequence");
  }

  private static Request asking(Map<String, String> query) {
    Authority admin = new Authority("admin", true, new Memory(new Random(1)).senders());
    return new Request(
        "GET /x", admin, Map.of(), query, Map.of(), null, () -> Duration.ofMinutes(1));
  }
}
