package dev.stepwise.local.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks tokens as a JWT authorizer of an HTTP API does (docs.aws.amazon.com/apigateway, "Control
 * access to HTTP APIs with JWT authorizers").
 */
final class TokenCheck {
  private static final Pattern BEARER = Pattern.compile("(?i)^bearer +");

  private final String issuer;
  private final String audience;
  private final JWKSet keys;
  private final InstantSource clock;

  TokenCheck(String issuer, String audience, JWKSet keys, InstantSource clock) {
    this.issuer = issuer;
    this.audience = audience;
    this.keys = keys;
    this.clock = clock;
  }

  /** The token's claims as a function gets them; empty when the token is not to be trusted. */
  Optional<Map<String, String>> claims(String authorization) {
    try {
      var token = SignedJWT.parse(BEARER.matcher(authorization).replaceFirst("").strip());
      if (!signedByIssuer(token) || !meantForUs(token.getJWTClaimsSet())) {
        return Optional.empty();
      }
      return Optional.of(texts(token.getJWTClaimsSet().toJSONObject()));
    } catch (ParseException | JOSEException e) {
      return Optional.empty();
    }
  }

  private boolean signedByIssuer(SignedJWT token) throws JOSEException {
    var algorithm = token.getHeader().getAlgorithm();
    return JWSAlgorithm.Family.RSA.contains(algorithm)
        && keys.getKeyByKeyId(token.getHeader().getKeyID()) instanceof RSAKey key
        && token.verify(new RSASSAVerifier(key));
  }

  private boolean meantForUs(JWTClaimsSet claims) {
    var now = clock.instant();
    return issuer.equals(claims.getIssuer())
        && isForAudience(claims)
        && claims.getExpirationTime() != null
        && claims.getExpirationTime().toInstant().isAfter(now)
        && !isAfter(claims.getNotBeforeTime(), now)
        && !isAfter(claims.getIssueTime(), now);
  }

  /** {@code client_id} counts only where there is no {@code aud}. */
  private boolean isForAudience(JWTClaimsSet claims) {
    return claims.getAudience().isEmpty()
        ? audience.equals(claims.getClaim("client_id"))
        : claims.getAudience().contains(audience);
  }

  @SuppressWarnings("JavaUtilDate") // the library's own type
  private static boolean isAfter(@Nullable Date date, Instant now) {
    return date != null && date.toInstant().isAfter(now);
  }

  /** Every claim becomes a text; a list of groups becomes {@code [rep admin]}. */
  private static Map<String, String> texts(Map<String, Object> claims) {
    var texts = new TreeMap<String, String>();
    claims.forEach((name, value) -> texts.put(name, text(value)));
    return texts;
  }

  private static String text(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining(" ", "[", "]"))
        : String.valueOf(value);
  }
}
