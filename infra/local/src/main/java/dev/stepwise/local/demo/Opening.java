package dev.stepwise.local.demo;

import dev.stepwise.local.json.Json;
import dev.stepwise.local.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How the demonstration begins: the example sequence, and the contacts on it. */
record Opening(Api api, Path examples, PrintStream out) {

  /** The sequence of an earlier run, or a new one. */
  String sequence() throws IOException {
    var body = Files.readAllBytes(examples.resolve("sequence.json"));
    var name = Json.object(body).orElseThrow().text("name");
    for (var sequence : api.list("/sequences")) {
      if (sequence.text("name").equals(name)) {
        out.println("The sequence \"" + name + "\" is there already; going on with it.");
        return sequence.text("id");
      }
    }
    out.println("Creating the sequence \"" + name + "\". You are its rep, Robin.");
    return api.post("/sequences", body, "demo-sequence").text("id");
  }

  /** Enrolls those who were never enrolled: who has finished must not begin again. */
  void enroll(String sequence, List<JsonObject> enrollments, Scripts scripts) throws IOException {
    var known = enrollments.stream().map(Demo::email).collect(Collectors.toSet());
    var contacts =
        ContactsFile.read(examples.resolve("contacts.csv")).stream()
            .filter(contact -> !known.contains(String.valueOf(contact.get("email"))))
            .toList();
    if (contacts.isEmpty()) {
      return;
    }
    var body = Json.bytes(Map.of("sender", Rep.EMAIL, "contacts", contacts));
    var path = "/sequences/" + sequence + "/enrollments";
    for (var result : api.post(path, body, "demo-enroll-" + known.size()).objects("results")) {
      if (result.text("status").equals("rejected")) {
        out.println(result.text("email") + " rejected: " + result.text("reason"));
      }
    }
    out.println("Enrolled " + contacts.size() + " contacts, from Auckland to Chicago:\n");
    scripts.all().forEach(script -> out.println("  " + script.cast()));
  }
}
