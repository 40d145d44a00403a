package dev.stepwise.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.contact.Suppression;
import dev.stepwise.enrollment.EnrollmentExamples;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Entry.Type;
import org.junit.jupiter.api.Test;

/** Whom a mail concerns besides the enrollment that it answers, and whom it does not. */
class InboundPeopleTest extends InboundCase {
  private static final EmailAddress MALLORY = new EmailAddress("mallory@evil.example");

  @Test
  void an_answer_to_an_old_mail_stops_what_goes_on_with_the_same_person() {
    EnrollmentId old = written();
    Post answer = answer();
    done(world.move.stop(old, dev.stepwise.enrollment.StopReason.STOPPED_BY_USER, world.admin()));
    EnrollmentId today = written();

    room.receive(answer);

    assertThat(reason(old)).isEqualTo("stopped: stopped_by_user");
    assertThat(world.timeline(old)).endsWith(Type.HEARD, Type.REPLIED);
    assertThat(reason(today)).isEqualTo("stopped: replied");
    assertThat(world.timeline(today)).endsWith(Type.HEARD, Type.REPLIED, Type.STOPPED);
    assertThat(forwardedTo()).containsExactly(RITA);
  }

  @Test
  void an_answer_that_only_names_our_mail_counts_whoever_wrote_it() {
    EnrollmentId id = written();

    room.receive(
        from(new EmailAddress("assistant@prospect.example"), TEAM)
            .header("In-Reply-To: <" + lastId() + "@eu-west-1.amazonses.com>"));

    assertThat(reason(id)).isEqualTo("stopped: replied");
    assertThat(forwardedTo()).containsExactly(RITA);
  }

  @Test
  void an_author_alone_is_believed_unless_the_mail_is_forged() {
    EnrollmentId id = written();

    room.receive(from(ADA, TEAM));

    assertThat(reason(id)).isEqualTo("stopped: replied");
  }

  @Test
  void a_forged_author_asks_the_rep_and_acts_for_nobody() {
    publishAccountReply();
    EnrollmentId id = written();
    EnrollmentId colleague = written("grace@prospect.example", EnrollmentExamples.rita());

    room.receive(from(ADA, TEAM).text("Please take me off your list.").forged());

    assertThat(state(id)).isEqualTo("paused");
    assertThat(world.timeline(id)).endsWith(Type.HEARD, Type.UNCLEAR_ANSWER, Type.PAUSED);
    assertThat(state(colleague)).isEqualTo("active");
    assertThat(world.memory.suppressions().find(ADA)).isEmpty();
    assertThat(forwardedTo()).containsExactly(RITA);
    assertThat(isDone("in1")).isTrue();
  }

  @Test
  void several_authors_are_none_that_is_believed() {
    EnrollmentId id = written();
    String both = "From: " + ADA + ", " + MALLORY + "\nTo: " + TEAM + "\nSubject: Hi\n";

    room.receive(from(MALLORY, TEAM).headed(both));

    assertThat(state(id)).isEqualTo("paused");
  }

  @Test
  void an_address_that_only_our_mail_names_is_believed_whoever_wrote_to_it() {
    EnrollmentId id = written();

    room.receive(from(MALLORY, replyTo()).forged());

    assertThat(reason(id)).isEqualTo("stopped: replied");
    assertThat(world.memory.suppressions().find(MALLORY)).isEmpty();
  }

  @Test
  void an_answer_of_one_colleague_stops_those_of_all_reps() {
    publishAccountReply();
    addSam();
    EnrollmentId ofSam = written("grace@prospect.example", sam());
    EnrollmentId elsewhere = written("bob@other.example", sam());
    EnrollmentId id = written();

    room.receive(answer());

    assertThat(reason(id)).isEqualTo("stopped: replied");
    assertThat(reason(ofSam)).isEqualTo("stopped: account_replied");
    assertThat(state(elsewhere)).isEqualTo("active");
    assertThat(forwardedTo()).containsExactlyInAnyOrder(RITA, SAM);
  }

  @Test
  void a_colleague_to_whom_nobody_wrote_answers_for_all() {
    publishAccountReply();
    EnrollmentId id = written();

    room.receive(from(new EmailAddress("boss@prospect.example"), TEAM).text("We are not buying."));

    assertThat(reason(id)).isEqualTo("stopped: account_replied");
    assertThat(forwardedTo()).containsExactly(RITA);
  }

  @Test
  void a_forged_colleague_stops_nobody() {
    publishAccountReply();
    EnrollmentId id = written();

    room.receive(from(new EmailAddress("boss@prospect.example"), TEAM).forged());

    assertThat(state(id)).isEqualTo("active");
    assertThat(forwardedTo()).isEmpty();
    assertThat(isDone("in1")).isTrue();
  }

  @Test
  void people_with_mailboxes_at_one_provider_are_no_colleagues() {
    publishAccountReply();
    EnrollmentId other = written("bob@gmail.com", EnrollmentExamples.rita());
    EnrollmentId id = written("grace@gmail.com", EnrollmentExamples.rita());

    room.receive(from(new EmailAddress("grace@gmail.com"), replyTo()));

    assertThat(reason(id)).isEqualTo("stopped: replied");
    assertThat(state(other)).isEqualTo("active");
  }

  @Test
  void an_automatic_answer_does_not_count_for_colleagues() {
    publishAccountReply();
    EnrollmentId colleague = written("grace@prospect.example", EnrollmentExamples.rita());
    written();

    room.receive(answer().fromNobody().header("Auto-Submitted: auto-replied"));

    assertThat(state(colleague)).isEqualTo("active");
  }

  @Test
  void a_stranger_who_opts_out_is_suppressed_unless_the_mail_is_forged() {
    Post optOut = from(MALLORY, TEAM).text("Please take me off your list.");
    room.receive(optOut.forged());
    assertThat(world.memory.suppressions().find(MALLORY)).isEmpty();

    room.receive(renamed(optOut, "in2"));

    assertThat(world.memory.suppressions().find(MALLORY).orElseThrow().reason())
        .isEqualTo(Suppression.Reason.UNSUBSCRIBED);
    assertThat(forwardedTo()).isEmpty();
  }

  @Test
  void a_mail_that_nobody_knows_is_kept_and_answered_by_nobody() {
    room.receive(from(MALLORY, TEAM));

    assertThat(isDone("in1")).isTrue();
    assertThat(room.stored.fetch("in1")).isPresent();
    assertThat(forwardedTo()).isEmpty();
    assertThat(world.letters()).isEmpty();
  }

  @Test
  void a_report_is_about_the_mail_that_it_encloses() {
    EnrollmentId id = written();

    room.receive(
        from(new EmailAddress("postmaster@prospect.example"), TEAM)
            .fromNobody()
            .content(Machines.report("failed", "5.1.1", ADA.value(), lastId())));

    assertThat(reason(id)).isEqualTo("stopped: bounced");
    assertThat(world.timeline(id)).contains(Type.HEARD, Type.BOUNCED, Type.REPORTED);
    assertThat(world.memory.suppressions().find(ADA).orElseThrow().reason())
        .isEqualTo(Suppression.Reason.BOUNCED);
    assertThat(forwardedTo()).isEmpty();
  }

  @Test
  void a_report_about_a_mail_that_is_not_ours_does_nothing() {
    EnrollmentId id = written();

    room.receive(
        from(MALLORY, TEAM)
            .fromNobody()
            .content(Machines.report("failed", "5.1.1", ADA.value(), "0".repeat(20))));

    assertThat(state(id)).isEqualTo("active");
    assertThat(world.memory.suppressions().find(ADA)).isEmpty();
    assertThat(isDone("in1")).isTrue();
  }

  @Test
  void what_the_rep_writes_to_the_thread_is_not_sent_back_to_the_rep() {
    EnrollmentId id = written();

    room.receive(from(RITA, replyTo()).text("I add my colleague in copy."));

    assertThat(state(id)).isEqualTo("paused");
    assertThat(forwardedTo()).isEmpty();
  }

  private static Post renamed(Post mail, String id) {
    return new Post(
        id, mail.at(), mail.envelope(), mail.to(), mail.verdicts(), mail.headers(), mail.content());
  }
}
