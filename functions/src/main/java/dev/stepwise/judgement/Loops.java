package dev.stepwise.judgement;

import dev.stepwise.inbound.Mail;
import dev.stepwise.judgement.Judgement.Loop;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Our own mail that has come back. Only a mark of the mail itself counts: reports and answers carry
 * the marks of the mail that they are about inside.
 */
public final class Loops {
  /** The header field of every mail that a sequence sends. */
  public static final String SENT = "X-Stepwise-Mail";

  /** The header field of every answer that we forward to the rep. */
  public static final String FORWARDED = "X-Stepwise-Forward";

  private Loops() {}

  /** The loop that a mail is. */
  public static Optional<Judgement> find(Mail mail) {
    return Stream.of(SENT, FORWARDED)
        .filter(mail.headers()::has)
        .<Judgement>map(name -> new Loop(name + ": " + mail.headers().first(name).orElse("")))
        .findFirst();
  }
}
