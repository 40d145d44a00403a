package dev.stepwise.local.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.stepwise.local.http.Endpoint;
import dev.stepwise.local.http.Reply;
import dev.stepwise.local.http.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The OpenID provider of the local system: one RS256 key, tokens for 30 days of real time, and the
 * two documents that a verifier looks up (OpenID Connect Discovery 1.0, RFC 7517).
 */
public final class Issuer implements Endpoint {
  public static final String AUDIENCE = "stepwise-local";
  private static final Duration LIFETIME = Duration.ofDays(30);

  private final String url;
  private final RSAKey key;

  public Issuer(String url, RSAKey key) {
    this.url = url;
    this.key = key;
  }

  public String url() {
    return url;
  }

  public JWKSet publicKeys() {
    return new JWKSet(key.toPublicJWK());
  }

  /** A token for a person of one group, as Amazon Cognito would name the claim. */
  public String token(String subject, String group) {
    var now = Instant.now();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(url)
            .audience(AUDIENCE)
            .subject(subject)
            .claim("cognito:groups", List.of(group))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFETIME)))
            .jwtID(UUID.randomUUID().toString())
            .build();
    return sign(claims);
  }

  @Override
  public Reply answer(Request request) {
    return switch (request.path()) {
      case "/.well-known/openid-configuration" -> Reply.json(200, configuration());
      case "/.well-known/jwks.json" -> Reply.json(200, publicKeys().toJSONObject());
      default -> Reply.message(404, "Not Found");
    };
  }

  private String sign(JWTClaimsSet claims) {
    try {
      var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
      var token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("the issuer's own key cannot sign", e);
    }
  }

  private Map<String, Object> configuration() {
    return Map.of(
        "issuer", url,
        "jwks_uri", url + "/.well-known/jwks.json",
        "response_types_supported", List.of("token"),
        "subject_types_supported", List.of("public"),
        "id_token_signing_alg_values_supported", List.of("RS256"));
  }
}
