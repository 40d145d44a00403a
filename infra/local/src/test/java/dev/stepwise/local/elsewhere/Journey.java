package dev.stepwise.local.elsewhere;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.local.json.Json;
import dev.stepwise.local.json.JsonObject;
import dev.stepwise.local.lambda.LocalFunctions;
import dev.stepwise.local.packaged.SampleEvents;
import dev.stepwise.local.template.StackTemplate;
import dev.stepwise.local.template.Surroundings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** The template's functions over that endpoint, worked by the sample events. */
final class Journey {
  private static final Path TEMPLATE = Path.of("../../template.yaml");

  private final LocalFunctions functions;
  private final SampleEvents events = new SampleEvents();

  /** Makes what the template names: table, queues and the group of timers. */
  Journey(Elsewhere place) {
    String queues = place.queue("stepwise-any").replaceFirst("/[^/]*/stepwise-any$", "");
    var parameters =
        Map.of(
            "SendingDomain", "example.com",
            "InboundDomain", "reply.example.com",
            "TokenIssuer", "https://issuer.example.com",
            "TokenAudience", "stepwise");
    var template =
        StackTemplate.read(
            TEMPLATE, new Surroundings(parameters, "https://api.example.com", queues));
    template.tables().forEach(place::create);
    template.queues().forEach(queue -> place.queue(queue.name()));
    template.scheduleGroups().forEach(place::createGroup);
    place.ensureConfigurationSet(Surroundings.STACK + "-mail");
    // Whoever was enrolled by a run before this one is so still.
    events.say("ada@prospect.example", Elsewhere.RUN + "@prospect.example");
    functions = LocalFunctions.load(template, InstantSource.system());
  }

  /** A sender, a sequence and somebody on it. */
  String enrolled() {
    http("SendersFunction");
    events.say("3kq8m0z1", http("SequencesFunction").text("id"));
    var result = http("EnrollFunction").objects("results").getFirst();
    assertThat(result.text("status")).isEqualTo("enrolled");
    events.say("7xw2c9a4", result.text("enrollmentId"));
    return result.text("enrollmentId");
  }

  /** The first step is fired. */
  void wake() {
    assertThat(work("StepFireFunction").objects("batchItemFailures")).isEmpty();
  }

  JsonObject enrollment() {
    return http("EnrollmentsFunction");
  }

  private JsonObject http(String event) {
    var answer = work(event);
    assertThat(answer.get("statusCode")).as("%s: %s", event, answer).isIn(200, 201);
    return object(answer.text("body"));
  }

  private JsonObject work(String event) {
    var function = functions.named(event).orElseThrow();
    var answer = function.invoke(events.text(event).getBytes(StandardCharsets.UTF_8));
    return object(new String(answer.orElseThrow(), StandardCharsets.UTF_8));
  }

  private static JsonObject object(String json) {
    return Json.object(json.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }
}
