package dev.stepwise.lambda.api;

import dev.stepwise.InvalidValueException;
import dev.stepwise.forward.AttachmentStore;
import dev.stepwise.lambda.http.OpenHttp;
import dev.stepwise.lambda.http.OpenRequest;
import dev.stepwise.lambda.http.Reply;
import dev.stepwise.mail.AttachmentName;
import dev.stepwise.mail.AttachmentTokens;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Links to attachments that were too large to forward: a signed token for each leads to a link of
 * the store's own that is valid for minutes.
 */
public final class AttachmentsApi {
  private final AttachmentTokens tokens;
  private final AttachmentStore attachments;
  private final InstantSource clock;

  public AttachmentsApi(AttachmentTokens tokens, AttachmentStore attachments, InstantSource clock) {
    this.tokens = tokens;
    this.attachments = attachments;
    this.clock = clock;
  }

  public void serve(OpenHttp http) {
    http.on("GET /attachments/{token}/{mail}/{index}", this::get);
  }

  private Reply get(OpenRequest request) {
    return name(request)
        .filter(name -> tokens.allow(request.path("token"), name, clock.instant()))
        .flatMap(attachments::link)
        .map(AttachmentsApi::redirect)
        .orElseGet(() -> Reply.problem(404, "there is no such attachment, or not any more"));
  }

  private static Optional<AttachmentName> name(OpenRequest request) {
    try {
      return Optional.of(AttachmentName.of(request.path("mail"), request.path("index")));
    } catch (InvalidValueException e) {
      return Optional.empty();
    }
  }

  private static Reply redirect(URI to) {
    return new Reply(302, Map.of("location", to.toString()), "text/plain", null)
        .with("cache-control", "no-store")
        .with("referrer-policy", "no-referrer");
  }
}
