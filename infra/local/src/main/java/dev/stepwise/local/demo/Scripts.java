package dev.stepwise.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Who does what, by address, in the order of the file. */
record Scripts(Map<String, Script> byEmail) {

  static Scripts read(Path file) throws IOException {
    var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    var scripts = new LinkedHashMap<String, Script>();
    try (var reader = Files.newBufferedReader(file);
        var records = format.parse(reader)) {
      records.stream().map(Scripts::script).forEach(each -> scripts.put(each.email(), each));
    }
    return new Scripts(scripts);
  }

  /** What that person does; who is not in the file does nothing. */
  Script of(String email) {
    return byEmail.getOrDefault(email, new Script(email, Doing.NOTHING, "", Duration.ZERO, ""));
  }

  Stream<Script> all() {
    return byEmail.values().stream();
  }

  private static Script script(CSVRecord row) {
    var after = row.get("after");
    return new Script(
        row.get("email"),
        Doing.of(row.get("does")),
        row.get("step"),
        after.isEmpty() ? Duration.ZERO : Duration.parse(after),
        row.get("words"));
  }
}
