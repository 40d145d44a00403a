package dev.stepwise.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.stepwise.doctor.Finding.Grade;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** APIs that answer otherwise than the local one does. */
class ApiAccessTest {
  private final HttpServer server =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  private final String url = "http://127.0.0.1:" + server.getAddress().getPort();

  ApiAccessTest() throws IOException {
    server.start();
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  @Test
  void an_api_that_asks_for_a_token_is_good() {
    answer(401);

    assertThat(look()).isEqualTo(Finding.good("API: who has no token is refused"));
  }

  @ParameterizedTest
  @CsvSource({
    "404,404: it has lost the routes,see to TokenIssuer (above)",
    "404,404: it has lost the routes,give HttpApi in template.yaml a Description",
    "403,403: the call was let through,give HttpApi in template.yaml a Description",
    "200,200: THE API IS OPEN,--disable-execute-api-endpoint --api-id an-api",
    "404,404: it has lost the routes,was disabled by hand",
    "200,200: THE API IS OPEN,call --no-disable-execute-api-endpoint",
    "200,200: THE API IS OPEN,give HttpApi in template.yaml a Description",
    "429,429,its access log"
  })
  void any_other_answer_is_to_be_mended(int status, String told, String remedy) {
    answer(status);

    Finding found = look();

    assertThat(found.grade()).isEqualTo(Grade.MEND);
    assertThat(found.text())
        .startsWith("API: GET " + url + "/tasks without a token answers " + told);
    assertThat(found.remedy()).contains(remedy);
  }

  @Test
  void no_answer_is_to_be_mended() {
    server.stop(0);

    assertThat(look().lines())
        .startsWith("mend  API: " + url + "/tasks does not answer (ConnectException)");
  }

  /** Whoever sends a token, or asks for something else, is answered 500. */
  private void answer(int status) {
    server.createContext(
        "/",
        exchange -> {
          boolean isAsked =
              exchange.getRequestMethod().equals("GET")
                  && exchange.getRequestURI().toString().equals("/tasks")
                  && !exchange.getRequestHeaders().containsKey("Authorization");
          try (exchange) {
            exchange.sendResponseHeaders(isAsked ? status : 500, -1);
          }
        });
  }

  private Finding look() {
    Stack stack = new Stack(Map.of(), Map.of("ApiUrl", url), Map.of("HttpApi", "an-api"), Map.of());
    try (HttpClient http = HttpClient.newHttpClient()) {
      return new ApiAccess(http, stack).look().getFirst();
    }
  }
}
