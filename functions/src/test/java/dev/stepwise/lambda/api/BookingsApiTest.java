package dev.stepwise.lambda.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.booking.Hooks;
import dev.stepwise.booking.Secrets;
import dev.stepwise.booking.Tool;
import dev.stepwise.lambda.http.AnyContext;
import dev.stepwise.lambda.http.OpenHttp;
import dev.stepwise.mail.Tokens;
import dev.stepwise.memory.Memory;
import dev.stepwise.usecase.Booked;
import dev.stepwise.usecase.CaseFiles;
import dev.stepwise.usecase.Commit;
import dev.stepwise.usecase.HearOfBooking;
import dev.stepwise.usecase.MoveEnrollment;
import dev.stepwise.usecase.Places;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a webhook is answered. Nobody is enrolled here. */
class BookingsApiTest {
  private static final Instant NOW = Instant.parse("2026-11-22T11:00:00Z");
  private static final InstantSource CLOCK = () -> NOW;
  private static final List<SecretKey> KEYS = Secrets.keys("the-secret");

  @Test
  void genuine_news_are_taken() throws IOException {
    String body = Hooks.generic("created", "m1");

    assertThat(served("generic", timed(body, NOW), body))
        .contains("\"statusCode\":200", "{\\\"outcome\\\":\\\"unmatched\\\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"calendly", "Generic", "hubspot", ""})
  void a_tool_that_is_unknown_or_not_set_up_is_404(String tool) throws IOException {
    String body = Hooks.generic("created", "m1");

    assertThat(served(tool, timed(body, NOW), body)).contains("\"statusCode\":404");
  }

  @Test
  void a_missing_wrong_or_old_signature_is_a_problem_of_401() throws IOException {
    String body = Hooks.generic("created", "m1");

    for (String header :
        List.of("", "t=1,v1=00", timed(body + " ", NOW), timed(body, NOW.minusSeconds(181)))) {
      assertThat(served("generic", header, body))
          .contains("\"statusCode\":401", "application/problem+json", "X-Stepwise-Signature");
    }
  }

  @Test
  void the_signature_is_looked_at_before_the_body() throws IOException {
    assertThat(served("generic", "", "no JSON")).contains("\"statusCode\":401");
  }

  @ParameterizedTest
  @CsvSource({"no JSON", "''", "{\"event\":", "{\"event\":1\\,\"event\":2}"})
  void what_is_no_json_is_400(String body) throws IOException {
    assertThat(served("generic", timed(body, NOW), body)).contains("\"statusCode\":400");
  }

  @Test
  void what_cannot_be_read_is_422_and_names_its_field() throws IOException {
    String body = "{\"event\":\"created\",\"id\":\"m1\"}";

    assertThat(served("generic", timed(body, NOW), body))
        .contains("\"statusCode\":422", "\\\"field\\\":\\\"email\\\"");
  }

  @Test
  void other_news_are_200_so_that_the_tool_goes_on() throws IOException {
    String body = "{\"triggerEvent\":\"PING\"}";

    assertThat(served("cal.com", hex(body), body))
        .contains("\"statusCode\":200", "{\\\"outcome\\\":\\\"ignored\\\"}");
  }

  @Test
  void bytes_that_are_no_text_are_400_and_more_than_a_megabyte_413() throws IOException {
    byte[] bytes = {'"', (byte) 0xff, '"'};
    String large = "x".repeat(1024 * 1024 + 1);

    assertThat(served("cal.com", hex(bytes), bytes)).contains("\"statusCode\":400");
    assertThat(served("cal.com", hex(large), large)).contains("\"statusCode\":413");
  }

  @Test
  void the_very_bytes_are_what_is_signed() throws IOException {
    String body = "{ \"triggerEvent\" : \"PING\", \"n\":\"Zo\u00eb \\u00eb\" }\r\n";

    assertThat(served("cal.com", hex(body), body)).contains("\"statusCode\":200");
  }

  private static String served(String tool, String signature, String body) throws IOException {
    return served(tool, signature, body.getBytes(StandardCharsets.UTF_8));
  }

  private static String served(String tool, String signature, byte[] body) throws IOException {
    String event =
        """
        {"version":"2.0","routeKey":"POST /hooks/bookings/{tool}",
         "pathParameters":{"tool":"%s"},
         "headers":{"x-stepwise-signature":"%s","x-cal-signature-256":"%s"},
         "requestContext":{},"body":"%s","isBase64Encoded":true}\
        """
            .formatted(tool, signature, signature, Base64.getEncoder().encodeToString(body));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    http()
        .serve(
            new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
            out,
            new AnyContext());
    return out.toString(StandardCharsets.UTF_8);
  }

  private static OpenHttp http() {
    Memory memory = new Memory(new Random(5));
    CaseFiles files = new CaseFiles(memory.enrollments(), memory.sequences(), memory.dossiers());
    MoveEnrollment move =
        new MoveEnrollment(
            files,
            new Commit(
                memory.enrollments(),
                memory.timers(),
                new Places(memory.ledgers(), memory.senders())),
            CLOCK);
    Booked booked =
        new Booked(memory.enrollments(), memory.contacts(), new Tokens(memory.signingKeys()));
    HearOfBooking hear = new HearOfBooking(booked, move, memory.deliveries(), CLOCK);
    Secrets secrets = (tool, now) -> tool == Tool.CALENDLY ? List.of() : KEYS;
    OpenHttp http = new OpenHttp();
    new BookingsApi(hear, secrets, memory.senders(), CLOCK).serve(http);
    return http;
  }

  private static String timed(String body, Instant at) {
    return "t=" + at.getEpochSecond() + ",v1=" + hex(at.getEpochSecond() + "." + body);
  }

  private static String hex(String signed) {
    return hex(signed.getBytes(StandardCharsets.UTF_8));
  }

  private static String hex(byte[] signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(KEYS.getFirst());
      return HexFormat.of().formatHex(mac.doFinal(signed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
