package dev.stepwise.local.aws.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stepwise.local.aws.http.Refusal;
import dev.stepwise.local.store.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What AWS tells whoever looks at the account: of the stack what its template says, of the rest
 * what is so of an account in which nothing is amiss. Each answer can be amended.
 */
public final class Account {
  private final int rate;
  private final IntSupplier schedules;
  private final Map<String, UnaryOperator<String>> amendments = new ConcurrentHashMap<>();
  private final Set<String> denied = ConcurrentHashMap.newKeySet();
  private Supplier<List<StackSpec>> deployed = List::of;
  private List<StackSpec> stacks = List.of();

  /**
   * {@code rate} is of mails and timers, in a second; {@code schedules} tells how many there are.
   */
  public Account(int rate, IntSupplier schedules) {
    this.rate = rate;
    this.schedules = schedules;
  }

  /** The stack that is there, and those nested in it; read when somebody asks first. */
  public synchronized void deploy(Supplier<List<StackSpec>> toBeRead) {
    deployed = toBeRead;
    stacks = List.of();
  }

  /** From now on what that operation answers, as JSON, is changed in this way. */
  public void amend(String operation, UnaryOperator<String> change) {
    amendments.put(operation, change);
  }

  /** From now on that operation is denied to whoever asks. */
  public void deny(String operation) {
    denied.add(operation);
  }

  /** Everything is told as it is again. */
  public void restore() {
    amendments.clear();
    denied.clear();
  }

  JsonNode tell(String operation, JsonNode in) throws Refusal {
    if (denied.contains(operation)) {
      throw new Refusal(403, "AccessDenied", "not authorized to perform " + operation);
    }
    var told = Json.text(answer(operation, in));
    var amended = amendments.getOrDefault(operation, UnaryOperator.identity()).apply(told);
    return Json.read(amended.getBytes(StandardCharsets.UTF_8));
  }

  private JsonNode answer(String operation, JsonNode in) throws Refusal {
    var stack = new StackAnswers(stacks());
    return switch (operation) {
      case "DescribeStacks" -> stack.describeStacks(in.path("StackName").asText());
      case "ListStackResources" -> stack.listStackResources(in.path("StackName").asText());
      case "ListSubscriptionsByTopic" ->
          stack.listSubscriptionsByTopic(in.path("TopicArn").asText());
      case "DescribeActiveReceiptRuleSet" -> stack.describeActiveReceiptRuleSet();
      case "GetConfigurationSetEventDestinations" ->
          stack.getConfigurationSetEventDestinations(in.path("Name").asText());
      case "DescribeAlarms" -> stack.describeAlarms(in.path("AlarmNames"));
      case "GetEmailIdentity" ->
          AccountAnswers.getEmailIdentity(
              stack.mailFrom(in.path("Name").asText()), stack.forwardsBounces());
      case "GetAccount" -> AccountAnswers.getAccount(rate);
      case "GetFunctionConfiguration" -> FunctionAnswers.getFunctionConfiguration(stacks(), in);
      case "GetAccountSettings" -> AccountAnswers.getAccountSettings();
      case "ListServiceQuotas", "ListAWSDefaultServiceQuotas" ->
          AccountAnswers.listServiceQuotas(rate);
      case "GetMetricStatistics" -> AccountAnswers.getMetricStatistics(in, schedules.getAsInt());
      default -> throw new Refusal(400, "UnknownOperationException", "no operation " + operation);
    };
  }

  private synchronized List<StackSpec> stacks() {
    if (stacks.isEmpty()) {
      stacks = deployed.get();
    }
    return stacks;
  }
}
