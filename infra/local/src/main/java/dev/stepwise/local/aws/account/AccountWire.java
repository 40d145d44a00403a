package dev.stepwise.local.aws.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import dev.stepwise.local.aws.http.Answer;
import dev.stepwise.local.aws.http.Call;
import dev.stepwise.local.aws.http.Refusal;
import dev.stepwise.local.aws.http.Service;
import dev.stepwise.local.bytes.Bytes;
import dev.stepwise.local.store.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * All services that tell of the account behind one endpoint, each by its own protocol:
 * CloudFormation, SNS and SES's first version by AWS Query, CloudWatch by Smithy RPC v2 CBOR,
 * Service Quotas by AWS JSON 1.1, SES v2 and Lambda by REST.
 */
public final class AccountWire implements Service {
  private static final CBORMapper CBOR = new CBORMapper();
  private static final String RPC = "rpc-v2-cbor";
  private static final Pattern RPC_PATH = Pattern.compile("/service/[^/]+/operation/(\\w+)");
  private static final String QUOTAS = "ServiceQuotasV20190624.";

  /** The paths of REST; a group is the name of what is asked about. */
  private static final List<Path> PATHS =
      List.of(
          new Path("GetAccount", "/v2/email/account()"),
          new Path("GetEmailIdentity", "/v2/email/identities/([^/]+)"),
          new Path(
              "GetConfigurationSetEventDestinations",
              "/v2/email/configuration-sets/([^/]+)/event-destinations"),
          new Path("GetAccountSettings", "/2016-08-19/account-settings()/?"),
          new Path("GetFunctionConfiguration", "/2015-03-31/functions/([^/]+)/configuration"));

  private record Path(String operation, Pattern pattern) {
    Path(String operation, String pattern) {
      this(operation, Pattern.compile(pattern));
    }
  }

  private final Account account;

  public AccountWire(Account account) {
    this.account = account;
  }

  @Override
  public String name() {
    return "account";
  }

  @Override
  public String operation(Call call) {
    var rpc = RPC_PATH.matcher(call.path());
    if (rpc.matches()) {
      return rpc.group(1);
    }
    if (call.header("x-amz-target").startsWith(QUOTAS)) {
      return call.header("x-amz-target").substring(QUOTAS.length());
    }
    return call.method().equals("POST")
        ? Query.form(call).path("Action").asText()
        : PATHS.stream()
            .filter(each -> each.pattern().matcher(call.path()).matches())
            .map(Path::operation)
            .findFirst()
            .orElse("");
  }

  @Override
  public Answer handle(String operation, Call call) throws Refusal {
    if (call.header("smithy-protocol").equals(RPC)) {
      return cbor(account.tell(operation, cbor(call)));
    }
    if (call.method().equals("GET")) {
      var in = Json.object().put("Name", name(call));
      call.query().forEach(in::put);
      return Answer.json(account.tell(operation, in));
    }
    return call.header("x-amz-target").isEmpty()
        ? Query.answer(operation, account.tell(operation, Query.form(call)))
        : json(operation, call);
  }

  /** In the header for CBOR and REST, whose clients pass over the body then. */
  @Override
  public Answer refused(Refusal refusal) {
    return Query.refused(refusal).with("x-amzn-ErrorType", refusal.code());
  }

  @Override
  public Refusal throttled() {
    return new Refusal(400, "Throttling", "Rate exceeded");
  }

  private Answer json(String operation, Call call) {
    try {
      return Answer.json(account.tell(operation, Json.read(call.body().toArray())));
    } catch (Refusal e) {
      var body = Json.object().put("__type", e.code()).put("Message", e.text());
      return Answer.json(e.status(), body);
    }
  }

  private static String name(Call call) {
    return PATHS.stream()
        .map(each -> each.pattern().matcher(call.path()))
        .filter(Matcher::matches)
        .map(match -> match.group(1))
        .collect(Collectors.joining());
  }

  private static JsonNode cbor(Call call) {
    try {
      return CBOR.readTree(call.body().toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer cbor(JsonNode told) {
    try {
      var headers = Map.of("smithy-protocol", RPC, "Content-Type", "application/cbor");
      return new Answer(200, headers, Bytes.of(CBOR.writeValueAsBytes(told)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
