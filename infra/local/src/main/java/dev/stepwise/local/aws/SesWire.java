package dev.stepwise.local.aws;

import dev.stepwise.local.aws.http.Answer;
import dev.stepwise.local.aws.http.Call;
import dev.stepwise.local.aws.http.Refusal;
import dev.stepwise.local.aws.http.Service;
import dev.stepwise.local.store.Json;

/** SES v2 on the wire: REST with JSON bodies. */
final class SesWire implements Service {
  private static final int DAILY = 50_000;
  private final SesService ses;

  SesWire(SesService ses) {
    this.ses = ses;
  }

  @Override
  public String name() {
    return "sesv2";
  }

  @Override
  public String operation(Call call) {
    return switch (call.method() + " " + call.path()) {
      case "POST /v2/email/outbound-emails" -> "SendEmail";
      case "GET /v2/email/account" -> "GetAccount";
      default -> "";
    };
  }

  @Override
  public Answer handle(String operation, Call call) throws Refusal {
    return switch (operation) {
      case "SendEmail" -> send(call);
      case "GetAccount" -> account();
      default -> throw new Refusal(404, "NotFoundException", call.method() + " " + call.path());
    };
  }

  @Override
  public Answer refused(Refusal refusal) {
    return Answer.json(refusal.status(), Json.object().put("message", refusal.text()))
        .with("x-amzn-ErrorType", refusal.code());
  }

  @Override
  public Refusal throttled() {
    return new Refusal(429, "TooManyRequestsException", "Maximum sending rate exceeded.");
  }

  private Answer send(Call call) throws Refusal {
    try {
      var id = ses.accept(SesRequest.read(Json.read(call.body().toArray())));
      return Answer.json(Json.object().put("MessageId", id));
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, "BadRequestException", String.valueOf(e.getMessage()));
    }
  }

  private static Answer account() {
    var out = Json.object().put("SendingEnabled", true).put("ProductionAccessEnabled", true);
    out.putObject("SendQuota").put("Max24HourSend", DAILY).put("MaxSendRate", SesService.RATE);
    return Answer.json(out.put("EnforcementStatus", "HEALTHY"));
  }
}
