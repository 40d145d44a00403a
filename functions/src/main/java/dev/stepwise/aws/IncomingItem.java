package dev.stepwise.aws;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.inbound.Verdicts;
import dev.stepwise.inbound.Verdicts.Verdict;
import dev.stepwise.matching.Inbox;
import dev.stepwise.matching.Incoming;
import dev.stepwise.matching.Match;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The codec of mails that came in. What is not done lies in the due index, in shards of its own;
 * what is done lies in the index of its contact, where an erasure finds it.
 */
final class IncomingItem {
  /** Shards of the due index that hold mails; a team gets far fewer than it sends. */
  static final int SHARDS = 4;

  private static final Duration KEPT = Duration.ofDays(400);
  private static final int FORMAT = 1;
  private static final String AT = "at";
  private static final String FROM = "fr";
  private static final String RECIPIENTS = "to";
  private static final String VERDICTS = "ve";
  private static final String MATCHES = "ma";
  private static final String AUTHOR_UNCLEAR = "au";
  private static final String OPT_OUT = "oo";
  private static final String JUDGEMENT = "ju";

  private IncomingItem() {}

  /** A mail that is to be read. */
  static Map<String, AttributeValue> write(Incoming mail) {
    return item(mail)
        .text(EnrollmentIndexes.DUE_SHARD, shard(Math.floorMod(mail.id().hashCode(), SHARDS)))
        .instant(EnrollmentIndexes.DUE, mail.at().plus(Inbox.PATIENCE))
        .done();
  }

  /** A mail that has been read, and whose effects are had. */
  static Map<String, AttributeValue> done(
      Incoming mail, @Nullable EmailAddress contact, String judgement) {
    ItemWriter item = item(mail).text(JUDGEMENT, judgement);
    return contact == null
        ? item.done()
        : item.text(EnrollmentIndexes.CONTACT, ofContact(contact))
            .instant(EnrollmentIndexes.CREATED, mail.at())
            .done();
  }

  /** Holds while a mail is not done and has so many matches. */
  static Expression unread(int matches) {
    return Expression.PRESENT
        .and("attribute_not_exists(#" + JUDGEMENT + ")")
        .and("size(#" + MATCHES + ") = :matches")
        .with("matches", matches);
  }

  private static ItemWriter item(Incoming mail) {
    return ItemWriter.at(Key.mail(mail.id()), FORMAT)
        .instant(AT, mail.at())
        .text(FROM, mail.from())
        .texts(RECIPIENTS, mail.recipients())
        .text(VERDICTS, verdicts(mail.verdicts()))
        .number(AUTHOR_UNCLEAR, mail.authorUnclear() ? 1 : null)
        .number(OPT_OUT, mail.optOut() ? 1 : null)
        .texts(MATCHES, mail.matches().stream().map(IncomingItem::match).toList())
        .seconds("ttl", mail.at().plus(KEPT));
  }

  static Inbox.Kept read(Item stored) {
    Item item = stored.inFormat(FORMAT);
    Incoming mail =
        new Incoming(
            id(item),
            item.instant(AT),
            item.text(FROM),
            item.texts(RECIPIENTS),
            verdicts(item),
            item.has(AUTHOR_UNCLEAR),
            item.has(OPT_OUT),
            item.texts(MATCHES).stream().map(text -> match(item, text)).toList());
    return new Inbox.Kept(mail, item.has(JUDGEMENT));
  }

  /** The id in the key of an item or of an index entry. */
  static String id(Item item) {
    return item.text(Key.PK).substring(Key.PREFIX);
  }

  static String shard(int number) {
    return "N#" + number;
  }

  /** What the index of contacts has for a contact's mails, apart from its enrollments. */
  static String ofContact(EmailAddress contact) {
    return "mail#" + contact;
  }

  private static String match(Match match) {
    return match.how().wire() + "|" + match.enrollment();
  }

  private static Match match(Item item, String text) {
    String[] parts = text.split("\\|", 2);
    if (parts.length != 2) {
      throw item.unreadable("match");
    }
    return new Match(
        new EnrollmentId(parts[1]), StateText.constant(item, Match.How.class, parts[0]));
  }

  private static String verdicts(Verdicts v) {
    return String.join(
        "|",
        List.of(v.spf(), v.dkim(), v.dmarc(), v.spam(), v.virus()).stream()
            .map(verdict -> verdict.name().toLowerCase(Locale.ROOT))
            .toList());
  }

  private static Verdicts verdicts(Item item) {
    List<Verdict> all =
        Arrays.stream(item.text(VERDICTS).split("\\|"))
            .map(name -> StateText.constant(item, Verdict.class, name))
            .toList();
    if (all.size() != 5) {
      throw item.unreadable("verdicts");
    }
    return new Verdicts(all.get(0), all.get(1), all.get(2), all.get(3), all.get(4));
  }
}
