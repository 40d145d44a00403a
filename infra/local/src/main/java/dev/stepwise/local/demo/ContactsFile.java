package dev.stepwise.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads contacts from CSV. Columns that the API does not know become free fields. */
final class ContactsFile {
  private static final Map<String, String> KNOWN =
      Map.of(
          "email", "email",
          "first_name", "firstName",
          "last_name", "lastName",
          "company", "company",
          "time_zone", "timeZone");

  private ContactsFile() {}

  static List<Map<String, Object>> read(Path file) throws IOException {
    var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var reader = Files.newBufferedReader(file);
        var records = format.parse(reader)) {
      return records.stream().map(ContactsFile::contact).toList();
    }
  }

  private static Map<String, Object> contact(CSVRecord record) {
    var contact = new LinkedHashMap<String, Object>();
    var fields = new LinkedHashMap<String, Object>();
    record
        .toMap()
        .forEach((column, value) -> {
          var name = KNOWN.get(column);
          if (!value.isBlank()) {
            (name == null ? fields : contact).put(name == null ? column : name, value);
          }
        });
    contact.put("fields", fields);
    return contact;
  }
}
