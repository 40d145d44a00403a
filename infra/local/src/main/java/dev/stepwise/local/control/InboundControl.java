package dev.stepwise.local.control;

import dev.stepwise.local.http.Endpoint;
import dev.stepwise.local.http.Reply;
import dev.stepwise.local.http.Request;
import dev.stepwise.local.smtp.Envelopes;
import dev.stepwise.local.smtp.Inbound;
import dev.stepwise.local.smtp.ReceivedMail;
import dev.stepwise.local.smtp.Verdicts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Takes a mail over HTTP just as SMTP does, with verdicts of one's choice. */
final class InboundControl implements Endpoint {
  private final Inbound inbound;

  InboundControl(Inbound inbound) {
    this.inbound = inbound;
  }

  @Override
  public Reply answer(Request request) {
    var query = request.query();
    if (request.body().isEmpty()) {
      throw Refusal.unreadable("the body must be a mail (message/rfc822)");
    }
    var raw = request.body();
    var from = query.get("from");
    var to = query.get("to");
    var mail =
        new ReceivedMail(
            from == null ? Envelopes.sender(raw.toArray()) : from,
            to == null ? Envelopes.recipients(raw.toArray()) : addresses(to),
            raw,
            verdicts(query));
    refuseUnlessTaken(mail.to());
    return Reply.json(200, Map.of("messageId", inbound.store(mail)));
  }

  private static List<String> addresses(String list) {
    return Arrays.stream(list.split(","))
        .map(String::strip)
        .filter(address -> !address.isEmpty())
        .toList();
  }

  private void refuseUnlessTaken(List<String> to) {
    if (to.isEmpty()) {
      throw Refusal.badContent("to, or the mail's own To, must name the recipient");
    }
    for (var address : to) {
      if (!inbound.takes(address)) {
        throw Refusal.badContent("no mail for " + address + " is taken here");
      }
    }
  }

  private static Verdicts verdicts(Map<String, String> query) {
    var upper = new HashMap<String, String>();
    query.forEach((name, value) -> upper.put(name, value.toUpperCase(Locale.ROOT)));
    var verdicts = Verdicts.of(upper);
    if (!verdicts.known()) {
      throw Refusal.badContent("a verdict is PASS, FAIL, GRAY or PROCESSING_FAILED");
    }
    return verdicts;
  }
}
