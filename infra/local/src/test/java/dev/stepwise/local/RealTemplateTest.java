package dev.stepwise.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.local.http.ApiClient;
import dev.stepwise.local.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The deployed template itself, with its own handlers. */
class RealTemplateTest {
  private static final LocalSystem SYSTEM =
      LocalSystem.start(Options.inMemory(Path.of("../../template.yaml"), Running.START));
  private static final ApiClient REP = new ApiClient(SYSTEM.api(), SYSTEM.tokens().rep());

  @AfterAll
  static void end() {
    SYSTEM.close();
  }

  @Test
  void the_first_sender_is_there_and_the_rep_may_see_it() {
    var sender = REP.get("/senders/rep@example.com");

    assertThat(sender.status()).isEqualTo(200);
    assertThat(Json.object(sender.body().toArray()).orElseThrow().text("name"))
        .isEqualTo("Robin Example");
  }

  @Test
  void the_example_sequence_is_accepted() throws IOException {
    var example = Files.readAllBytes(Path.of("../examples/sequence.json"));

    var created = REP.post("/sequences", example, Map.of("Idempotency-Key", "example"));

    assertThat(created.status()).isEqualTo(201);
  }
}
