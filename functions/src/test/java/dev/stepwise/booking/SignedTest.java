package dev.stepwise.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.Bytes;
import dev.stepwise.booking.Signed.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The right codes here were computed by openssl dgst -sha256 -hmac. */
class SignedTest {
  /** 1795345200 in seconds. */
  private static final Instant SIGNED = Instant.parse("2026-11-22T11:00:00Z");

  private static final String CALENDLY_BODY = "{\"event\":\"invitee.created\"}";
  private static final String CALENDLY =
      "b2d2161da1f1c8e82679567c14b4f677062c473c7b4330d480227680356fecae";
  private static final String CAL_COM_BODY = "{\"triggerEvent\":\"PING\"}";
  private static final String CAL_COM =
      "9a3a4cae54e1b13889501ec148710f2e0fa69c19cc95c21b078af5f6fb16626a";
  private static final String GENERIC_BODY = "{\"event\":\"created\",\"name\":\"Zo\u00eb\"}";
  private static final String GENERIC =
      "2bb69d581dd0a9241ce73dbf79c0e3f7e5cde925a5859b03d9c45c471e9d7e42";

  @Test
  void what_each_tool_signs_is_genuine() {
    assertThat(calendly("t=1795345200,v1=" + CALENDLY, SIGNED)).isEqualTo(Verdict.GENUINE);
    assertThat(calCom(CAL_COM, CAL_COM_BODY)).isEqualTo(Verdict.GENUINE);
    assertThat(verdict(Tool.GENERIC, "t=1795345200,v1=" + GENERIC, GENERIC_BODY, "generic-secret"))
        .isEqualTo(Verdict.GENUINE);
  }

  @ParameterizedTest
  @CsvSource({"-181,STALE", "-180,GENUINE", "0,GENUINE", "180,GENUINE", "181,STALE"})
  void a_signature_holds_for_three_minutes_either_way(int seconds, Verdict expected) {
    Instant now = SIGNED.plusSeconds(seconds);

    assertThat(calendly("t=1795345200,v1=" + CALENDLY, now)).isEqualTo(expected);
  }

  @Test
  void a_signature_without_time_holds_for_ever() {
    Signed signed = new Signed(Tool.CAL_COM, CAL_COM, bytes(CAL_COM_BODY));

    assertThat(signed.verify(Secrets.keys("cal-secret"), SIGNED.plusSeconds(1_000_000)))
        .isEqualTo(Verdict.GENUINE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "t=1795345200",
        "v1=" + CALENDLY,
        "t=,v1=" + CALENDLY,
        "t=now,v1=" + CALENDLY,
        "t=-1795345200,v1=" + CALENDLY,
        "t=99999999999999999999,v1=" + CALENDLY,
        "t=1795345201,v1=" + CALENDLY,
        "t=1795345200,v1=",
        "t=1795345200,v1",
        "t=1795345200,v0=" + CALENDLY,
        "t=1795345200,v1=" + CAL_COM,
        CALENDLY
      })
  void any_other_header_is_forged(String header) {
    assertThat(calendly(header, SIGNED)).isEqualTo(Verdict.FORGED);
  }

  @Test
  void a_changed_body_or_another_secret_is_forged() {
    String header = "t=1795345200,v1=" + CALENDLY;

    assertThat(verdict(Tool.CALENDLY, header, CALENDLY_BODY + " ", "calendly-secret"))
        .isEqualTo(Verdict.FORGED);
    assertThat(verdict(Tool.CALENDLY, header, CALENDLY_BODY, "cal-secret"))
        .isEqualTo(Verdict.FORGED);
    assertThat(calCom(CAL_COM, CAL_COM_BODY + "\n")).isEqualTo(Verdict.FORGED);
    assertThat(calCom("no-secret-provided", CAL_COM_BODY)).isEqualTo(Verdict.FORGED);
    assertThat(calCom("", CAL_COM_BODY)).isEqualTo(Verdict.FORGED);
  }

  @Test
  void a_forged_signature_of_another_time_is_forged_not_stale() {
    assertThat(calendly("t=1,v1=" + CALENDLY, SIGNED)).isEqualTo(Verdict.FORGED);
  }

  @Test
  void a_new_secret_stands_beside_the_old() {
    Signed signed = new Signed(Tool.CAL_COM, CAL_COM, bytes(CAL_COM_BODY));

    assertThat(signed.verify(Secrets.keys("new-secret\n cal-secret \n\n"), SIGNED))
        .isEqualTo(Verdict.GENUINE);
    assertThat(signed.verify(Secrets.keys(" \n"), SIGNED)).isEqualTo(Verdict.FORGED);
  }

  @Test
  void one_of_several_signatures_is_enough_and_capital_digits_are_digits() {
    String both = "t=1795345200, v1=" + CAL_COM + ", v1=" + CALENDLY.toUpperCase();

    assertThat(calendly(both, SIGNED)).isEqualTo(Verdict.GENUINE);
  }

  private static Verdict calendly(String header, Instant now) {
    return new Signed(Tool.CALENDLY, header, bytes(CALENDLY_BODY))
        .verify(Secrets.keys("calendly-secret"), now);
  }

  private static Verdict calCom(String header, String body) {
    return verdict(Tool.CAL_COM, header, body, "cal-secret");
  }

  private static Verdict verdict(Tool tool, String header, String body, String secret) {
    return new Signed(tool, header, bytes(body)).verify(Secrets.keys(secret), SIGNED);
  }

  private static Bytes bytes(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
