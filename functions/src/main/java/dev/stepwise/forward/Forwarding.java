package dev.stepwise.forward;

import dev.stepwise.Bytes;
import dev.stepwise.mail.AttachmentName;
import dev.stepwise.mail.AttachmentTokens;
import dev.stepwise.mime.RawPart;
import dev.stepwise.mime.RawReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.james.mime4j.stream.Field;

/**
 * Writes the mail that passes an answer on to the rep. {@code limit} is how many bytes the parts of
 * the mail may have as they travel; what does not fit is linked.
 */
public record Forwarding(AttachmentTokens tokens, String publicUrl, int limit) {
  /** Many mailboxes take 20 to 25 MB. */
  public static final int USUAL_LIMIT = 10_000_000;

  /** Taken apart and put together, these are worth nothing (RFC 1847, RFC 8551). */
  private static final Set<String> SEALED =
      Set.of(
          "multipart/signed",
          "multipart/encrypted",
          "application/pkcs7-mime",
          "application/x-pkcs7-mime");

  private static final int WHOLE = 0;
  private static final int TYPED = 100_000;

  /** A message, and what must be stored before it is sent. */
  public record Composed(RawLetter letter, List<Attachment> apart) {
    public Composed {
      apart = List.copyOf(apart);
    }
  }

  /** The mail as it came, with a line of what was done on top. */
  public Composed answer(Arrival arrival, Report report, Instant now) {
    Envelope envelope = new Envelope(arrival, report, now);
    return RawReader.read(arrival.raw())
        .filter(Forwarding::canBeTakenApart)
        .map(tree -> parts(envelope, Split.of(tree, limit)))
        .orElseGet(() -> whole(envelope));
  }

  /** A notice in plain text instead of the mail. */
  public RawLetter notice(Notice notice, Arrival arrival, Report report, Instant now) {
    Envelope envelope = new Envelope(arrival, report, now);
    return letter(
        envelope, envelope.ofNotice(notice.subject(envelope)), Leaves.text(notice.text(envelope)));
  }

  private Composed parts(Envelope envelope, Split split) {
    Note note = note(envelope, split.apart());
    RawPart noted = split.kept().map(note::on).orElseGet(() -> Leaves.text(note.text()));
    return new Composed(letter(envelope, envelope.ofAnswer(), noted), split.apart());
  }

  /** The bytes as they came, for the rep's mail program to make something of. */
  private Composed whole(Envelope envelope) {
    Bytes raw = envelope.arrival().raw();
    RawPart.Leaf enclosed = Leaves.enclosed(raw);
    boolean fits = enclosed.body().size() <= limit;
    List<Attachment> apart =
        fits ? List.of() : List.of(new Attachment(WHOLE, "mail.eml", "message/rfc822", raw));
    String typed = Words.lines(envelope.arrival().typed(), TYPED);
    RawPart text = Leaves.text(note(envelope, apart).text() + typed);
    RawPart tree = fits ? Trees.mixed(List.of(text, enclosed)) : text;
    return new Composed(letter(envelope, envelope.ofAnswer(), tree), apart);
  }

  private Note note(Envelope envelope, List<Attachment> apart) {
    List<String> lines = new ArrayList<>(List.of(envelope.report().headline()));
    for (Attachment each : apart) {
      String size = String.format(Locale.ROOT, "%.1f MB", each.content().size() / 1e6);
      String link = link(envelope, each.index());
      lines.add("Too large to forward: %s (%s), %s".formatted(each.fileName(), size, link));
    }
    return new Note(lines);
  }

  private String link(Envelope envelope, int index) {
    String mailId = envelope.arrival().receipt().id();
    AttachmentName name = new AttachmentName(mailId, index);
    return publicUrl + tokens.path(envelope.report().enrollment(), name, envelope.now());
  }

  private static boolean canBeTakenApart(RawPart tree) {
    return !Trees.has(tree, SEALED)
        && Trees.leaves(tree).allMatch(leaf -> TransferEncoding.named(leaf.encoding()).isPresent());
  }

  private static RawLetter letter(Envelope envelope, List<Field> fields, RawPart tree) {
    String mailId = envelope.arrival().receipt().id();
    return new RawLetter(envelope.report().sender(), mailId, MessageBytes.of(fields, tree, mailId));
  }
}
