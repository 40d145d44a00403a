package dev.stepwise.local.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.local.bytes.Bytes;
import dev.stepwise.local.http.Reply;
import dev.stepwise.local.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractTest {
  private static final String SUPPRESSION =
      """
      {"target":"a@b.example","since":"2026-12-01T09:00:00Z","by":"s","note":null,"reason":"manual"}\
      """;

  @Test
  void an_exchange_as_described_breaches_nothing() {
    assertThat(Contract.breaches(suppressing("{\"note\":\"So\"}", 200, SUPPRESSION))).isEmpty();
    assertThat(Contract.breaches(suppressing("", 200, SUPPRESSION))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a field that nobody knows | {}            | 200 | manual\",\"more\":\" | more",
        "a value that is none      | {}            | 200 | unkind              | reason",
        "no instant                | {}            | 200 | manual\",\"since\":\"now | since",
        "a status                  | {}            | 206 | manual              | 206",
        "what is not to be asked   | {\"why\":\"So\"} | 200 | manual              | why",
        "no content type of ours   | {}            | 404 | manual              | application/json"
      })
  void what_is_not_described_is_a_breach(
      String what, String asked, int status, String reason, String told) {
    var answer = SUPPRESSION.replace("manual", reason);

    assertThat(Contract.breaches(suppressing(asked, status, answer)))
        .as(what)
        .isNotEmpty()
        .anySatisfy(breach -> assertThat(breach).contains(told));
  }

  @Test
  void what_was_refused_may_have_been_anything() {
    var problem =
        """
        {"type":"about:blank","title":"T","status":422,"detail":"d","field":"why",
         "errors":[{"field":"why","detail":"d"}]}\
        """;

    assertThat(
            Contract.breaches(
                exchange("/suppressions/a@b.example", "{\"why\":1}", 422, problem, "problem+json")))
        .isEmpty();
  }

  @Test
  void a_route_that_is_not_described_is_not_there() {
    assertThat(Contract.breaches(exchange("/nothing", "", 404, "{}", "json"))).isEmpty();
    assertThat(Contract.breaches(exchange("/nothing", "", 200, "{}", "json"))).isNotEmpty();
  }

  @Test
  void a_parameter_that_is_not_described_is_a_breach() {
    assertThat(
            Contract.breaches(
                exchange("/suppressions/a@b.example?x=1", "", 200, SUPPRESSION, "json")))
        .containsExactly("query x is not described");
  }

  @Test
  void every_example_is_as_described() {
    var media = all(Description.API.root().child("paths").orElseThrow()).toList();

    assertThat(media.stream().flatMap(ContractTest::examples)).hasSizeGreaterThan(10);
    assertThat(media.stream().flatMap(ContractTest::faults)).isEmpty();
  }

  private static Stream<Place> examples(Place media) {
    return media.children("examples").map(Map.Entry::getValue);
  }

  private static Stream<String> faults(Place media) {
    return examples(media)
        .flatMap(example ->
            Description.API.errors(media, example.node().get("value")).stream()
                .map(error -> example.pointer() + " " + error));
  }

  /** Every media type of the operations' bodies. */
  private static Stream<Place> all(Place paths) {
    return paths
        .node()
        .propertyStream()
        .map(path -> paths.child(path.getKey()).orElseThrow())
        .flatMap(path ->
            path.node().propertyStream().flatMap(each -> path.child(each.getKey()).stream()))
        .flatMap(operation -> operation.child("requestBody").stream())
        .flatMap(body -> body.children("content"))
        .map(Map.Entry::getValue);
  }

  private static Exchange suppressing(String body, int status, String answer) {
    return exchange("/suppressions/a@b.example", body, status, answer, "json");
  }

  private static Exchange exchange(
      String path, String body, int status, String answer, String type) {
    var parts = path.split("\\?", 2);
    return new Exchange(
        new Request(
            "PUT",
            parts[0],
            parts.length == 2 ? parts[1] : "",
            Map.of("content-type", List.of("application/json")),
            bytes(body),
            "",
            ""),
        new Reply(status, Map.of("Content-Type", List.of("application/" + type)), bytes(answer)));
  }

  private static Bytes bytes(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
