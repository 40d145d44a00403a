package dev.stepwise.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.stepwise.local.issuer.Issuer;
import dev.stepwise.local.issuer.IssuerKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TokenCheckTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final RSAKey KEY = IssuerKey.fresh();
  private static final TokenCheck CHECK =
      new TokenCheck(
          "http://issuer",
          "stepwise-local",
          new JWKSet(KEY.toPublicJWK()),
          InstantSource.fixed(NOW));

  @Test
  void a_good_token_gives_its_claims_as_texts() throws JOSEException {
    var token = signed(good().claim("cognito:groups", List.of("rep", "admin")), KEY);

    var claims = CHECK.claims("Bearer " + token).orElseThrow();

    assertThat(claims)
        .containsEntry("sub", "someone")
        .containsEntry("cognito:groups", "[rep admin]")
        .containsEntry("exp", String.valueOf(NOW.plusSeconds(60).getEpochSecond()));
    assertThat(CHECK.claims(token)).isPresent();
  }

  @Test
  void a_client_id_stands_in_for_an_absent_audience() throws JOSEException {
    var absent = good().audience((String) null).claim("client_id", "stepwise-local");

    assertThat(CHECK.claims(signed(absent, KEY))).isPresent();
    assertThat(CHECK.claims(signed(absent.audience("other"), KEY))).isEmpty();
  }

  @Test
  void the_issuers_own_tokens_are_good() {
    var issuer = new Issuer("http://issuer", KEY);
    var check =
        new TokenCheck(issuer.url(), Issuer.AUDIENCE, issuer.publicKeys(), InstantSource.system());

    var claims = check.claims(issuer.token("local-rep", "rep"));

    assertThat(claims).get().extracting(map -> map.get("cognito:groups")).isEqualTo("[rep]");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badTokens")
  void a_bad_token_is_refused(String why, String token) {
    assertThat(CHECK.claims("Bearer " + token)).as(why).isEqualTo(Optional.empty());
  }

  static Stream<Arguments> badTokens() throws JOSEException {
    var sameNameOtherKey = new RSAKey.Builder(IssuerKey.fresh()).keyID(KEY.getKeyID()).build();
    return Stream.of(
        Arguments.of("no algorithm", new PlainJWT(good().build()).serialize()),
        Arguments.of("unknown key", signed(good(), IssuerKey.fresh())),
        Arguments.of("other key of that name", signed(good(), sameNameOtherKey)),
        Arguments.of("expired", signed(good().expirationTime(Date.from(NOW)), KEY)),
        Arguments.of("never expires", signed(good().expirationTime(null), KEY)),
        Arguments.of("not yet", signed(good().notBeforeTime(Date.from(NOW.plusSeconds(1))), KEY)),
        Arguments.of("other audience", signed(good().audience("other"), KEY)),
        Arguments.of("other issuer", signed(good().issuer("http://other"), KEY)),
        Arguments.of("changed", signed(good(), KEY).replaceFirst("\\.[^.]{4}", ".abcd")),
        Arguments.of("no token", "nonsense"));
  }

  private static JWTClaimsSet.Builder good() {
    return new JWTClaimsSet.Builder()
        .issuer("http://issuer")
        .audience("stepwise-local")
        .subject("someone")
        .expirationTime(Date.from(NOW.plusSeconds(60)));
  }

  private static String signed(JWTClaimsSet.Builder claims, RSAKey key) throws JOSEException {
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
    var token = new SignedJWT(header, claims.build());
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }
}
