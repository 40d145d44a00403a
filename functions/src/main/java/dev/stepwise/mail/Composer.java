package dev.stepwise.mail;

import dev.stepwise.Text;
import dev.stepwise.enrollment.Claim;
import dev.stepwise.enrollment.Dossier;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.MailThread;
import dev.stepwise.judgement.Loops;
import dev.stepwise.mail.Token.Purpose;
import dev.stepwise.sender.Sender;
import dev.stepwise.sequence.Step;
import dev.stepwise.sequence.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Writes the mail of a claimed step. {@code messageIdDomain} is what SES puts behind its ids in
 * this Region (email.amazonses.com in us-east-1, REGION.amazonses.com elsewhere).
 */
public record Composer(Links links, String messageIdDomain) {
  /** Header values have at most 995 characters: the first id and the last ones fit. */
  private static final int REFERENCES = 10;

  /** What came of composing. */
  public sealed interface Composed {
    /** A mail, and the thread it belongs to. */
    record Ready(Letter letter, MailThread thread) implements Composed {}

    /** Tokens without value and fallback: the mail would have blanks. */
    record Missing(List<String> tokens) implements Composed {}
  }

  /** Composes the mail of the claimed step. */
  public Composed compose(Enrollment e, Version version, Dossier dossier) {
    Claim claim = Objects.requireNonNull(e.claim(), "only a claimed step is composed");
    Copy copy = Copy.of(version, claim.step(), dossier.overrides());
    Values values = new Values(dossier.contact(), dossier.sender());
    List<String> missing = copy.missing(values);
    if (!missing.isEmpty()) {
      return new Composed.Missing(missing);
    }
    MailThread thread =
        openThread(e, claim, version)
            .orElseGet(() -> new MailThread(claim.step(), copy.subject(values)));
    return new Composed.Ready(letter(e, claim, version, dossier, copy, thread), thread);
  }

  /** The thread that the claimed step's mail goes into, or begins. */
  public static MailThread thread(Enrollment e, Claim claim, Version version, Dossier dossier) {
    Values values = new Values(dossier.contact(), dossier.sender());
    return openThread(e, claim, version)
        .orElseGet(() ->
            new MailThread(
                claim.step(), Copy.of(version, claim.step(), dossier.overrides()).subject(values)));
  }

  /** A thread whose first mail was left out is not open: an older one is about something else. */
  private static Optional<MailThread> openThread(Enrollment e, Claim claim, Version version) {
    return version.step(claim.step()) instanceof Step.Email email && email.reply()
        ? Optional.ofNullable(e.thread())
            .filter(thread -> thread.root() >= opener(version, claim.step()))
        : Optional.empty();
  }

  /** The step that opens the thread which this one replies to. */
  private static int opener(Version version, int reply) {
    return IntStream.range(1, reply)
        .filter(step -> version.step(step) instanceof Step.Email email && !email.reply())
        .max()
        .orElse(0);
  }

  private Letter letter(
      Enrollment e, Claim claim, Version version, Dossier dossier, Copy copy, MailThread thread) {
    Sender sender = dossier.sender();
    Instant now = claim.since();
    Token booking = links.token(Purpose.BOOKING, e.id(), now);
    Values values = new Values(dossier.contact(), sender, booking);
    String link = links.unsubscribe(e.id(), now);
    Footer footer = Footer.of(sender, link, version.settings().optOutLine());
    boolean reply = thread.root() != claim.step();
    return new Letter(
        sender.name(),
        sender.email(),
        dossier.contact().email(),
        sender.copyTo(),
        links.replyTo(e.id(), now),
        (reply ? "Re: " : "") + thread.subject(),
        signed(copy.text(values), sender, copy) + footer.text(),
        html(copy, values, sender) + footer.html(),
        headers(e, claim, reply ? e.messageIds() : List.of()),
        tags(e, claim));
  }

  private static String signed(String text, Sender sender, Copy copy) {
    String signature = sender.signature();
    return Text.isPresent(signature) && !copy.usesSignature()
        ? text.stripTrailing() + "\n\n" + signature
        : text;
  }

  private static String html(Copy copy, Values values, Sender sender) {
    Template template = copy.html();
    if (template == null) {
      return Html.ofText(signed(copy.text(values), sender, copy));
    }
    String signature = sender.signature();
    String copied = template.render(values, Html::escape);
    return signature == null || template.uses("sender.signature")
        ? copied
        : copied + "<br>\n" + Html.ofText(signature);
  }

  /** One click for who reads RFC 8058, a mail for who reads RFC 2369 only: its example's order. */
  private Map<String, String> headers(Enrollment e, Claim claim, List<String> thread) {
    String mail = "mailto:" + links.optOut(e.id(), claim.since()) + "?subject=unsubscribe";
    String link = links.unsubscribe(e.id(), claim.since());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("List-Unsubscribe", "<" + mail + ">, <" + link + ">");
    headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    headers.put(Loops.SENT, e.id() + "-" + claim.step() + "-" + claim.attempt());
    if (!thread.isEmpty()) {
      headers.put("In-Reply-To", wire(thread.getLast()));
      headers.put("References", references(thread));
    }
    return headers;
  }

  private String references(List<String> thread) {
    int from = Math.max(1, thread.size() - REFERENCES + 1);
    StringBuilder ids = new StringBuilder(wire(thread.getFirst()));
    thread.subList(from, thread.size()).forEach(id -> ids.append(' ').append(wire(id)));
    return ids.toString();
  }

  private String wire(String messageId) {
    return "<" + messageId + "@" + messageIdDomain + ">";
  }

  private static Map<String, String> tags(Enrollment e, Claim claim) {
    return Map.of(
        "enrollment", e.id().value(),
        "step", Integer.toString(claim.step()),
        "attempt", Integer.toString(claim.attempt()));
  }
}
