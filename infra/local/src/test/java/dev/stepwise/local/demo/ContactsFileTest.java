package dev.stepwise.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContactsFileTest {
  @Test
  void known_columns_are_attributes_and_the_others_free_fields() throws IOException {
    var contacts = ContactsFile.read(Path.of("../examples/contacts.csv"));

    assertThat(contacts)
        .hasSize(9)
        .contains(
            Map.of(
                "email", "farah@indus.example",
                "firstName", "Farah",
                "lastName", "Khan",
                "company", "Indus Textiles",
                "timeZone", "Asia/Karachi",
                "fields", Map.of("reason", "moving online, shop by shop")));
  }

  @Test
  void blank_cells_are_left_out() throws IOException {
    var contacts = ContactsFile.read(Path.of("../examples/contacts.csv"));

    assertThat(contacts)
        .contains(
            Map.of("email", "hana@sol.example", "timeZone", "Europe/Madrid", "fields", Map.of()));
  }
}
