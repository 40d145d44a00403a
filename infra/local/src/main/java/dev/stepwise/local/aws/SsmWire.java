package dev.stepwise.local.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stepwise.local.aws.http.Answer;
import dev.stepwise.local.aws.http.Call;
import dev.stepwise.local.aws.http.Refusal;
import dev.stepwise.local.aws.http.Service;
import dev.stepwise.local.store.Json;

/** SSM on the wire: AWS JSON 1.1, the operation in a header. Only GetParameter is called. */
final class SsmWire implements Service {
  private static final String TYPE = "application/x-amz-json-1.1";

  private final SsmService ssm;

  SsmWire(SsmService ssm) {
    this.ssm = ssm;
  }

  @Override
  public String name() {
    return "ssm";
  }

  @Override
  public String operation(Call call) {
    return call.header("x-amz-target").replace("AmazonSSM.", "");
  }

  @Override
  public Answer handle(String operation, Call call) throws Refusal {
    if (!operation.equals("GetParameter")) {
      throw new Refusal(400, "UnknownOperationException", "no operation " + operation);
    }
    var in = Json.read(call.body().toArray());
    if (!in.path("WithDecryption").asBoolean()) {
      throw new Refusal(400, "ValidationException", "secrets are read with decryption here");
    }
    var name = in.path("Name").asText();
    var value = ssm.get(name).orElseThrow(() -> new Refusal(400, "ParameterNotFound", ""));
    return Answer.json(described(name, value)).with("Content-Type", TYPE);
  }

  @Override
  public Answer refused(Refusal refusal) {
    var body = Json.object().put("__type", refusal.code()).put("message", refusal.text());
    return Answer.json(refusal.status(), body).with("Content-Type", TYPE);
  }

  @Override
  public Refusal throttled() {
    return new Refusal(400, "ThrottlingException", "Rate exceeded");
  }

  private static ObjectNode described(String name, String value) {
    var out = Json.object();
    out.putObject("Parameter")
        .put("Name", name)
        .put("Type", "SecureString")
        .put("Value", value)
        .put("Version", 1)
        .put("DataType", "text");
    return out;
  }
}
