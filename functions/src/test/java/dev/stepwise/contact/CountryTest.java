package dev.stepwise.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.InvalidValueException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountryTest {
  @ParameterizedTest
  @CsvSource({
    "IT, Europe/Rome,      true",
    "DE, Europe/Berlin,    true",
    "JP, Asia/Tokyo,       true",
    "AR, America/Argentina/Buenos_Aires, true",
    "US, America/New_York, false",
    "AU, Australia/Sydney, false",
    "RU, Europe/Moscow,    false",
    "ES, Europe/Madrid,    false"
  })
  void a_country_has_the_zone_of_its_capital(Country country, ZoneId zone, boolean one) {
    assertThat(country.zone()).contains(zone);
    assertThat(country.hasOneClock()).isEqualTo(one);
  }

  @Test
  void only_places_without_people_of_their_own_have_no_zone() {
    List<String> without =
        Arrays.stream(Locale.getISOCountries())
            .filter(code -> new Country(code).zone().isEmpty())
            .toList();

    assertThat(without).containsExactlyInAnyOrder("AQ", "BV", "HM", "UM");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "de", "DEU", "XX", "UK", "Germany", "D\u0415"})
  void what_is_no_code_of_a_country_is_refused(String code) {
    assertThatThrownBy(() -> new Country(code)).isInstanceOf(InvalidValueException.class);
  }
}
