package dev.stepwise.aws;

import dev.stepwise.StepwiseException;
import dev.stepwise.mail.SigningKeys;
import dev.stepwise.mail.SigningPeriod;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterAlreadyExistsException;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/**
 * Signing keys as SecureStrings of SSM Parameter Store, one parameter a period below a folder. All
 * that verify are read in one call, and again after an hour. Whoever is the first to sign in a
 * period makes its key; none is ever written over.
 */
final class SsmSigningKeys implements SigningKeys {
  private static final Duration FRESH = Duration.ofHours(1);
  private static final int BYTES = 32;

  private final Supplier<SsmClient> ssm;
  private final String folder;
  private final RandomGenerator random;
  private final Cached<Map<String, Named>> known =
      new Cached<>("the keys of links and addresses", FRESH, this::read);

  SsmSigningKeys(Supplier<SsmClient> ssm, String folder, RandomGenerator random) {
    this.ssm = ssm;
    this.folder = folder;
    this.random = random;
  }

  @Override
  public Named current(Instant now) {
    SigningPeriod period = SigningPeriod.at(now);
    return find(period.id(), now).orElseGet(() -> make(period.id(), now));
  }

  /** No call is made for an id that cannot be ours, or that nobody can have made meanwhile. */
  @Override
  public Optional<Named> find(String id, Instant now) {
    List<SigningPeriod> periods = SigningPeriod.verifying(now);
    if (periods.stream().noneMatch(period -> period.id().equals(id))) {
      return Optional.empty();
    }
    Optional<Named> key = Optional.ofNullable(known.get(now).get(id));
    return key.isEmpty() && id.compareTo(SigningPeriod.at(now).id()) >= 0
        ? Optional.ofNullable(known.getAnew(now).get(id))
        : key;
  }

  /** Where another function was quicker, its key is the key. */
  private Named make(String id, Instant now) {
    try {
      ssm.get()
          .putParameter(r ->
              r.name(name(id)).type(ParameterType.SECURE_STRING).value(secret()).overwrite(false));
    } catch (ParameterAlreadyExistsException _) {
      // It is read below.
    } catch (SdkException e) {
      throw new StepwiseException("cannot make the key " + name(id), e);
    }
    return Optional.ofNullable(known.getAnew(now).get(id))
        .orElseThrow(() -> new StepwiseException("cannot read the new key " + name(id) + " yet"));
  }

  private Map<String, Named> read(Instant now) {
    List<String> names =
        SigningPeriod.verifying(now).stream().map(period -> name(period.id())).toList();
    return ssm.get().getParameters(r -> r.names(names).withDecryption(true)).parameters().stream()
        .map(this::named)
        .collect(Collectors.toMap(Named::id, key -> key));
  }

  private Named named(Parameter parameter) {
    byte[] secret = parameter.value().getBytes(StandardCharsets.US_ASCII);
    String id = parameter.name().substring(folder.length() + 1);
    return new Named(id, new SecretKeySpec(secret, "HmacSHA256"));
  }

  private String secret() {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  private String name(String id) {
    return folder + "/" + id;
  }
}
