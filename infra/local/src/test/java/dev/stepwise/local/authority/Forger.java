package dev.stepwise.local.authority;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.stepwise.local.issuer.Issuer;
import dev.stepwise.local.issuer.IssuerKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes tokens, good and bad ones. It has the issuer's key, so that each bad one is wrong in just
 * one thing.
 */
record Forger(String issuer, RSAKey key) {
  private static final long HOUR = 3600;

  /** A good token of a person in these groups, by the claim of that name. */
  String token(String subject, String claim, Object groups) {
    return signed(claims(subject).claim(claim, groups), key);
  }

  /** A good token of a person in no group at all. */
  String groupless(String subject) {
    return signed(claims(subject), key);
  }

  /** What the gateway must turn away, as values of the header {@code authorization}, by name. */
  Map<String, String> refused() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("no token", "");
    all.put("an empty bearer", "Bearer ");
    all.put("garbage", "Bearer !~garbage~!");
    all.put("garbage in three parts", "Bearer Z2FyYmFnZQ.Z2FyYmFnZQ.Z2FyYmFnZQ");
    all.put("another scheme", "Basic YWRtaW46YWRtaW4taXMtbm90LW15LXBhc3N3b3Jk");
    forged().forEach((name, token) -> all.put(name, "Bearer " + token));
    return all;
  }

  private Map<String, String> forged() {
    Map<String, String> all = new LinkedHashMap<>();
    Instant now = Instant.now();
    all.put("expired", signed(admin().expirationTime(Date.from(now.minusSeconds(60))), key));
    all.put("never expiring", signed(admin().expirationTime(null), key));
    all.put("not valid yet", signed(admin().notBeforeTime(Date.from(now.plusSeconds(HOUR))), key));
    all.put("for another audience", signed(admin().audience("another-client"), key));
    all.put("of another issuer", signed(admin().issuer("https://issuer.example.org"), key));
    all.put("unsigned", new PlainJWT(admin().build()).serialize());
    all.put("signed with the public key as a secret", withThePublicKey(derOf(key)));
    all.put("signed with the public key's text as a secret", withThePublicKey(pemOf(key)));
    all.put("naming no key", signed(admin(), new RSAKey.Builder(key).keyID(null).build()));
    all.put("of an unknown key", signed(admin(), IssuerKey.fresh()));
    all.put("of another key under our key's name", signed(admin(), namesake()));
    all.put("changed after it was signed", promoted());
    return all;
  }

  /** A rep's signature under an admin's claims. */
  private String promoted() {
    String[] rep = token("local-rep", "cognito:groups", List.of("rep")).split("\\.", -1);
    String[] admin = signed(admin(), key).split("\\.", -1);
    return rep[0] + "." + admin[1] + "." + rep[2];
  }

  private RSAKey namesake() {
    return new RSAKey.Builder(IssuerKey.fresh()).keyID(key.getKeyID()).build();
  }

  /** The confusion of RFC 8725 §2.1: the verifier's public key taken for an HMAC's secret. */
  private String withThePublicKey(byte[] secret) {
    try {
      MACSigner signer = new MACSigner(secret);
      return signed(JWSAlgorithm.HS256, signer, key.getKeyID(), admin());
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] derOf(RSAKey key) {
    try {
      return key.toRSAPublicKey().getEncoded();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] pemOf(RSAKey key) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(derOf(key));
    return ("-----BEGIN PUBLIC KEY-----\n" + text + "\n-----END PUBLIC KEY-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private JWTClaimsSet.Builder admin() {
    return claims("local-admin").claim("cognito:groups", List.of("admin"));
  }

  private JWTClaimsSet.Builder claims(String subject) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .audience(Issuer.AUDIENCE)
        .subject(subject)
        .issueTime(Date.from(now.minusSeconds(60)))
        .expirationTime(Date.from(now.plusSeconds(HOUR)));
  }

  private static String signed(JWTClaimsSet.Builder claims, RSAKey key) {
    try {
      return signed(JWSAlgorithm.RS256, new RSASSASigner(key), key.getKeyID(), claims);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signed(
      JWSAlgorithm algorithm, JWSSigner signer, String keyId, JWTClaimsSet.Builder claims) {
    try {
      JWSHeader header = new JWSHeader.Builder(algorithm).keyID(keyId).build();
      SignedJWT token = new SignedJWT(header, claims.build());
      token.sign(signer);
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
