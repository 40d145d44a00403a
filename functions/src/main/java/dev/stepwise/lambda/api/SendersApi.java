package dev.stepwise.lambda.api;

import dev.stepwise.InvalidValueException;
import dev.stepwise.Text;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.lambda.http.Fields;
import dev.stepwise.lambda.http.Http;
import dev.stepwise.lambda.http.Read;
import dev.stepwise.lambda.http.Reply;
import dev.stepwise.lambda.http.Request;
import dev.stepwise.pacing.Pace;
import dev.stepwise.sender.Sender;
import dev.stepwise.sender.Senders;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Senders: get and put. A rep sees and puts an own one; only an admin binds subjects to it. */
public final class SendersApi {
  private final Senders senders;
  private final InstantSource clock;

  public SendersApi(Senders senders, InstantSource clock) {
    this.senders = senders;
    this.clock = clock;
  }

  public void serve(Http http) {
    http.on("GET /senders/{email}", this::get).on("PUT /senders/{email}", this::put);
  }

  private Reply get(Request request) {
    EmailAddress email = request.path("email", EmailAddress::new);
    if (!request.caller().mayActFor(email)) {
      return Reply.problem(403, "this sender is not yours");
    }
    return senders
        .find(email)
        .map(sender -> Reply.ok(view(sender, clock.instant())))
        .orElseGet(() -> Reply.problem(404, "there is no sender " + email));
  }

  private Reply put(Request request) {
    EmailAddress email = request.path("email", EmailAddress::new);
    if (!request.caller().mayActFor(email)) {
      return Reply.problem(403, "this sender is not yours");
    }
    Optional<Sender> before = senders.find(email);
    Set<String> bound = before.map(Sender::subjects).orElse(Set.of());
    Pace paced = before.map(Sender::pace).orElse(Pace.FREE);
    Sender after =
        request
            .body(f -> read(f, email, bound, paced))
            .with(before.map(Sender::pause).orElse(null));
    if (!request.caller().admin() && !after.subjects().equals(bound)) {
      return Reply.problem(403, "only an admin binds subjects to a sender");
    }
    senders.save(before, after);
    return Reply.ok(view(after, clock.instant()));
  }

  private static Sender read(Fields f, EmailAddress email, Set<String> bound, Pace paced) {
    if (!f.optional("email", Read.email()).orElse(email).equals(email)) {
      f.problem("email", "must be that of the path, or left out");
    }
    f.optional("pause", shown -> shown); // What GET shows may be put again.
    return new Sender(
        email,
        f.required("name", Read.line(100), ""),
        f.required("timeZone", Read.zone(), ZoneOffset.UTC),
        f.optional("signature", Read.lines(2_000)).orElse(null),
        f.optional("postalAddress", Read.lines(500)).orElse(null),
        PaceBody.read(f).after(paced),
        f.optional("bookingLink", Read.text(SendersApi::link)).orElse(null),
        f.optional("copyTo", Read.email()).orElse(null),
        f.optional("subjects", Read.list(20, text -> Text.line(text, 128)))
            .<Set<String>>map(HashSet::new)
            .orElse(bound));
  }

  private static String link(String text) {
    try {
      URI uri = new URI(text);
      if ("https".equals(uri.getScheme()) && uri.getHost() != null && text.length() <= 500) {
        return text;
      }
    } catch (URISyntaxException e) {
      // Said below.
    }
    throw new InvalidValueException("must be an https link of at most 500 characters");
  }

  static Map<String, @Nullable Object> view(Sender s, Instant now) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("email", s.email());
    view.put("name", s.name());
    view.put("timeZone", s.timeZone());
    view.put("signature", s.signature());
    view.put("postalAddress", s.postalAddress());
    PaceBody.view(view, s.pace());
    view.put("bookingLink", s.bookingLink());
    view.put("copyTo", s.copyTo());
    view.put("subjects", List.copyOf(s.subjects()));
    view.put("pause", PauseView.of(s.pause(), now));
    return view;
  }
}
