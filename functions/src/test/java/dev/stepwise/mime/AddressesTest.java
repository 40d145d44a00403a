package dev.stepwise.mime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.contact.EmailAddress;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ada@example.com                                     | ada@example.com",
        "<ADA@Example.COM>                                   | ada@example.com",
        "Ada Lovelace <ada@example.com>                      | ada@example.com",
        "\"Lovelace, Ada\" <ada@example.com>, bob@example.net  | ada@example.com bob@example.net",
        "\"bob@example.net\" <ada@example.com>                 | ada@example.com",
        "bob@example.net <ada@example.com>                   | ada@example.com",
        "Grüße <ada@example.com>                             | ada@example.com",
        "ada@example.com (Ada Lovelace)                      | ada@example.com",
        "Friends: ada@example.com, Bob <bob@example.net>;    | ada@example.com bob@example.net",
        "undisclosed-recipients:;                            | ``",
        "<@relay.example:ada@example.com>                    | ada@example.com",
        "<>                                                  | ``",
        "MAILER-DAEMON                                       | ``",
        "Ada ada@example.com                                 | ``",
        "\"odd local\"@example.com, ada@example.com            | ada@example.com",
        "ada@example.com, ada@EXAMPLE.com                    | ada@example.com",
        "ada@exam_ple, @, ada@, <<ada@example.com>>          | ada@example.com"
      })
  void the_bare_addresses_of_a_field_are_found(String value, String addresses) {
    assertThat(
            Addresses.of(value).stream().map(EmailAddress::value).collect(Collectors.joining(" ")))
        .isEqualTo(addresses);
  }

  @Test
  void of_ten_thousand_addresses_a_hundred_count() {
    String value =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "a%d@example.com".formatted(i))
            .collect(Collectors.joining(", "));

    assertThat(Addresses.of(value)).hasSize(100);
  }
}
