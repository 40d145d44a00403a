package dev.stepwise.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.local.handlers.MailHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail that comes in, over HTTP and over SMTP. */
class LocalMailTest {
  private static final Running RUNNING = new Running();

  @BeforeEach
  void forget() {
    MailHandler.SEEN.clear();
  }

  @AfterAll
  static void end() {
    RUNNING.close();
  }

  @Test
  void a_mail_over_http_is_stored_and_reaches_the_function() throws Exception {
    var raw = "From: Ada <ada@a.example>\r\nSubject: Hi\r\nTo: <x@reply.example.com>\r\n\r\nHello";

    var path = "/_local/inbound?from=bounce@a.example&to=x@reply.example.com&spf=FAIL";
    var id = Running.json(RUNNING.send("POST", path, raw)).text("messageId");
    RUNNING.advance("PT0S");

    assertThat(RUNNING.system.aws().s3().get("stepwise-inbound", "inbound/" + id))
        .hasValueSatisfying(stored -> assertThat(stored).asString().isEqualTo(raw));
    var ses = MailHandler.SEEN.remove();
    assertThat(ses.object("mail").text("messageId")).isEqualTo(id);
    assertThat(ses.object("mail").text("source")).isEqualTo("bounce@a.example");
    assertThat(ses.object("mail").object("commonHeaders").text("subject")).isEqualTo("Hi");
    assertThat(ses.object("receipt").object("spfVerdict").text("status")).isEqualTo("FAIL");
    assertThat(ses.object("receipt").object("dkimVerdict").text("status")).isEqualTo("PASS");
  }

  @Test
  void a_mail_over_smtp_is_stored_before_its_250() throws Exception {
    try (var smtp = new Smtp(RUNNING.system.smtp())) {
      smtp.say("HELO me", "250");
      smtp.say("MAIL FROM:<>", "250");
      smtp.say("RCPT TO:<someone@elsewhere.example>", "550");
      smtp.say("RCPT TO:<X@Reply.example.com>", "250");
      smtp.say("DATA", "354");
      smtp.say("Subject: Out\r\n\r\n..dot\r\n.", "250");
    }
    RUNNING.advance("PT0S");

    var mail = MailHandler.SEEN.remove().object("mail");
    assertThat(mail.text("source")).isEmpty();
    assertThat(mail.get("destination")).isEqualTo(List.of("X@Reply.example.com"));
    assertThat(
            RUNNING.system.aws().s3().get("stepwise-inbound", "inbound/" + mail.text("messageId")))
        .hasValueSatisfying(stored -> assertThat(stored).asString().contains("\r\n\r\n.dot"));
  }

  /** A mail program at its plainest. */
  private static final class Smtp implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader answers;

    Smtp(String door) throws IOException {
      var parts = door.split(":", 2);
      socket = new Socket(parts[0], Integer.parseInt(parts[1]));
      answers =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      assertThat(answers.readLine()).startsWith("220");
    }

    void say(String line, String answer) throws IOException {
      socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
      assertThat(Objects.requireNonNull(answers.readLine())).as(line).startsWith(answer);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
