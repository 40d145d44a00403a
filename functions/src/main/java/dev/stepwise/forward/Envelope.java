package dev.stepwise.forward;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.inbound.Headers;
import dev.stepwise.judgement.Loops;
import dev.stepwise.mime.Addresses;
import dev.stepwise.mime.MessageIds;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.Fields;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.ContentUtil;
import org.jspecify.annotations.Nullable;

/**
 * The header of a forwarded mail. SES sends from our own identities only, so it comes from the rep
 * to the rep; the answer to it goes to the prospect.
 */
record Envelope(Arrival arrival, Report report, Instant now) {
  private static final int SUBJECT = 500;
  private static final int NAME = 100;
  private static final int REFERENCES = 20;
  private static final String VIA = " via Stepwise";

  /** An id that no header field breaks at (RFC 5322, 3.6.4). */
  private static final Pattern ID = Pattern.compile("[!-;=?-~]{1,250}");

  /** As the prospect would have written to the rep. */
  List<Field> ofAnswer() {
    List<Field> fields = fields(name() + VIA, subject());
    replyTo().ifPresent(address -> fields.add(Fields.replyTo(mailbox(null, address))));
    return fields;
  }

  /** As a notice of ours, which nobody answers by mistake. */
  List<Field> ofNotice(String subject) {
    return fields("Stepwise", subject);
  }

  String subject() {
    return headers().first("Subject").orElse("");
  }

  /** Where an answer belongs: Reply-To, else From, else the envelope's sender. */
  private Optional<EmailAddress> replyTo() {
    return address("Reply-To")
        .or(() -> address("From"))
        .or(() -> Addresses.first(arrival.receipt().from()));
  }

  /** Who wrote, by name and address, in one line. */
  String author() {
    String address = address("From").map(EmailAddress::value).orElse("an unknown address");
    String name = displayName().orElse("");
    return name.isEmpty() ? address : name + " (" + address + ")";
  }

  private List<Field> fields(String fromName, String subject) {
    List<Field> fields = new ArrayList<>();
    fields.add(Fields.from(mailbox(fromName, report.sender())));
    fields.add(Fields.to(mailbox(null, report.sender())));
    fields.add(Fields.subject(Words.line(subject, SUBJECT)));
    fields.add(Fields.date("Date", Date.from(now), TimeZone.getTimeZone("UTC")));
    fields.addAll(thread());
    fields.add(new RawField("Auto-Submitted", "auto-generated"));
    fields.add(new RawField("X-Auto-Response-Suppress", "All"));
    fields.add(new RawField(Loops.FORWARDED, Words.line(arrival.receipt().id(), 200)));
    fields.add(Fields.version("1.0"));
    return fields;
  }

  /** The thread that the answer is in, and the answer itself. */
  private List<Field> thread() {
    List<String> answered = ids("In-Reply-To");
    SequencedSet<String> references = new LinkedHashSet<>(ids("References"));
    references.addAll(answered);
    references.addAll(ids("Message-ID"));
    List<Field> fields = new ArrayList<>();
    answered.stream().findFirst().ifPresent(id -> fields.add(field("In-Reply-To", List.of(id))));
    if (!references.isEmpty()) {
      fields.add(field("References", ends(List.copyOf(references))));
    }
    return fields;
  }

  /** The first one, which names the thread, and the last ones. */
  private static List<String> ends(List<String> ids) {
    if (ids.size() <= REFERENCES) {
      return ids;
    }
    List<String> ends = new ArrayList<>(List.of(ids.getFirst()));
    ends.addAll(ids.subList(ids.size() - REFERENCES + 1, ids.size()));
    return ends;
  }

  private static Field field(String name, List<String> ids) {
    return new RawField(name, "<" + String.join("> <", ids) + ">");
  }

  private List<String> ids(String name) {
    return headers().first(name).stream()
        .flatMap(value -> MessageIds.of(value).stream())
        .filter(id -> ID.matcher(id).matches())
        .toList();
  }

  private String name() {
    return displayName().or(() -> address("From").map(EmailAddress::value)).orElse("Somebody");
  }

  private Optional<String> displayName() {
    return headers().first("From").map(Envelope::displayName).filter(name -> !name.isEmpty());
  }

  private static String displayName(String from) {
    ByteSequence raw = ContentUtil.encode(StandardCharsets.UTF_8, Words.line(from, 2_000));
    try {
      return LenientAddressParser.DEFAULT
          .parseAddressList(raw, new ParserCursor(0, raw.length()))
          .flatten()
          .stream()
          .findFirst()
          .map(mailbox -> mailbox.getName() == null ? "" : Words.line(mailbox.getName(), NAME))
          .orElse("");
    } catch (RuntimeException e) {
      // A value that the library stumbles over names nobody.
      return "";
    }
  }

  private Optional<EmailAddress> address(String field) {
    return headers().first(field).flatMap(Addresses::first);
  }

  private Headers headers() {
    return arrival.mail().headers();
  }

  private static Mailbox mailbox(@Nullable String name, EmailAddress address) {
    int at = address.value().indexOf('@');
    return new Mailbox(name, address.value().substring(0, at), address.value().substring(at + 1));
  }
}
