package dev.stepwise.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stepwise.local.aws.http.Answer;
import dev.stepwise.local.aws.http.Call;
import dev.stepwise.local.aws.http.Refusal;
import dev.stepwise.local.aws.http.Service;
import dev.stepwise.local.store.Json;

/** SSM on the wire: AWS JSON 1.1, the operation in a header. */
final class SsmWire implements Service {
  private static final String TYPE = "application/x-amz-json-1.1";

  private static final int MOST_NAMES = 10;

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
    var in = Json.read(call.body().toArray());
    var out =
        switch (operation) {
          case "GetParameter" -> one(in);
          case "GetParameters" -> several(in);
          case "PutParameter" -> put(in);
          case "DeleteParameter" -> delete(in);
          default ->
              throw new Refusal(400, "UnknownOperationException", "no operation " + operation);
        };
    return Answer.json(out).with("Content-Type", TYPE);
  }

  private ObjectNode one(JsonNode in) throws Refusal {
    checkDecryption(in);
    var name = in.path("Name").asText();
    var value = ssm.get(name).orElseThrow(() -> new Refusal(400, "ParameterNotFound", ""));
    var out = Json.object();
    out.set("Parameter", described(name, value));
    return out;
  }

  private ObjectNode several(JsonNode in) throws Refusal {
    checkDecryption(in);
    var names = in.path("Names");
    if (names.isEmpty() || names.size() > MOST_NAMES) {
      throw new Refusal(400, "ValidationException", "Member must have length 1 to 10");
    }
    var out = Json.object();
    var found = out.putArray("Parameters");
    var missing = out.putArray("InvalidParameters");
    for (var each : names) {
      var name = each.asText();
      ssm.get(name)
          .ifPresentOrElse(value -> found.add(described(name, value)), () -> missing.add(name));
    }
    return out;
  }

  private ObjectNode put(JsonNode in) throws Refusal {
    if (!in.path("Type").asText().equals("SecureString")) {
      throw new Refusal(400, "ValidationException", "only secrets are kept here");
    }
    var name = in.path("Name").asText();
    var value = in.path("Value").asText();
    if (in.path("Overwrite").asBoolean()) {
      ssm.put(name, value);
    } else if (!ssm.make(name, value)) {
      throw new Refusal(400, "ParameterAlreadyExists", "The parameter already exists.");
    }
    return Json.object().put("Version", 1).put("Tier", "Standard");
  }

  private ObjectNode delete(JsonNode in) throws Refusal {
    if (!ssm.delete(in.path("Name").asText())) {
      throw new Refusal(400, "ParameterNotFound", "");
    }
    return Json.object();
  }

  private static void checkDecryption(JsonNode in) throws Refusal {
    if (!in.path("WithDecryption").asBoolean()) {
      throw new Refusal(400, "ValidationException", "secrets are read with decryption here");
    }
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
    return Json.object()
        .put("Name", name)
        .put("Type", "SecureString")
        .put("Value", value)
        .put("Version", 1)
        .put("DataType", "text");
  }
}
