package dev.stepwise.local.authority;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import dev.stepwise.local.LocalSystem;
import dev.stepwise.local.Options;
import dev.stepwise.local.openapi.Operations;
import dev.stepwise.local.openapi.Operations.Operation;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every route of infra/openapi.yaml that needs a token, asked with everything that must not open
 * it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuthorityMatrixTest {
  private static final double STANDING_STILL = 1e-9;
  private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

  /** What the whole team may read, and lists of what is one's own. Every other route is refused. */
  private static final Set<String> TEAM_READS =
      Set.of(
          "GET /sequences",
          "GET /sequences/{id}",
          "GET /sequences/{id}/versions",
          "GET /sequences/{id}/versions/{n}",
          "GET /enrollments",
          "GET /tasks");

  /** What anybody of the team may do. */
  private static final Set<String> TEAM_WRITES = Set.of("PUT /suppressions/{addressOrDomain}");

  /** What a rep may not do even to what is the rep's own. */
  private static final Set<String> OF_ADMINS =
      Set.of(
          "DELETE /contacts/{email}",
          "DELETE /suppressions/{addressOrDomain}",
          "POST /pause",
          "POST /resume");

  private static @Nullable LocalSystem system;
  private static @Nullable Forger forger;
  private static @Nullable Estate estate;

  @BeforeAll
  static void begin(@TempDir Path folder) throws IOException, ParseException {
    Path template = Path.of("../../template.yaml").toAbsolutePath().normalize();
    LocalSystem started =
        LocalSystem.start(new Options(0, 0, STANDING_STILL, START, folder, template));
    system = started;
    RSAKey key = RSAKey.parse(Files.readString(folder.resolve("token-key.json")));
    forger = new Forger(started.api().toString(), key);
    estate = Estate.of(started);
  }

  @AfterAll
  static void end() {
    Objects.requireNonNull(system).close();
  }

  @Test
  @Order(1)
  void what_is_no_token_of_the_issuers_for_us_opens_nothing() {
    Set<String> before = estate().everything();

    forger()
        .refused()
        .forEach((name, credential) ->
            Operations.withToken()
                .forEach(operation -> {
                  HttpResponse<String> answer = estate().ask(operation, credential);
                  assertThat(answer.statusCode()).as("%s with %s", operation, name).isEqualTo(401);
                  assertNothingLeaks(operation, credential, answer);
                }));
    assertThat(estate().everything()).isEqualTo(before);
  }

  @Test
  @Order(2)
  void who_is_in_neither_group_may_do_nothing() {
    Set<String> before = estate().everything();

    Stream.of(
            forger().groupless("local-admin"),
            forger().token("local-admin", "cognito:groups", List.of()),
            forger().token("local-admin", "cognito:groups", List.of("administrators", "Admin")),
            forger().token("local-admin", "groups", List.of("guests")),
            forger().token("local-admin", "scope", "admin rep"))
        .map(token -> "Bearer " + token)
        .forEach(credential ->
            Operations.withToken()
                .forEach(operation -> {
                  HttpResponse<String> answer = estate().ask(operation, credential);
                  assertThat(answer.statusCode()).as("%s", operation).isEqualTo(403);
                  assertNothingLeaks(operation, credential, answer);
                }));
    assertThat(estate().everything()).isEqualTo(before);
  }

  @Test
  @Order(3)
  void a_rep_gets_nothing_of_what_is_another_reps() {
    String other = "Bearer " + forger().token("other-rep", "cognito:groups", List.of("rep"));
    Set<String> before = estate().everything();

    for (Operation operation : Operations.withToken()) {
      if (!TEAM_WRITES.contains(operation.route())) {
        HttpResponse<String> answer = estate().ask(operation, other);
        assertThat(answer.statusCode())
            .as("%s: %s", operation, answer.body())
            .isIn(TEAM_READS.contains(operation.route()) ? List.of(200) : List.of(403, 404));
        assertNothingLeaks(operation, other, answer);
      }
    }
    assertThat(estate().everything()).isEqualTo(before);
  }

  @Test
  @Order(4)
  void what_is_an_admins_no_rep_may_do() {
    String owner = "Bearer " + forger().token("local-rep", "cognito:groups", List.of("rep"));
    Set<String> before = estate().everything();

    for (Operation operation : Operations.withToken()) {
      if (OF_ADMINS.contains(operation.route())) {
        assertThat(estate().ask(operation, owner).statusCode()).as("%s", operation).isEqualTo(403);
      }
    }
    assertThat(estate().everything()).isEqualTo(before);
  }

  /** Otherwise all that is refused above might be refused to everybody. */
  @Test
  @Order(5)
  void the_owner_is_let_in_everywhere_else() {
    String owner = "Bearer " + forger().token("local-rep", "groups", List.of("rep"));

    for (Operation operation : Operations.withToken()) {
      if (!OF_ADMINS.contains(operation.route())) {
        HttpResponse<String> answer = estate().ask(operation, owner);
        assertThat(answer.statusCode())
            .as("%s: %s", operation, answer.body())
            .isNotIn(401, 403)
            .isLessThan(500);
      }
    }
  }

  @Test
  @Order(6)
  void an_admin_is_let_in_by_whichever_claim_names_the_group() {
    Operation sender = new Operation("GET", "/senders/{email}", Map.of(), "");

    for (String claim : List.of("cognito:groups", "groups", "roles")) {
      String token = forger().token("somebody", claim, List.of("staff", "admin"));
      assertThat(estate().ask(sender, "Bearer " + token).statusCode()).as(claim).isEqualTo(200);
    }
  }

  private static void assertNothingLeaks(
      Operation operation, String credential, HttpResponse<String> answer) {
    String all = answer.body() + answer.headers().map();
    String request = estate().path(operation.path()) + operation.body();
    assertThat(Estate.toldBy(all, request)).as("%s", operation).isEmpty();
    assertThat(all)
        .as("%s", operation)
        .doesNotContain("Exception", "\tat ", "dev.stepwise", "software.amazon", "com.nimbusds");
    assertThat(secrets(credential)).as("%s", operation).noneMatch(all::contains);
  }

  /** The parts of a credential that are long enough to be told by. */
  private static List<String> secrets(String credential) {
    return Arrays.stream(credential.split("[ .]", -1)).filter(part -> part.length() > 7).toList();
  }

  private static Estate estate() {
    return Objects.requireNonNull(estate);
  }

  private static Forger forger() {
    return Objects.requireNonNull(forger);
  }
}
