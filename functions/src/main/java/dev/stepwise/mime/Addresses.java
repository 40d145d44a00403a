package dev.stepwise.mime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stepwise.InvalidValueException;
import dev.stepwise.contact.EmailAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.ContentUtil;

/** Addresses in header fields such as From and To (RFC 5322, 3.4), as far as they are any. */
public final class Addresses {
  /** More than any mail to us has; mails to everybody name thousands. */
  private static final int MOST = 100;

  /** What {@code ada@example.com <ada@example.com>} means: a name that is no quoted string. */
  private static final Pattern LAST_IN_BRACKETS = Pattern.compile("<([^<>]+)>?$");

  private Addresses() {}

  /** The bare addresses of a field's value, in order; groups count as their members. */
  public static List<EmailAddress> of(String value) {
    String bounded = value.length() > 32_768 ? value.substring(0, 32_768) : value;
    return mailboxes(bounded).flatMap(Addresses::address).distinct().limit(MOST).toList();
  }

  /** The bare addresses of several values. */
  public static List<EmailAddress> of(List<String> values) {
    return values.stream().flatMap(value -> of(value).stream()).distinct().limit(MOST).toList();
  }

  /** The first address of a field's value. */
  public static Optional<EmailAddress> first(String value) {
    return of(value).stream().findFirst();
  }

  private static Stream<Mailbox> mailboxes(String value) {
    ByteSequence raw = ContentUtil.encode(UTF_8, value);
    try {
      return LenientAddressParser.DEFAULT
          .parseAddressList(raw, new ParserCursor(0, raw.length()))
          .flatten()
          .stream();
    } catch (RuntimeException e) {
      // A value that the library stumbles over holds no address for us.
      return Stream.empty();
    }
  }

  private static Stream<EmailAddress> address(Mailbox mailbox) {
    String written = mailbox.getAddress();
    Matcher inside = LAST_IN_BRACKETS.matcher(written);
    String bare = inside.find() ? inside.group(1) : written;
    try {
      return Stream.of(new EmailAddress(bare.strip()));
    } catch (InvalidValueException e) {
      return Stream.empty();
    }
  }
}
