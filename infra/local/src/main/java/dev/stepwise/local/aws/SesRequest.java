package dev.stepwise.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stepwise.local.aws.MailRequest.Content;
import dev.stepwise.local.aws.MailRequest.Raw;
import dev.stepwise.local.aws.MailRequest.Recipients;
import dev.stepwise.local.aws.MailRequest.Simple;
import dev.stepwise.local.aws.http.Refusal;
import dev.stepwise.local.bytes.Bytes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.DefaultAddressParser;
import org.apache.james.mime4j.field.address.ParseException;
import org.apache.james.mime4j.field.address.TokenMgrError;

/** What a SendEmail request must be, as the SES v2 API reference says. */
final class SesRequest {
  private static final Pattern ASCII = Pattern.compile("[ -~]*");
  private static final Pattern HEADER_NAME = Pattern.compile("[!-9;-~]{1,126}");
  private static final Pattern HEADER_VALUE = Pattern.compile("[ -~]{1,995}");
  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_-]{1,256}");
  private static final int MAX_RECIPIENTS = 50;
  private static final int MAX_HEADERS = 15;

  /** Headers that SES writes itself. */
  private static final Set<String> OWN_HEADERS =
      Set.of(
          "bcc",
          "cc",
          "content-disposition",
          "content-transfer-encoding",
          "content-type",
          "date",
          "from",
          "message-id",
          "mime-version",
          "reply-to",
          "return-path",
          "sender",
          "subject",
          "to");

  private SesRequest() {}

  static MailRequest read(JsonNode in) throws Refusal {
    var content = content(in.path("Content"));
    var from = from(in, content);
    var recipients = recipients(in, content);
    var count = recipients.envelope().size();
    check(count > 0 && count <= MAX_RECIPIENTS, "Recipient count must be 1 to 50, was " + count);
    return new MailRequest(from, recipients, content, tags(in.path("EmailTags")));
  }

  private static Mailbox from(JsonNode in, Content content) throws Refusal {
    if (in.hasNonNull("FromEmailAddress")) {
      return mailbox(in.get("FromEmailAddress").asText());
    }
    check(content instanceof Raw, "FromEmailAddress is missing");
    return RawMail.from(((Raw) content).message().toArray())
        .orElseThrow(() -> refusal("the message has no From"));
  }

  private static Recipients recipients(JsonNode in, Content content) throws Refusal {
    var destination = in.path("Destination");
    var to = mailboxes(destination.path("ToAddresses"));
    var cc = mailboxes(destination.path("CcAddresses"));
    var bcc = mailboxes(destination.path("BccAddresses"));
    if (to.isEmpty() && cc.isEmpty() && bcc.isEmpty() && content instanceof Raw(var message)) {
      to = RawMail.recipients(message.toArray());
    }
    return new Recipients(to, cc, bcc, mailboxes(in.path("ReplyToAddresses")));
  }

  private static Content content(JsonNode in) throws Refusal {
    if (in.has("Raw")) {
      return new Raw(Bytes.of(Base64.getDecoder().decode(in.path("Raw").path("Data").asText())));
    }
    check(in.has("Simple"), "Content must have Simple or Raw: templates are not supported here");
    var simple = in.path("Simple");
    var body = simple.path("Body");
    var text = body.path("Text").path("Data").asText();
    var html = body.path("Html").path("Data").asText();
    check(!text.isEmpty() || !html.isEmpty(), "Body must have Text or Html");
    check(simple.path("Subject").hasNonNull("Data"), "Subject is missing");
    var subject = simple.path("Subject").path("Data").asText();
    check(!subject.contains("\n") && !subject.contains("\r"), "Subject has a line break");
    return new Simple(subject, text, html, headers(simple.path("Headers")));
  }

  private static Map<String, String> headers(JsonNode in) throws Refusal {
    check(in.size() <= MAX_HEADERS, "at most " + MAX_HEADERS + " headers, had " + in.size());
    var headers = new LinkedHashMap<String, String>();
    for (var header : in) {
      var name = header.path("Name").asText();
      var value = header.path("Value").asText();
      check(HEADER_NAME.matcher(name).matches(), "Invalid header name " + name);
      check(HEADER_VALUE.matcher(value).matches(), "Invalid value of header " + name);
      var own = OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT));
      check(!own, "Header " + name + " cannot be set as a custom header");
      headers.put(name, value);
    }
    return headers;
  }

  private static Map<String, String> tags(JsonNode in) throws Refusal {
    var tags = new LinkedHashMap<String, String>();
    for (var tag : in) {
      var name = tag.path("Name").asText();
      var value = tag.path("Value").asText();
      var good = TAG.matcher(name).matches() && TAG.matcher(value).matches();
      check(good, "Invalid tag " + name + "=" + value);
      check(tags.put(name, value) == null, "Duplicate tag " + name);
    }
    return tags;
  }

  private static List<Mailbox> mailboxes(JsonNode in) throws Refusal {
    var mailboxes = new ArrayList<Mailbox>();
    for (var address : in) {
      mailboxes.add(mailbox(address.asText()));
    }
    return mailboxes;
  }

  private static Mailbox mailbox(String address) throws Refusal {
    // SES has no SMTPUTF8: names must come as encoded words, domains in Punycode.
    check(ASCII.matcher(address).matches(), "Address is not ASCII: " + address);
    try {
      var mailbox = DefaultAddressParser.DEFAULT.parseMailbox(address);
      check(mailbox.getDomain() != null, "Missing final '@domain': " + address);
      return mailbox;
    } catch (ParseException | TokenMgrError e) {
      throw refusal("Illegal address " + address);
    }
  }

  private static void check(boolean holds, String message) throws Refusal {
    if (!holds) {
      throw refusal(message);
    }
  }

  private static Refusal refusal(String message) {
    return new Refusal(400, "BadRequestException", message);
  }
}
