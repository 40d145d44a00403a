package dev.stepwise.local.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stepwise.local.aws.MailRequest.Raw;
import dev.stepwise.local.aws.MailRequest.Simple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.field.Fields;
import org.apache.james.mime4j.field.LenientFieldParser;
import org.apache.james.mime4j.message.BodyPart;
import org.apache.james.mime4j.message.BodyPartBuilder;
import org.apache.james.mime4j.message.DefaultMessageWriter;
import org.apache.james.mime4j.message.MultipartBuilder;
import org.apache.james.mime4j.util.MimeUtil;

/** Writes an accepted mail as it leaves: SES sets Message-ID and Date, whatever was there. */
final class MailWriter {
  private static final String ENCODING = MimeUtil.ENC_QUOTED_PRINTABLE;

  private MailWriter() {}

  static OutboxMail write(MailRequest request, String messageId, Instant at) {
    try {
      return outboxMail(request, messageId, at);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MimeException e) {
      throw new IllegalArgumentException("a header that was checked does not parse", e);
    }
  }

  private static OutboxMail outboxMail(MailRequest request, String messageId, Instant at)
      throws IOException, MimeException {
    var builder = builder(request);
    builder.setField(Fields.messageId("<" + messageId + "@email.amazonses.com>"));
    builder.setField(Fields.date("Date", Date.from(at), TimeZone.getTimeZone("UTC")));
    builder.setField(Fields.version("1.0"));
    var message = builder.build();
    message.getHeader().removeFields("Bcc");
    return new OutboxMail(
        messageId,
        at,
        request.from().getAddress(),
        request.recipients().envelope(),
        Optional.ofNullable(message.getSubject()).orElse(""),
        headers(message),
        part(request, message, "text/plain"),
        part(request, message, "text/html"),
        request.tags(),
        new String(DefaultMessageWriter.asBytes(message), UTF_8));
  }

  private static Message.Builder builder(MailRequest request) throws IOException, MimeException {
    return switch (request.content()) {
      case Raw(var message) -> Message.Builder.of().copy(RawMail.parse(message.toArray()));
      case Simple simple -> simple(request, simple);
    };
  }

  private static Message.Builder simple(MailRequest request, Simple simple)
      throws IOException, MimeException {
    var recipients = request.recipients();
    var builder = Message.Builder.of().setFrom(request.from());
    if (!recipients.replyTo().isEmpty()) {
      builder.setReplyTo(recipients.replyTo());
    }
    if (!recipients.to().isEmpty()) {
      builder.setTo(recipients.to());
    }
    if (!recipients.cc().isEmpty()) {
      builder.setCc(recipients.cc());
    }
    builder.setSubject(simple.subject());
    for (var header : simple.headers().entrySet()) {
      var used = header.getKey().length() + 2;
      var line = header.getKey() + ": " + MimeUtil.fold(header.getValue(), used);
      builder.addField(LenientFieldParser.parse(line));
    }
    return body(builder, simple);
  }

  private static Message.Builder body(Message.Builder builder, Simple simple) throws IOException {
    if (simple.html().isEmpty()) {
      return builder
          .setBody(crlf(simple.text()), "plain", UTF_8)
          .setContentTransferEncoding(ENCODING);
    }
    if (simple.text().isEmpty()) {
      return builder
          .setBody(crlf(simple.html()), "html", UTF_8)
          .setContentTransferEncoding(ENCODING);
    }
    return builder.setBody(
        MultipartBuilder.create("alternative")
            .addBodyPart(bodyPart(simple.text(), "plain"))
            .addBodyPart(bodyPart(simple.html(), "html"))
            .build());
  }

  private static BodyPart bodyPart(String text, String subtype) throws IOException {
    return BodyPartBuilder.create()
        .setBody(crlf(text), subtype, UTF_8)
        .setContentTransferEncoding(ENCODING)
        .build();
  }

  /** Quoted-printable keeps line breaks that are CRLF and escapes all others. */
  private static String crlf(String text) {
    return text.replaceAll("\r\n|\r|\n", "\r\n");
  }

  private static Map<String, String> headers(Message message) {
    var headers = new LinkedHashMap<String, String>();
    for (var field : message.getHeader().getFields()) {
      headers.merge(
          field.getName(), MimeUtil.unfold(field.getBody()).strip(), (a, b) -> a + ", " + b);
    }
    return headers;
  }

  private static String part(MailRequest request, Message message, String type) {
    return switch (request.content()) {
      case Simple simple -> type.equals("text/html") ? simple.html() : simple.text();
      case Raw _ -> RawMail.text(message, type);
    };
  }
}
