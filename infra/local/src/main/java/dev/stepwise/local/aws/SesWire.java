package dev.stepwise.local.aws;

import dev.stepwise.local.aws.account.AccountWire;
import dev.stepwise.local.aws.http.Answer;
import dev.stepwise.local.aws.http.Call;
import dev.stepwise.local.aws.http.Refusal;
import dev.stepwise.local.aws.http.Service;
import dev.stepwise.local.store.Json;

/** SES v2 on the wire: REST with JSON bodies. What it tells of the account is told elsewhere. */
final class SesWire implements Service {
  private static final String SEND = "POST /v2/email/outbound-emails";
  private final SesService ses;
  private final AccountWire account;

  SesWire(SesService ses, AccountWire account) {
    this.ses = ses;
    this.account = account;
  }

  @Override
  public String name() {
    return "sesv2";
  }

  @Override
  public String operation(Call call) {
    var asked = call.method() + " " + call.path();
    return asked.equals(SEND) ? "SendEmail" : account.operation(call);
  }

  @Override
  public Answer handle(String operation, Call call) throws Refusal {
    return switch (operation) {
      case "SendEmail" -> send(call);
      case "" -> throw new Refusal(404, "NotFoundException", call.method() + " " + call.path());
      default -> account.handle(operation, call);
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
}
