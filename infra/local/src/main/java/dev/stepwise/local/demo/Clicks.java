package dev.stepwise.local.demo;

import dev.stepwise.local.http.ApiClient;
import dev.stepwise.local.json.Json;
import dev.stepwise.local.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What happens at the other end of the links in a mail, where nobody has a token of ours. */
record Clicks(ApiClient stranger, String bookingSecret) {
  private static final Pattern ONE_CLICK = Pattern.compile("<https?://[^/>]+(/u/[^>]+)>");
  private static final Pattern BOOKING = Pattern.compile("[?&]stepwise=(\\w+)");
  private static final Duration AHEAD = Duration.ofDays(3);
  private static final String HMAC = "HmacSHA256";

  /** The mail program posts to the mail's List-Unsubscribe link (RFC 8058). */
  void optOut(JsonObject mail) {
    var link = ONE_CLICK.matcher(mail.object("headers").text("List-Unsubscribe"));
    if (!link.find()) {
      throw new IllegalStateException("the mail has no link to opt out by");
    }
    post(
        link.group(1),
        "List-Unsubscribe=One-Click",
        Map.of("content-type", "application/x-www-form-urlencoded"));
  }

  /** A meeting is booked by the link in the mail, and the booking tool tells of it, signed. */
  void book(JsonObject mail, Script script, Instant now) {
    var meeting = new LinkedHashMap<String, Object>();
    meeting.put("event", "created");
    meeting.put("id", "demo-" + script.email());
    meeting.put("email", script.email());
    meeting.put("at", now.plus(AHEAD).toString());
    var link = BOOKING.matcher(mail.text("text"));
    if (link.find()) {
      meeting.put("token", link.group(1));
    }
    var body = new String(Json.bytes(meeting), StandardCharsets.UTF_8);
    var seconds = now.getEpochSecond();
    var signature = "t=%d,v1=%s".formatted(seconds, hmac(seconds + "." + body));
    post("/hooks/bookings/generic", body, Map.of("X-Stepwise-Signature", signature));
  }

  private void post(String path, String body, Map<String, String> headers) {
    var answer = stranger.post(path, body.getBytes(StandardCharsets.UTF_8), headers);
    if (answer.status() >= 300) {
      throw new IllegalStateException(
          "%s answered %d: %s".formatted(path, answer.status(), answer.body().utf8()));
    }
  }

  private String hmac(String signed) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(bookingSecret.getBytes(StandardCharsets.UTF_8), HMAC));
      return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has " + HMAC, e);
    }
  }
}
