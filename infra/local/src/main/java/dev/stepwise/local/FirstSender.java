package dev.stepwise.local;

import dev.stepwise.local.http.ApiClient;
import dev.stepwise.local.json.Json;
import java.util.List;
import java.util.Map;

/** Makes the one sender that every local system has, over its own API. */
final class FirstSender {
  static final String EMAIL = "rep@example.com";
  static final String SUBJECT = "local-rep";

  private static final Map<String, Object> SENDER =
      Map.of(
          "name", "Robin Example",
          "timeZone", "UTC",
          "postalAddress", "1 Example Street, 12345 Exampletown",
          "bookingLink", "https://meet.example.com/robin",
          "subjects", List.of(SUBJECT));

  private FirstSender() {}

  static void ensure(ApiClient admin) {
    var path = "/senders/" + EMAIL;
    var found = admin.get(path);
    var answer = found.status() == 404 ? admin.put(path, Json.bytes(SENDER)) : found;
    if (answer.status() >= 300) {
      throw new CannotStart(
          "The API answers %d to the first sender: %s"
              .formatted(answer.status(), answer.body().utf8()));
    }
  }
}
