package dev.stepwise.doctor;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * {@code ./mvnw -Pdoctor -Dstack=NAME}: looks at a deployed stack and its account with the SDK's
 * own clients, credentials and endpoints, and says what is to be mended. It only reads.
 */
public final class Doctor {
  private final String name;
  private final Dns dns;
  private final Instant now;

  Doctor(String name, Dns dns, Instant now) {
    this.name = name;
    this.dns = dns;
    this.now = now;
  }

  /** Ends with 1 when something must be mended. */
  public static void main(String[] arguments) {
    String stack = arguments.length == 0 ? "stepwise" : arguments[0];
    Doctor doctor = new Doctor(stack, new Dns("dns:"), Clock.systemUTC().instant());
    List<Finding> found = doctor.look();
    found.forEach(each -> System.out.println(each.lines()));
    long mend = found.stream().filter(Finding::isToBeMended).count();
    System.out.printf("%d things looked at, %d to be mended%n", found.size(), mend);
    System.exit(mend == 0 ? 0 : 1);
  }

  /** Everything that was found, good and bad. */
  List<Finding> look() {
    try (CloudFormationClient cloudFormation = CloudFormationClient.create()) {
      return look(Stack.read(cloudFormation, name));
    } catch (SdkException e) {
      return List.of(
          Finding.mend(
              "Stack: %s cannot be read: %s".formatted(name, reason(e)),
              "name it with -Dstack=…; set AWS_REGION and credentials that may read it"));
    }
  }

  private List<Finding> look(Stack stack) {
    Region region = new DefaultAwsRegionProviderChain().getRegion();
    HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    try (http;
        SesV2Client ses = SesV2Client.create();
        SesClient receiving = SesClient.create();
        LambdaClient lambda = LambdaClient.create();
        SnsClient sns = SnsClient.create();
        CloudWatchClient cloudWatch = CloudWatchClient.create();
        ServiceQuotas quotas = ServiceQuotas.create(region)) {
      Map<String, Check> checks = new LinkedHashMap<>();
      checks.put("SES", new SesAccount(ses, stack));
      checks.put("Identity", new Identity(ses, dns, stack));
      checks.put("Events", new EventDestination(ses, stack));
      checks.put("DMARC", new Dmarc(dns, stack));
      checks.put("Answers", new InboundMail(receiving, dns, stack, region.id()));
      checks.put("Inbound", new InboundIdentity(ses, stack));
      checks.put("Lambda", new Concurrency(lambda, stack));
      checks.put("Functions", new LiveFunctions(lambda, stack));
      checks.put("Topics", new Topics(sns, stack));
      checks.put("Timers", new Timers(cloudWatch, now));
      checks.put("Quotas", new SchedulerQuotas(quotas, cloudWatch, stack, now));
      checks.put("Alarms", new Alarms(cloudWatch, stack));
      checks.put("Tokens", new TokenIssuer(http, stack));
      checks.put("API", new ApiAccess(http, stack));
      return looked(checks);
    }
  }

  private static List<Finding> looked(Map<String, Check> checks) {
    List<Finding> found = new ArrayList<>();
    checks.forEach((what, check) -> found.addAll(looked(what, check)));
    return found;
  }

  /** What cannot be looked at is to be mended too: nobody knows how it is. */
  private static List<Finding> looked(String what, Check check) {
    try {
      return check.look();
    } catch (SdkException e) {
      return List.of(
          Finding.mend(
              what + ": AWS does not tell: " + reason(e),
              "let the caller read it: the policy ReadOnlyAccess is enough"));
    } catch (Stack.Lacks e) {
      return List.of(
          Finding.mend(
              what + ": " + e.getMessage(), "deploy it from the version that this doctor is of"));
    } catch (Dns.Silent e) {
      return List.of(Finding.mend(what + ": " + e.getMessage(), "look again from another network"));
    }
  }

  private static String reason(SdkException e) {
    return e instanceof AwsServiceException refused && refused.awsErrorDetails() != null
        ? refused.awsErrorDetails().errorCode()
        : String.valueOf(e.getMessage());
  }
}
