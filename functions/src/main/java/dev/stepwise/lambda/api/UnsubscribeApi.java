package dev.stepwise.lambda.api;

import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.lambda.http.OpenHttp;
import dev.stepwise.lambda.http.OpenRequest;
import dev.stepwise.lambda.http.Reply;
import dev.stepwise.mail.Token;
import dev.stepwise.mail.Tokens;
import dev.stepwise.usecase.OptOut;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The link in every mail: reading it does nothing, for scanners follow links; a POST opts out, be
 * it the page's button or a mail program's one click (RFC 8058), whatever its body.
 */
public final class UnsubscribeApi {
  private final Tokens tokens;
  private final OptOut optOut;
  private final InstantSource clock;

  public UnsubscribeApi(Tokens tokens, OptOut optOut, InstantSource clock) {
    this.tokens = tokens;
    this.optOut = optOut;
    this.clock = clock;
  }

  public void serve(OpenHttp http) {
    http.on("GET /u/{token}", this::show)
        .on("HEAD /u/{token}", this::show)
        .on("POST /u/{token}", this::unsubscribe);
  }

  private Reply show(OpenRequest request) {
    return enrollment(request).isPresent()
        ? UnsubscribePage.ASKING.reply()
        : UnsubscribePage.UNKNOWN.reply();
  }

  private Reply unsubscribe(OpenRequest request) {
    return enrollment(request).filter(id -> optOut.optOut(id, way(request))).isPresent()
        ? UnsubscribePage.DONE.reply()
        : UnsubscribePage.UNKNOWN.reply();
  }

  private Optional<EnrollmentId> enrollment(OpenRequest request) {
    return tokens.read(Token.Purpose.UNSUBSCRIBE, request.path("token"), clock.instant());
  }

  private static String way(OpenRequest request) {
    String body = new String(request.body().toArray(), StandardCharsets.UTF_8);
    return body.equals(UnsubscribePage.BUTTON) ? "page" : "one-click";
  }
}
