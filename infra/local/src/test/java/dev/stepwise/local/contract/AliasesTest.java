package dev.stepwise.local.contract;

import static dev.stepwise.contract.Fixtures.ADA;
import static dev.stepwise.contract.Fixtures.NOON;
import static dev.stepwise.contract.Fixtures.REP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.aws.Aws;
import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What logs call people. */
class AliasesTest {
  @Test
  void people_have_pseudonyms_that_last() {
    LocalStore store = LocalStore.empty();
    String alias = store.aws().aliases().apply(ADA);

    assertThat(alias).matches("[0-9a-z]{20,}");
    assertThat(aws(store.table(), "no").aliases().apply(ADA)).isEqualTo(alias);
    assertThat(store.aws().aliases().apply(REP)).isNotEqualTo(alias);
    assertThat(LocalStore.empty().aws().aliases().apply(ADA)).isNotEqualTo(alias);
  }

  @Test
  void a_team_may_have_addresses_in_its_logs() {
    assertThat(aws("none", "yes").aliases().apply(ADA)).isEqualTo(ADA.value());
  }

  private static Aws aws(String table, String addresses) {
    return new Aws(
        Map.of("TABLE_NAME", table, "LOG_ADDRESSES", addresses), new SecureRandom(), () -> NOON);
  }
}
