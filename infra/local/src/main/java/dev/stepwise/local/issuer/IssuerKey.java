package dev.stepwise.local.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.ParseException;
import java.util.UUID;

/** The issuer's key: new for each start, or kept in a file so that tokens outlive a restart. */
public final class IssuerKey {
  private IssuerKey() {}

  public static RSAKey fresh() {
    try {
      return new RSAKeyGenerator(2048)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyID(UUID.randomUUID().toString())
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("this Java runtime cannot make RSA keys", e);
    }
  }

  /** The key in the file, which is made when it is not there. */
  public static RSAKey kept(Path file) {
    try {
      if (!Files.exists(file)) {
        var half = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(half, fresh().toJSONString());
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return RSAKey.parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the token key in " + file, e);
    } catch (ParseException e) {
      throw new IllegalStateException(file + " is no JWK; delete it to get a new one", e);
    }
  }
}
