package dev.stepwise.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.StepwiseException;
import dev.stepwise.forward.Answers;
import dev.stepwise.forward.Arrival;
import dev.stepwise.forward.Attachment;
import dev.stepwise.forward.AttachmentStore;
import dev.stepwise.forward.ForwardResult;
import dev.stepwise.forward.Forwarded;
import dev.stepwise.forward.Forwarding;
import dev.stepwise.forward.Notice;
import dev.stepwise.inbound.Verdicts;
import dev.stepwise.inbound.Verdicts.Verdict;
import dev.stepwise.mail.AttachmentName;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The mail, or a notice, or it is tried again: never silence. */
class ForwardAnswerTest {
  private static final ForwardResult ACCEPTED = new ForwardResult.Accepted("m1");
  private static final ForwardResult REJECTED = new ForwardResult.Rejected("MessageRejected");
  private static final ForwardResult LATER = new ForwardResult.TryLater("TimeOut");
  private static final String MAIL =
      "From: Ada <ada@prospect.example>\nSubject: Hi\nContent-Type: text/html\n\n<p>Long live</p>\n";

  /** What happened, in order: what was stored, and the subjects and types of what was sent. */
  private final List<String> done = new ArrayList<>();

  private final Deque<ForwardResult> answers = new ArrayDeque<>();

  @Test
  void a_mail_is_forwarded() {
    answers.add(ACCEPTED);

    Forwarded forwarded = forward(Answers.arrival(MAIL), 1000);

    assertThat(forwarded).isEqualTo(new Forwarded.Whole());
    assertThat(done).containsExactly("sent Hi");
  }

  @Test
  void what_is_too_large_is_stored_before_its_link_is_sent() {
    answers.add(ACCEPTED);

    Forwarded forwarded = forward(Answers.arrival(MAIL), 5);

    assertThat(forwarded).isEqualTo(new Forwarded.Whole());
    assertThat(done).containsExactly("stored mail1/0", "sent Hi");
  }

  @Test
  void a_mail_that_ses_rejects_becomes_a_notice() {
    answers.addAll(List.of(REJECTED, ACCEPTED));

    Forwarded forwarded = forward(Answers.arrival(MAIL), 1000);

    assertThat(forwarded).isEqualTo(new Forwarded.Noticed(Notice.UNSENDABLE));
    assertThat(done).containsExactly("sent Hi", "sent Mail not forwarded: Hi");
  }

  @Test
  void a_notice_that_ses_rejects_too_is_the_end() {
    answers.addAll(List.of(REJECTED, REJECTED));

    Forwarded forwarded = forward(Answers.arrival(MAIL), 1000);

    assertThat(forwarded).isEqualTo(new Forwarded.Refused("MessageRejected"));
  }

  @Test
  void a_doubtful_outcome_is_an_error_so_that_it_is_done_again() {
    answers.add(LATER);

    assertThatThrownBy(() -> forward(Answers.arrival(MAIL), 1000))
        .isInstanceOf(StepwiseException.class)
        .hasMessageContaining("mail1")
        .hasMessageContaining("TimeOut");
  }

  @Test
  void a_virus_is_neither_stored_nor_sent() {
    answers.add(ACCEPTED);
    Verdicts virus =
        new Verdicts(Verdict.PASS, Verdict.PASS, Verdict.PASS, Verdict.PASS, Verdict.FAIL);

    Forwarded forwarded = forward(Answers.arrival(Answers.arrival(MAIL).raw(), virus), 5);

    assertThat(forwarded).isEqualTo(new Forwarded.Noticed(Notice.VIRUS));
    assertThat(done).containsExactly("sent Mail withheld: Hi");
  }

  private Forwarded forward(Arrival arrival, int limit) {
    Forwarding forwarding = new Forwarding(Answers.TOKENS, "https://api.example.com", limit);
    ForwardAnswer forward =
        new ForwardAnswer(
            forwarding,
            new Stored(),
            letter -> {
              done.add(
                  "sent "
                      + subject(new String(letter.message().toArray(), StandardCharsets.US_ASCII)));
              return answers.remove();
            },
            () -> Instant.parse("2026-11-24T12:00:00Z"));
    return forward.forward(arrival, Answers.REPORT);
  }

  private static String subject(String message) {
    return message
        .lines()
        .filter(line -> line.startsWith("Subject: "))
        .findFirst()
        .orElseThrow()
        .substring("Subject: ".length());
  }

  /** Notes what is stored. */
  private final class Stored implements AttachmentStore {
    @Override
    public void put(String mailId, Attachment attachment) {
      done.add("stored " + mailId + "/" + attachment.index());
    }

    @Override
    public Optional<URI> link(AttachmentName name) {
      return Optional.empty();
    }

    @Override
    public void delete(String mailId) {
      done.add("deleted " + mailId);
    }
  }
}
