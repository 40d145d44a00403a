package dev.stepwise.memory;

import dev.stepwise.Ids;
import dev.stepwise.mail.Letter;
import dev.stepwise.mail.Mailer;
import dev.stepwise.mail.SendResult;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A mailer that keeps what it accepts, and can be told what to answer. */
public final class MemoryMailer implements Mailer {
  /** A mail that was accepted. */
  public record Sent(String messageId, Letter letter) {}

  private record Told(SendResult result, boolean accepts) {}

  private final List<Sent> outbox = new ArrayList<>();
  private final Deque<Told> told = new ArrayDeque<>();

  @Override
  public synchronized SendResult send(Letter letter) {
    Told next = told.poll();
    if (next != null && !next.accepts()) {
      return next.result();
    }
    String messageId = Ids.derived("mail", Integer.toString(outbox.size()));
    outbox.add(new Sent(messageId, letter));
    return next == null ? new SendResult.Accepted(messageId) : next.result();
  }

  @Override
  public Duration timeOut() {
    return Duration.ofSeconds(10);
  }

  /** The next send is answered so, and nothing leaves. */
  public synchronized void refuseNext(SendResult result) {
    told.add(new Told(result, false));
  }

  /** The next send leaves, but is answered so: a time-out after SES accepted. */
  public synchronized void loseNextAnswer(SendResult result) {
    told.add(new Told(result, true));
  }

  /** What was accepted, in that order. */
  public synchronized List<Sent> outbox() {
    return List.copyOf(outbox);
  }
}
