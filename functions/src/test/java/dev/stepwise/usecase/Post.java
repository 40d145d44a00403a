package dev.stepwise.usecase;

import dev.stepwise.Bytes;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.forward.Answers;
import dev.stepwise.inbound.Receipt;
import dev.stepwise.inbound.Verdicts;
import dev.stepwise.inbound.Verdicts.Verdict;
import dev.stepwise.mime.MimeReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** A mail on its way to us: its envelope, what SES finds out, header fields and content. */
record Post(
    String id,
    Instant at,
    String envelope,
    String to,
    Verdicts verdicts,
    String headers,
    String content) {
  private static final Verdicts FORGED =
      new Verdicts(Verdict.FAIL, Verdict.FAIL, Verdict.FAIL, Verdict.PASS, Verdict.PASS);
  private static final Verdicts INFECTED =
      new Verdicts(Verdict.PASS, Verdict.PASS, Verdict.PASS, Verdict.PASS, Verdict.FAIL);

  /** A mail of few words from this person. */
  static Post of(String id, Instant at, EmailAddress author, String to) {
    return new Post(id, at, author.value(), to, Answers.CLEAN, "", "")
        .header("From: " + author)
        .header("To: " + to)
        .header("Subject: Re: Hello")
        .text("Yes, let us talk next week.");
  }

  Post header(String line) {
    return new Post(id, at, envelope, to, verdicts, headers + line + "\n", content);
  }

  /** The same without the From, To and Subject that it had, and with these. */
  Post headed(String lines) {
    return new Post(id, at, envelope, to, verdicts, lines, content);
  }

  /** The content's own header fields, an empty line, and the content. */
  Post content(String part) {
    return new Post(id, at, envelope, to, verdicts, headers, part);
  }

  Post text(String words) {
    return content("Content-Type: text/plain; charset=utf-8\n\n" + words + "\n");
  }

  /** As reports and answering machines send: nobody is to answer. */
  Post fromNobody() {
    return new Post(id, at, "", to, verdicts, headers, content);
  }

  Post forged() {
    return new Post(id, at, envelope, to, FORGED, headers, content);
  }

  Post infected() {
    return new Post(id, at, envelope, to, INFECTED, headers, content);
  }

  Bytes raw() {
    String mail = headers + "MIME-Version: 1.0\n" + content;
    return Bytes.of(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  /** What SES says of it. */
  Receipt receipt() {
    return new Receipt(id, at, envelope, List.of(to), MimeReader.read(raw()).headers(), verdicts);
  }
}
