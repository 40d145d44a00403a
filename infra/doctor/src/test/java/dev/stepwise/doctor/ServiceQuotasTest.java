package dev.stepwise.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;

class ServiceQuotasTest {
  private static final String OWN = "aws.endpointUrlServiceQuotas";

  @AfterEach
  void clear() {
    System.clearProperty(OWN);
  }

  @ParameterizedTest
  @CsvSource({
    "eu-west-1,https://servicequotas.eu-west-1.amazonaws.com",
    "cn-north-1,https://servicequotas.cn-north-1.amazonaws.com.cn"
  })
  void it_is_where_the_region_has_it(String region, String endpoint) {
    try (ServiceQuotas quotas = ServiceQuotas.create(Region.of(region))) {
      assertThat(quotas.endpoint()).hasToString(endpoint);
    }
  }

  @Test
  void the_setting_of_the_sdk_leads_elsewhere() {
    System.setProperty(OWN, "http://127.0.0.1:1");

    try (ServiceQuotas quotas = ServiceQuotas.create(Region.EU_WEST_1)) {
      assertThat(quotas.endpoint()).hasToString("http://127.0.0.1:1");
    }
  }
}
