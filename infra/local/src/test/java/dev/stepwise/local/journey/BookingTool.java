package dev.stepwise.local.journey;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A booking tool that tells of meetings, signed with the secrets of the local system. */
record BookingTool(Stepwise stepwise) {
  Answer calendly(String body) {
    return calendly(body, stepwise.now());
  }

  Answer calendly(String body, Instant signedAt) {
    return send("calendly", "Calendly-Webhook-Signature", timed("calendly", body, signedAt), body);
  }

  Answer calCom(String body) {
    return send("cal.com", "X-Cal-Signature-256", hex("cal.com", body), body);
  }

  Answer generic(String body) {
    String signature = timed("generic", body, stepwise.now());
    return send("generic", "X-Stepwise-Signature", signature, body);
  }

  Answer send(String tool, String header, String signature, String body) {
    var nobody = new Caller(stepwise.rep.base(), "");
    return nobody.send("POST", "/hooks/bookings/" + tool, body, header, signature);
  }

  private static String timed(String tool, String body, Instant at) {
    var seconds = at.getEpochSecond();
    return "t=" + seconds + ",v1=" + hex(tool, seconds + "." + body);
  }

  private static String hex(String tool, String signed) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      var secret = "local-" + tool + "-secret";
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
