package dev.stepwise.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.InvalidValueException;
import dev.stepwise.contact.Contact;
import dev.stepwise.contact.Country;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.pacing.Pace;
import dev.stepwise.sender.Sender;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneRuleTest {
  private static final EmailAddress ADA = new EmailAddress("ada@prospect.example");

  /** The sender is in Lisbon. */
  @ParameterizedTest
  @CsvSource({
    "contact,      Asia/Tokyo, US, Asia/Tokyo (contact)",
    "contact,      ,           IT, Europe/Rome (country)",
    "contact,      ,           US, America/New_York (capital)",
    "contact,      ,           AQ, Europe/Lisbon (sender)",
    "contact,      ,           ,   Europe/Lisbon (sender)",
    "sender,       Asia/Tokyo, US, Europe/Lisbon (sender)",
    "UTC,          Asia/Tokyo, US, UTC (sequence)",
    "Europe/Paris, ,           ,   Europe/Paris (sequence)"
  })
  void a_zone_is_found_and_said_how(
      String rule, @Nullable ZoneId own, @Nullable Country country, String expected) {
    Contact ada = new Contact(ADA, null, null, null, own, country, Map.of());

    LocalZone zone = ZoneRule.parse(rule).zone(ada, rep());

    assertThat(zone).hasToString(expected);
    assertThat(ZoneRule.parse(rule).wire()).isEqualTo(rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+02:00",
        "Z",
        "UTC+2",
        "GMT+2",
        "Etc/GMT+2",
        "Etc/GMT",
        "GMT",
        "EST",
        "MST",
        "HST",
        "Europe/Atlantis",
        "europe/rome",
        "Zulu",
        "Contact"
      })
  void an_offset_by_any_name_is_refused(String text) {
    assertThatThrownBy(() -> ZoneRule.parse(text)).isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> ZoneRule.zone(text)).isInstanceOf(InvalidValueException.class);
  }

  private static Sender rep() {
    ZoneId lisbon = ZoneId.of("Europe/Lisbon");
    return new Sender(
        new EmailAddress("rep@example.com"),
        "Rep",
        lisbon,
        null,
        null,
        Pace.FREE,
        null,
        null,
        Set.of());
  }
}
