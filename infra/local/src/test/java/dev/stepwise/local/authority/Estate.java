package dev.stepwise.local.authority;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.local.LocalSystem;
import dev.stepwise.local.http.ApiClient;
import dev.stepwise.local.json.Json;
import dev.stepwise.local.json.JsonObject;
import dev.stepwise.local.openapi.Operations.Operation;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What a rep has, and what others must not come to know of it. */
record Estate(URI api, String sequence, String enrollment, String task) {
  static final String OWNER = "rep@example.com";
  static final String NEIGHBOUR = "other@example.com";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String CONTACT = "ada.quillfeather@prospect.example";

  /** Words that only the owner, and who is told them, can know. */
  private static final Set<String> PRIVATE = Set.of("Quillfeather", "zanzibar-7", CONTACT);

  /** A sequence with an open task, and a neighbour of whom the owner is none. */
  static Estate of(LocalSystem system) {
    ApiClient admin = new ApiClient(system.api(), system.tokens().admin());
    put(
        admin,
        "/senders/" + NEIGHBOUR,
        Map.of("name", "Other", "timeZone", "UTC", "subjects", List.of("other-rep")));
    ApiClient rep = new ApiClient(system.api(), system.tokens().rep());
    String sequence =
        post(rep, "/sequences", Map.of("name", "Mine", "owner", OWNER, "steps", steps()))
            .text("id");
    JsonObject enrolled =
        post(
            rep,
            "/sequences/" + sequence + "/enrollments",
            Map.of("sender", OWNER, "contacts", List.of(contact())));
    String enrollment = enrolled.objects("results").getFirst().text("enrollmentId");
    post(rep, "/_local/clock", Map.of("advance", "PT0S"));
    String task = done(rep.get("/tasks")).objects("items").getFirst().text("id");
    return new Estate(system.api(), sequence, enrollment, task);
  }

  /**
   * The path of a route with what the owner has; a parameter that is new here must be given one.
   */
  String path(String template) {
    String id =
        switch (template.split("/", 3)[1]) {
          case "sequences" -> sequence;
          case "enrollments" -> enrollment;
          case "tasks" -> task;
          default -> "{id}";
        };
    String email = template.startsWith("/senders") ? OWNER : CONTACT;
    String path =
        template
            .replace("{id}", id)
            .replace("{email}", encoded(email))
            .replace("{addressOrDomain}", encoded(CONTACT))
            .replace("{n}", "1");
    assertThat(path).as("the matrix has no value for a parameter of this path").doesNotContain("{");
    return path;
  }

  /**
   * Asks for what the owner has with a value of the header authorization; an empty one is left out.
   */
  HttpResponse<String> ask(Operation operation, String credential) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(api.resolve(path(operation.path())))
            .header("content-type", "application/json")
            .method(operation.method(), BodyPublishers.ofString(operation.body()));
    operation.headers().forEach(request::header);
    if (!credential.isEmpty()) {
      request.header("authorization", credential);
    }
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(operation.route(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What the answer tells of the owner that the request did not say. */
  static List<String> toldBy(String answer, String request) {
    return PRIVATE.stream()
        .filter(word -> answer.contains(word) && !request.contains(word))
        .toList();
  }

  /** All that is stored, owed or sent. */
  Set<String> everything() {
    Set<String> all = new TreeSet<>();
    try (DynamoDbClient table = DynamoDbClient.create()) {
      table
          .scanPaginator(scan -> scan.tableName("stepwise-Table").consistentRead(true))
          .items()
          .forEach(item -> all.add(new TreeMap<>(item).toString()));
    }
    ApiClient anybody = new ApiClient(api, "");
    all.add(anybody.get("/_local/timers").body().utf8());
    all.add(anybody.get("/_local/outbox").body().utf8());
    return all;
  }

  private static List<Map<String, Object>> steps() {
    return List.of(
        Map.of(
            "type", "task", "task", "call", "delay", "PT0S", "title", "Call {{contact.lastName}}"),
        Map.of("type", "email", "delay", "P1D", "subject", "One", "text", "Hello"));
  }

  private static Map<String, Object> contact() {
    return Map.of(
        "email", CONTACT, "lastName", "Quillfeather", "fields", Map.of("code", "zanzibar-7"));
  }

  private static void put(ApiClient who, String path, Map<String, ?> body) {
    done(who.put(path, Json.bytes(body)));
  }

  private static JsonObject post(ApiClient who, String path, Map<String, ?> body) {
    return done(who.post(path, Json.bytes(body), Map.of()));
  }

  private static JsonObject done(ApiClient.Answer reply) {
    assertThat(reply.status()).as(reply.body().utf8()).isLessThan(300);
    return Json.object(reply.body().toArray()).orElseThrow();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
