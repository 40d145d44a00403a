package dev.stepwise.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.contact.Suppression;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Enrollments;
import dev.stepwise.enrollment.Enrollments.ClaimRequest;
import dev.stepwise.enrollment.Enrollments.ClaimResult;
import dev.stepwise.enrollment.StopReason;
import dev.stepwise.matching.Inbox.Kept;
import dev.stepwise.usecase.CallPoints.Crash;
import dev.stepwise.usecase.CallPoints.Side;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A crash before and after the effect of each call of a port, from SES's call to the mail's end:
 * what is done again ends as if nothing had happened, and meanwhile nothing is claimed.
 */
class InboundCrashTest extends InboundCase {
  private static final int MOST_CALLS = 300;

  /** What comes, while Ada's and her colleague's sequences run. */
  private enum Story {
    HUMAN(t -> t.answer()),
    AUTHOR_ONLY(t -> t.from(ADA, TEAM)),
    FORGED(t -> t.from(ADA, TEAM).forged()),
    OPT_OUT(t -> t.answer().text("Please take me off your list.")),
    AWAY(t -> t.answer().fromNobody().header("Auto-Submitted: auto-replied").text("I am away.")),
    MEETING(t -> t.answer().content(Machines.calendar("REPLY", "ACCEPTED"))),
    VIRUS(t -> t.answer().infected()),
    BOUNCE(t -> t.report(Machines.report("failed", "5.1.1", ADA.value(), t.lastId()))),
    COMPLAINT(t -> t.report(Machines.complaint(ADA.value(), t.lastId()))),
    OLD_MAIL(InboundCrashTest::answerToAnOldMail);

    private final Function<InboundCrashTest, Post> mail;

    Story(Function<InboundCrashTest, Post> mail) {
      this.mail = mail;
    }
  }

  /** Who goes on after the crash. */
  private enum Retry {
    /** Lambda, at once. */
    SES,
    /** The sweep, when the mail is late; Lambda where the mail was not even kept. */
    SWEEP
  }

  /** All that is to be seen of what has come about. */
  private record Outcome(
      List<String> enrollments, Set<?> forwarded, Set<?> suppressed, boolean done) {}

  private Post mail = from(ADA, TEAM);

  private record Row(Story story, Side side, Retry retry) {}

  static List<Row> rows() {
    return Arrays.stream(Story.values())
        .flatMap(story ->
            Stream.of(Side.values())
                .flatMap(
                    side -> Stream.of(Retry.values()).map(retry -> new Row(story, side, retry))))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void what_is_done_again_after_a_crash_ends_as_if_nothing_had_happened(Row row) {
    Outcome wanted = undisturbed(row.story());

    int calls = 0;
    while (crashes(calls + 1, row)) {
      calls++;
      nothingIsClaimed();
      again(row);
      assertThat(outcome()).as("after a crash at call %d", calls).isEqualTo(wanted);
    }

    assertThat(calls).isBetween(10, MOST_CALLS);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void the_same_mail_that_comes_while_it_is_read_changes_nothing(Row row) {
    Outcome wanted = undisturbed(row.story());

    for (int call = 1; call < MOST_CALLS; call++) {
      begin(row.story());
      room.points.at(call, row.side(), () -> room.receive(mail));
      room.receive(mail);
      room.receive(mail);
      assertThat(outcome()).as("twice at call %d", call).isEqualTo(wanted);
      if (!room.points.isReached()) {
        return;
      }
    }
  }

  /** What comes about when nothing goes wrong. */
  private Outcome undisturbed(Story story) {
    begin(story);
    room.receive(mail);
    assertThat(isDone("in1")).isTrue();
    return outcome();
  }

  /** Makes a new world, in which that mail is about to come. */
  private void begin(Story story) {
    world = new World();
    room = new MailRoom(world);
    a_sender_and_a_sequence();
    publishAccountReply();
    addSam();
    written("grace@prospect.example", sam());
    written();
    mail = story.mail.apply(this);
  }

  /** Ada's assistant answers a mail since which Ada is in another enrollment. */
  private Post answerToAnOldMail() {
    Post answer = from(new EmailAddress("assistant@prospect.example"), replyTo());
    EnrollmentId old = Objects.requireNonNull(world.memory.contacts().card(ADA).lockedBy());
    done(world.move.stop(old, StopReason.STOPPED_BY_USER, world.admin()));
    written();
    return answer;
  }

  private Post report(String content) {
    return from(new EmailAddress("postmaster@mx.example"), TEAM).fromNobody().content(content);
  }

  private boolean crashes(int call, Row row) {
    begin(row.story());
    room.points.at(
        call,
        row.side(),
        () -> {
          throw new Crash();
        });
    try {
      room.receive(mail);
      return false;
    } catch (Crash _) {
      return true;
    }
  }

  private void again(Row row) {
    if (row.retry() == Retry.SES || world.memory.inbox().find("in1").isEmpty()) {
      room.receive(mail);
    } else if (!isDone("in1")) {
      world.later(Duration.ofMinutes(5).plusMillis(1));
      assertThat(world.sweep.sweep().unread()).isEqualTo(1);
      world.again.forEach(room.read::read);
    }
  }

  /** Whoever the mail concerns is not claimed, were the step due. */
  private void nothingIsClaimed() {
    world.memory.inbox().find("in1").map(Kept::mail).stream()
        .flatMap(mail -> mail.enrollments().stream())
        .map(world::enrollment)
        .forEach(e ->
            assertThat(world.memory.enrollments().claim(claim(e)))
                .isEqualTo(new ClaimResult.NotTaken(e)));
  }

  private ClaimRequest claim(Enrollment e) {
    int step = e.step().orElse(2);
    return new ClaimRequest(
        e.id(), e.generation(), step, "probe", world.now.plus(Duration.ofDays(9)));
  }

  private Outcome outcome() {
    var any = new Enrollments.Query(null, null, null, null);
    return new Outcome(
        world.memory.enrollments().list(any, null).items().stream()
            .map(InboundCrashTest::shape)
            .toList(),
        Set.copyOf(forwardedTo()),
        Set.copyOf(
            world.memory.suppressions().find(ADA).map(Suppression::reason).stream().toList()),
        isDone("in1"));
  }

  /** An enrollment without what depends on when and how often it was written. */
  private static String shape(Enrollment e) {
    List<String> told =
        e.timeline().stream().map(entry -> entry.type() + " " + entry.detail()).toList();
    return e.shown() + " " + e.step() + " " + e.generation() + " " + e.holds() + " " + told;
  }
}
