package dev.stepwise.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.local.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Somebody with a mail program: writes header by header, and hands the mail over by SMTP. */
final class Prospect {
  private final String smtp;
  private final String address;

  Prospect(String smtp, String address) {
    this.smtp = smtp;
    this.address = address;
  }

  /** A mail that is being written. */
  final class Draft {
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
    Draft with(String name, String value) {
      if (value.isEmpty()) {
        headers.remove(name);
      } else {
        headers.put(name, value);
      }
      return this;
    }

    /** Sends it to another address than the header says. */
    Draft to(String recipient) {
      envelopeTo = recipient;
      return this;
    }

    /** Sends it with the null sender, as machines do. */
    Draft fromNobody() {
      envelopeFrom = "";
      return this;
    }

    Draft text(String... lines) {
      body = String.join("\r\n", lines);
      return this;
    }

    /** The whole mail. */
    String raw() {
      StringBuilder raw = new StringBuilder();
      headers.forEach((name, value) -> raw.append(name).append(": ").append(value).append("\r\n"));
      return raw.append("\r\n").append(body).append("\r\n").toString();
    }

    /** Hands it over; once this returns it is stored. */
    void send() {
      try (var socket = new Socket("127.0.0.1", Integer.parseInt(smtp.split(":", 2)[1]))) {
        var answers =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        expect(answers, "220");
        say(socket, answers, "HELO prospect.example", "250");
        say(socket, answers, "MAIL FROM:<" + envelopeFrom + ">", "250");
        say(socket, answers, "RCPT TO:<" + envelopeTo + ">", "250");
        say(socket, answers, "DATA", "354");
        say(socket, answers, raw().replaceAll("(?m)^\\.", "..") + ".", "250");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A new mail to that address. */
  Draft mail(String to) {
    return new Draft(to);
  }

  /** An answer to a mail that came, as mail programs write it. */
  Draft answer(JsonObject mail) {
    var headers = mail.object("headers");
    return new Draft(headers.text("Reply-To"))
        .with("Subject", "Re: " + mail.text("subject"))
        .with("In-Reply-To", headers.text("Message-ID"))
        .with(
            "References", (headers.text("References") + " " + headers.text("Message-ID")).strip());
  }

  private static void say(Socket socket, BufferedReader answers, String line, String expected)
      throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    expect(answers, expected);
  }

  private static void expect(BufferedReader answers, String expected) throws IOException {
    assertThat(Objects.requireNonNull(answers.readLine())).startsWith(expected);
  }
}
