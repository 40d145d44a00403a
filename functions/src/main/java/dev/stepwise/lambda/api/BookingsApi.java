package dev.stepwise.lambda.api;

import dev.stepwise.booking.Booking;
import dev.stepwise.booking.Payload;
import dev.stepwise.booking.Secrets;
import dev.stepwise.booking.Signed;
import dev.stepwise.booking.Tool;
import dev.stepwise.json.Json;
import dev.stepwise.lambda.http.OpenHttp;
import dev.stepwise.lambda.http.OpenRequest;
import dev.stepwise.lambda.http.Problems;
import dev.stepwise.lambda.http.RefusedException;
import dev.stepwise.lambda.http.Reply;
import dev.stepwise.sender.Senders;
import dev.stepwise.usecase.Authority;
import dev.stepwise.usecase.HearOfBooking;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Webhooks of booking tools: /hooks/bookings/{tool}. The signature over the very bytes is checked
 * before anything else is read; addresses and tokens go into no log.
 */
public final class BookingsApi {
  private static final System.Logger LOG = System.getLogger(BookingsApi.class.getName());

  private final HearOfBooking hear;
  private final Secrets secrets;
  private final Senders senders;
  private final InstantSource clock;

  public BookingsApi(HearOfBooking hear, Secrets secrets, Senders senders, InstantSource clock) {
    this.hear = hear;
    this.secrets = secrets;
    this.senders = senders;
    this.clock = clock;
  }

  public void serve(OpenHttp http) {
    http.on("POST /hooks/bookings/{tool}", this::take);
  }

  private Reply take(OpenRequest request) {
    Instant now = clock.instant();
    Optional<Tool> tool = Tool.named(request.path("tool"));
    List<SecretKey> keys = tool.map(known -> secrets.of(known, now)).orElse(List.of());
    return tool.isEmpty() || keys.isEmpty()
        ? Reply.problem(404, "no booking tool of that name is set up")
        : take(signed(tool.get(), request), keys, now);
  }

  private static Signed signed(Tool tool, OpenRequest request) {
    return new Signed(tool, request.header(tool.header()).orElse(""), request.body());
  }

  private Reply take(Signed signed, List<SecretKey> keys, Instant now) {
    String header = signed.tool().header();
    return switch (signed.verify(keys, now)) {
      case FORGED -> Reply.problem(401, "the signature in " + header + " is missing or wrong");
      case STALE ->
          Reply.problem(401, "the signature in " + header + " is not of the last three minutes");
      case GENUINE -> work(signed.tool(), Payload.read(signed.tool(), tree(signed)));
    };
  }

  private Reply work(Tool tool, Payload payload) {
    return switch (payload) {
      case Payload.Told(Booking booking) -> {
        Authority caller = new Authority(tool.wire(), false, senders);
        HearOfBooking.Heard heard = hear.hear(booking, caller);
        yield done(tool, booking.kind().name(), heard.name());
      }
      case Payload.Ignored(String event) -> done(tool, event, "IGNORED");
      case Payload.Unreadable(String field, String detail) ->
          Reply.invalid(List.of(new Problems.Problem(field, detail)));
    };
  }

  private static Reply done(Tool tool, String event, String outcome) {
    LOG.log(Level.INFO, "booking of {0}, {1}: {2}", tool.wire(), event, outcome);
    return Reply.ok(Map.of("outcome", outcome.toLowerCase(Locale.ROOT)));
  }

  private static @Nullable Object tree(Signed signed) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(signed.body().toArray());
      return Json.parse(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException _) {
      throw new RefusedException(Reply.problem(400, "the body is not in UTF-8"));
    } catch (Json.Malformed e) {
      throw new RefusedException(Reply.problem(400, "the body is no JSON: " + e.getMessage()));
    }
  }
}
