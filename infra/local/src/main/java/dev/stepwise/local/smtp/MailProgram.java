package dev.stepwise.local.smtp;

import dev.stepwise.local.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.subethamail.smtp.client.SmartClient;

/** A prospect's mail program: writes header by header, and hands mails over by SMTP. */
public final class MailProgram {
  private final String smtp;
  private final String address;

  /** Of the person with that address; {@code smtp} is the host and port that take the mails. */
  public MailProgram(String smtp, String address) {
    this.smtp = smtp;
    this.address = address;
  }

  /** A new mail to that address. */
  public Draft mail(String to) {
    return new Draft(to);
  }

  /** An answer to a mail of the outbox, to the address that it names for answers. */
  public Draft answer(JsonObject mail) {
    var headers = mail.object("headers");
    var id = headers.text("Message-ID");
    return new Draft(headers.text("Reply-To"))
        .with("Subject", "Re: " + mail.text("subject"))
        .with("In-Reply-To", id)
        .with("References", (headers.text("References") + " " + id).strip());
  }

  /** A mail that is being written. */
  public final class Draft {
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String envelopeFrom = address;
    private String envelopeTo;
    private String body = "";

    private Draft(String to) {
      envelopeTo = to;
      headers.put("From", address);
      headers.put("To", to);
      headers.put("Subject", "Hello");
      headers.put("Date", "Mon, 23 Nov 2026 09:30:00 +0000");
      headers.put("Message-ID", "<" + Integer.toHexString(hashCode()) + "@prospect.example>");
      headers.put("MIME-Version", "1.0");
      headers.put("Content-Type", "text/plain; charset=utf-8");
    }

    /** Sets a header, or leaves it out. */
    public Draft with(String name, String value) {
      if (value.isEmpty()) {
        headers.remove(name);
      } else {
        headers.put(name, value);
      }
      return this;
    }

    /** Sends it to another address than the header says. */
    public Draft to(String recipient) {
      envelopeTo = recipient;
      return this;
    }

    /** Sends it with the null sender, as machines do. */
    public Draft fromNobody() {
      envelopeFrom = "";
      return this;
    }

    public Draft text(String... lines) {
      body = String.join("\r\n", lines);
      return this;
    }

    /** The whole mail. */
    public String raw() {
      var raw = new StringBuilder();
      headers.forEach((name, value) -> raw.append(name).append(": ").append(value).append("\r\n"));
      return raw.append("\r\n").append(body).append("\r\n").toString();
    }

    /** Hands it over; once this returns it is stored. */
    public void send() {
      var host = smtp.split(":", 2);
      try {
        var door =
            SmartClient.createAndConnect(host[0], Integer.parseInt(host[1]), "prospect.example");
        try {
          door.from(envelopeFrom);
          door.to(envelopeTo);
          door.dataStart();
          door.dataWrite(raw().getBytes(StandardCharsets.UTF_8));
          door.dataEnd();
        } finally {
          door.quit();
        }
      } catch (IOException e) {
        throw new UncheckedIOException("the mail of " + address + " was not taken", e);
      }
    }
  }
}
