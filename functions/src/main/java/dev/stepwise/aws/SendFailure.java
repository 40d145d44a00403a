package dev.stepwise.aws;

import dev.stepwise.mail.SendResult;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sesv2.model.AccountSuspendedException;
import software.amazon.awssdk.services.sesv2.model.LimitExceededException;
import software.amazon.awssdk.services.sesv2.model.MailFromDomainNotVerifiedException;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;
import software.amazon.awssdk.services.sesv2.model.SendingPausedException;
import software.amazon.awssdk.services.sesv2.model.TooManyRequestsException;

/**
 * What a failed send means. Only a named refusal and a failure before the request was written are
 * definite; after anything else SES may have the mail. Reasons name errors, never people or text.
 */
final class SendFailure {
  /** What Apache's client throws while it connects, or waits for a connection to do so. */
  private static final Set<String> BEFORE_CONNECTED =
      Set.of("ConnectTimeoutException", "ConnectionRequestTimeoutException");

  /** However it is worded: sending, of the account or its configuration set, has been stopped. */
  private static final Pattern STOPPED = Pattern.compile("sending.{0,40}(paused|suspended)");

  private static final int FORBIDDEN = 403;
  private static final int REQUEST_TIMEOUT = 408;

  private SendFailure() {}

  static SendResult of(RuntimeException e) {
    if (e instanceof AwsServiceException refusal && isNamed(refusal)) {
      return refused(refusal);
    }
    return chain(e)
        .filter(SendFailure::beforeWritten)
        .findFirst()
        .<SendResult>map(cause -> new SendResult.TryLater(name(cause)))
        .orElseGet(() -> new SendResult.Unknown(name(e)));
  }

  private static SendResult refused(AwsServiceException e) {
    String reason = name(e) + " " + e.awsErrorDetails().errorCode();
    if (blocksAccount(e)) {
      return new SendResult.AccountBlocked(reason);
    }
    if (isNotSetUp(e)) {
      return new SendResult.NotSetUp(reason);
    }
    boolean tooFast =
        e instanceof TooManyRequestsException
            || e instanceof LimitExceededException
            || e.isThrottlingException();
    return tooFast ? new SendResult.TryLater(reason) : new SendResult.Rejected(reason);
  }

  /** A 4xx that says what is wrong; a request that timed out on its way in may yet have arrived. */
  private static boolean isNamed(AwsServiceException e) {
    return e.statusCode() >= 400
        && e.statusCode() < 500
        && e.statusCode() != REQUEST_TIMEOUT
        && e.awsErrorDetails() != null
        && e.awsErrorDetails().errorCode() != null;
  }

  private static boolean blocksAccount(AwsServiceException e) {
    return e instanceof SendingPausedException
        || e instanceof AccountSuspendedException
        || says(e, "daily message quota exceeded")
        || STOPPED.matcher(words(e)).find();
  }

  /** A policy, an identity or a configuration set that is not right is so for all of its mails. */
  private static boolean isNotSetUp(AwsServiceException e) {
    return e.statusCode() == FORBIDDEN
        || e instanceof MailFromDomainNotVerifiedException
        || e instanceof NotFoundException
        || says(e, "not verified");
  }

  private static boolean says(AwsServiceException e, String text) {
    return words(e).contains(text);
  }

  private static String words(AwsServiceException e) {
    return (e.awsErrorDetails().errorCode() + " " + e.awsErrorDetails().errorMessage())
        .toLowerCase(Locale.ROOT);
  }

  private static boolean beforeWritten(Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof UnknownHostException
        || cause instanceof NoRouteToHostException
        || cause instanceof SSLHandshakeException
        || BEFORE_CONNECTED.contains(cause.getClass().getSimpleName());
  }

  private static Stream<Throwable> chain(Throwable e) {
    return Stream.iterate(e, cause -> cause != null, Throwable::getCause).limit(20);
  }

  private static String name(Throwable e) {
    return e.getClass().getSimpleName();
  }
}
