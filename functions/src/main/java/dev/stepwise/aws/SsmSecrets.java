package dev.stepwise.aws;

import dev.stepwise.StepwiseException;
import dev.stepwise.booking.Secrets;
import dev.stepwise.booking.Tool;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;

/**
 * Booking tools' secrets as SecureStrings of SSM Parameter Store, one parameter a tool below {@code
 * folder}, read when first needed and again after five minutes. While SSM does not answer, the last
 * ones go on.
 */
record SsmSecrets(Supplier<SsmClient> ssm, String folder, Map<Tool, Read> known)
    implements Secrets {
  private static final System.Logger LOG = System.getLogger(SsmSecrets.class.getName());
  private static final Duration FRESH = Duration.ofMinutes(5);

  /** Keys, or that there are none, as they were at that instant. It prints none of them. */
  record Read(List<SecretKey> keys, Instant at) {
    @Override
    public String toString() {
      return keys.size() + " keys read at " + at;
    }
  }

  SsmSecrets(Supplier<SsmClient> ssm, String folder) {
    this(ssm, folder, new ConcurrentHashMap<>());
  }

  @Override
  public List<SecretKey> of(Tool tool, Instant now) {
    Read last = known.get(tool);
    if (last != null && now.isBefore(last.at().plus(FRESH))) {
      return last.keys();
    }
    try {
      List<SecretKey> keys = read(tool);
      known.put(tool, new Read(keys, now));
      return keys;
    } catch (SdkException e) {
      if (last == null) {
        throw new StepwiseException("cannot read the secret of " + tool.wire(), e);
      }
      LOG.log(Level.WARNING, "cannot read the secret of " + tool.wire() + " again", e);
      return last.keys();
    }
  }

  private List<SecretKey> read(Tool tool) {
    String name = folder + "/" + tool.wire();
    try {
      return Secrets.keys(
          ssm.get().getParameter(r -> r.name(name).withDecryption(true)).parameter().value());
    } catch (ParameterNotFoundException _) {
      return List.of();
    }
  }
}
