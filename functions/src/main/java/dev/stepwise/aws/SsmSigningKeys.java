package dev.stepwise.aws;

import dev.stepwise.UnavailableException;
import dev.stepwise.mail.SigningKeys;
import dev.stepwise.mail.SigningPeriod;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterAlreadyExistsException;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/**
 * Signing keys as SecureStrings of SSM Parameter Store, one parameter a period below a folder. All
 * that can verify are read in one call, and again after an hour. Whoever signs makes the key of the
 * period, if there is none, and that of the next, so that it is known everywhere long before it is
 * needed; none is ever written over.
 */
final class SsmSigningKeys implements SigningKeys {
  private static final System.Logger LOG = System.getLogger(SsmSigningKeys.class.getName());
  private static final Duration FRESH = Duration.ofHours(1);

  /** Strangers may ask for a key that is not made yet: no sooner is it looked for again. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int BYTES = 32;

  /** The keys that there were at that instant, by their ids. */
  private record Ring(Map<String, Named> keys, Instant at) {
    @Nullable Named of(SigningPeriod period) {
      return keys.get(period.id());
    }
  }

  private final Supplier<SsmClient> ssm;
  private final String folder;
  private final RandomGenerator random;
  private final InstantSource clock;
  private final Cached<Ring> known =
      new Cached<>("the keys of links and addresses", FRESH, this::read);
  private volatile @Nullable Ring prepared;

  SsmSigningKeys(
      Supplier<SsmClient> ssm, String folder, RandomGenerator random, InstantSource clock) {
    this.ssm = ssm;
    this.folder = folder;
    this.random = random;
    this.clock = clock;
  }

  @Override
  public Named current(Instant now) {
    SigningPeriod period = SigningPeriod.at(now);
    Instant asked = asked(now);
    Named found = known.get(asked).of(period);
    Named key = found == null ? made(period, asked) : found;
    prepare(period.next(), known.get(asked));
    return key;
  }

  /** No call is made for an id that cannot be ours. */
  @Override
  public Optional<Named> find(String id, Instant now) {
    return SigningPeriod.verifying(now).stream()
        .filter(period -> period.id().equals(id))
        .flatMap(period -> look(period, asked(now)).stream())
        .findFirst();
  }

  /** That there is no key is sure of a period that was over when the others were read, or then. */
  private Optional<Named> look(SigningPeriod period, Instant now) {
    Ring ring = known.get(now);
    Named key = ring.of(period);
    if (key != null || period.isOver(ring.at()) || !now.isAfter(ring.at())) {
      return Optional.ofNullable(key);
    }
    if (now.isBefore(ring.at().plus(PATIENCE))) {
      throw new UnavailableException("the key " + name(period) + " was not there just now");
    }
    return Optional.ofNullable(known.getAnew(now).of(period));
  }

  /** A mail is asked about as of when it came, however often it comes again. */
  private Instant asked(Instant now) {
    Instant here = clock.instant();
    return now.isAfter(here) ? now : here;
  }

  private Named made(SigningPeriod period, Instant now) {
    make(period);
    Named key = known.getAnew(now).of(period);
    if (key == null) {
      throw new UnavailableException("the key " + name(period) + " cannot be read yet");
    }
    return key;
  }

  /** Tried once with each reading. */
  private void prepare(SigningPeriod period, Ring ring) {
    if (ring != prepared) {
      prepared = ring;
      if (ring.of(period) == null) {
        make(period);
      }
    }
  }

  /** Whoever else has made it meanwhile: the key is what can be read after this. */
  private void make(SigningPeriod period) {
    try {
      ssm.get()
          .putParameter(r ->
              r.name(name(period))
                  .type(ParameterType.SECURE_STRING)
                  .value(secret())
                  .overwrite(false));
    } catch (ParameterAlreadyExistsException _) {
      // So there is one.
    } catch (SdkException e) {
      LOG.log(Level.WARNING, "the key " + name(period) + " could not be made", e);
    }
  }

  private Ring read(Instant now) {
    List<String> names = SigningPeriod.around(now).stream().map(this::name).toList();
    return new Ring(
        ssm.get().getParameters(r -> r.names(names).withDecryption(true)).parameters().stream()
            .map(this::named)
            .collect(Collectors.toMap(Named::id, key -> key)),
        now);
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

  private String name(SigningPeriod period) {
    return folder + "/" + period.id();
  }
}
