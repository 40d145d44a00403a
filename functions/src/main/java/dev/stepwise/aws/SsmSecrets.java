package dev.stepwise.aws;

import dev.stepwise.booking.Secrets;
import dev.stepwise.booking.Tool;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;

/**
 * Booking tools' secrets as SecureStrings of SSM Parameter Store, one parameter a tool below a
 * folder, read again after five minutes.
 */
final class SsmSecrets implements Secrets {
  private static final Duration FRESH = Duration.ofMinutes(5);

  private final Supplier<SsmClient> ssm;
  private final String folder;
  private final Map<Tool, Cached<List<SecretKey>>> known = new ConcurrentHashMap<>();

  SsmSecrets(Supplier<SsmClient> ssm, String folder) {
    this.ssm = ssm;
    this.folder = folder;
  }

  @Override
  public List<SecretKey> of(Tool tool, Instant now) {
    return known.computeIfAbsent(tool, this::cached).get(now);
  }

  private Cached<List<SecretKey>> cached(Tool tool) {
    return new Cached<>("the secret of " + tool.wire(), FRESH, _ -> read(tool));
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
