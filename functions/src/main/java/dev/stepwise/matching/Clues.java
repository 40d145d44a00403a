package dev.stepwise.matching;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.inbound.Headers;
import dev.stepwise.inbound.Receipt;
import dev.stepwise.mail.Token;
import dev.stepwise.mail.Token.Purpose;
import dev.stepwise.mail.Tokens;
import dev.stepwise.mime.Addresses;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a mail says of the enrollments that it answers: our tokens in the addresses that it was sent
 * to; and, before anybody has looked whether they lead anywhere, ids of the mails it answers, and
 * who wrote it.
 */
public record Clues(
    List<Token> replies, List<Token> optOuts, List<String> messageIds, List<EmailAddress> from) {
  private static final int MOST_TOKENS = 10;
  private static final int MOST_IDS = 40;
  private static final int MOST_AUTHORS = 5;
  private static final int MOST_CHARACTERS = 20_000;

  /** Where forwarders and mailing systems keep the address that a mail was first sent to. */
  private static final List<String> ADDRESSED =
      List.of("To", "Cc", "Delivered-To", "X-Original-To", "X-Forwarded-To", "Envelope-To");

  private static final Pattern BETWEEN = Pattern.compile("[\\s,;<>\"']+");

  /** What SES gives as the id of a message, with or without the domain that it has on the wire. */
  private static final Pattern ID = Pattern.compile("([A-Za-z0-9-]{16,100})(?:@.*)?");

  public Clues {
    replies = List.copyOf(replies);
    optOuts = List.copyOf(optOuts);
    messageIds = List.copyOf(messageIds);
    from = List.copyOf(from);
  }

  /** The clues in what SES says of a mail; of tokens those that we had signed when it came. */
  public static Clues of(Receipt receipt, Tokens tokens) {
    Headers headers = receipt.headers();
    List<String> addressed =
        Stream.concat(
                receipt.recipients().stream(),
                ADDRESSED.stream().flatMap(name -> headers.all(name).stream()))
            .map(Clues::bounded)
            .toList();
    Predicate<Token> signed = token -> tokens.isSigned(token, receipt.at());
    return new Clues(
        within(addressed, Purpose.REPLY).filter(signed).toList(),
        within(addressed, Purpose.OPT_OUT).filter(signed).toList(),
        ids(headers),
        Addresses.of(headers.all("From")).stream().limit(MOST_AUTHORS).toList());
  }

  /** The ids of mails that a report is about, as they were written. */
  public static Clues ofMessages(List<String> written) {
    List<String> ids = written.stream().flatMap(Clues::ids).distinct().limit(MOST_IDS).toList();
    return new Clues(List.of(), List.of(), ids, List.of());
  }

  /** True when nobody can say who wrote it. */
  boolean isAuthorUnclear() {
    return from.size() != 1;
  }

  private static Stream<Token> within(List<String> addressed, Purpose purpose) {
    return addressed.stream()
        .flatMap(text -> Token.within(purpose, text).stream())
        .distinct()
        .limit(MOST_TOKENS);
  }

  /** In-Reply-To first; of References the latest are the likeliest. */
  private static List<String> ids(Headers headers) {
    return Stream.concat(
            headers.all("In-Reply-To").stream().flatMap(Clues::ids),
            headers.all("References").stream()
                .flatMap(value -> ids(value).toList().reversed().stream()))
        .distinct()
        .limit(MOST_IDS)
        .toList();
  }

  private static Stream<String> ids(String value) {
    return BETWEEN
        .splitAsStream(bounded(value))
        .map(ID::matcher)
        .filter(java.util.regex.Matcher::matches)
        .map(id -> id.group(1));
  }

  private static String bounded(String value) {
    return value.length() > MOST_CHARACTERS
        ? value.substring(value.length() - MOST_CHARACTERS)
        : value;
  }
}
