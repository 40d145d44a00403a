package dev.stepwise.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.contact.Suppression;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.enrollment.Entry.Type;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes of each kind of mail, from SES's call to what the rep gets. */
class InboundTest extends InboundCase {
  private record Kind(String name, UnaryOperator<Post> mail, String state, List<Type> told) {
    static Kind of(String name, String state, UnaryOperator<Post> mail, Type... told) {
      return new Kind(name, mail, state, List.of(told));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** What is passed on to the rep. */
  static List<Kind> answers() {
    return List.of(
        Kind.of("human", "stopped: replied", mail -> mail, Type.REPLIED, Type.STOPPED),
        Kind.of(
            "auto-reply",
            "active",
            automatic("We have received your mail. Your ticket is #4711."),
            Type.AUTO_REPLIED),
        Kind.of(
            "away",
            "held",
            automatic("I am out of the office and will be back on 12 November 2026."),
            Type.OUT_OF_OFFICE),
        Kind.of(
            "left",
            "stopped: left_company",
            automatic("Ada no longer works here. Please write to grace@prospect.example."),
            Type.LEFT_COMPANY,
            Type.STOPPED),
        Kind.of(
            "opt-out",
            "stopped: unsubscribed",
            mail -> mail.text("Please take me off your list."),
            Type.OPTED_OUT,
            Type.STOPPED),
        Kind.of(
            "accepted",
            "stopped: meeting_booked",
            calendar("REPLY", "ACCEPTED"),
            Type.MEETING,
            Type.STOPPED),
        Kind.of(
            "invited",
            "stopped: meeting_booked",
            calendar("REQUEST", "NEEDS-ACTION"),
            Type.MEETING,
            Type.STOPPED),
        Kind.of("declined", "active", calendar("REPLY", "DECLINED"), Type.MEETING),
        Kind.of("tentative", "active", calendar("REPLY", "TENTATIVE"), Type.MEETING),
        Kind.of("counter", "paused", calendar("COUNTER", "TENTATIVE"), Type.MEETING, Type.PAUSED),
        Kind.of("virus", "paused", Post::infected, Type.UNCLEAR_ANSWER, Type.PAUSED));
  }

  /** What the timeline tells, and nobody else. */
  static List<Kind> reports() {
    return List.of(
        Kind.of("loop", "active", mail -> mail.header("X-Stepwise-Mail: e1-1-1"), Type.LOOP),
        Kind.of(
            "receipt",
            "active",
            mail -> mail.fromNobody().content(Machines.readReceipt()),
            Type.REPORTED),
        Kind.of("delivered", "active", about("delivered", "2.1.5"), Type.REPORTED),
        Kind.of("delay", "active", about("delayed", "4.4.1"), Type.DELIVERY_DELAYED, Type.REPORTED),
        Kind.of("soft", "active", about("failed", "4.2.2"), Type.BOUNCED, Type.REPORTED),
        Kind.of(
            "hard",
            "stopped: bounced",
            about("failed", "5.1.1"),
            Type.BOUNCED,
            Type.STOPPED,
            Type.REPORTED),
        Kind.of(
            "complaint",
            "stopped: complained",
            mail -> mail.fromNobody().content(Machines.complaint(ADA.value(), "0".repeat(20))),
            Type.COMPLAINED,
            Type.STOPPED,
            Type.REPORTED));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void an_answer_has_its_effect_and_reaches_the_rep(Kind kind) {
    EnrollmentId id = written();

    room.receive(kind.mail().apply(answer()));

    assertThat(reason(id)).isEqualTo(kind.state());
    assertThat(since(id)).startsWith(Type.HEARD).endsWith(kind.told().toArray(Type[]::new));
    assertThat(since(id)).hasSize(kind.told().size() + 1);
    assertThat(forwardedTo()).containsExactly(RITA);
    assertThat(isDone("in1")).isTrue();
  }

  @ParameterizedTest
  @MethodSource("reports")
  void a_report_has_its_effect_and_is_told_on_the_timeline_only(Kind kind) {
    EnrollmentId id = written();

    room.receive(kind.mail().apply(answer()));

    assertThat(reason(id)).isEqualTo(kind.state());
    assertThat(since(id)).containsExactlyInAnyOrderElementsOf(with(Type.HEARD, kind.told()));
    assertThat(forwardedTo()).isEmpty();
    assertThat(isDone("in1")).isTrue();
  }

  @Test
  void who_opts_out_bounces_or_complains_is_suppressed() {
    assertThat(suppressedBy("opt-out", answers())).isEqualTo(Suppression.Reason.UNSUBSCRIBED);
    assertThat(suppressedBy("hard", reports())).isEqualTo(Suppression.Reason.BOUNCED);
    assertThat(suppressedBy("complaint", reports())).isEqualTo(Suppression.Reason.COMPLAINED);
  }

  private Suppression.Reason suppressedBy(String name, List<Kind> kinds) {
    world = new World();
    room = new MailRoom(world);
    a_sender_and_a_sequence();
    written();
    Kind kind = kinds.stream().filter(k -> k.name().equals(name)).findFirst().orElseThrow();
    room.receive(kind.mail().apply(answer()));
    return world.memory.suppressions().find(ADA).orElseThrow().reason();
  }

  @Test
  void whatever_comes_to_the_address_that_opts_out_opts_out() {
    EnrollmentId id = written();
    String list = world.letters().getLast().headers().getOrDefault("List-Unsubscribe", "");
    String address = list.substring("<mailto:".length(), list.indexOf('?'));

    room.receive(from(ADA, address).text("unsubscribe"));

    assertThat(reason(id)).isEqualTo("stopped: unsubscribed");
    assertThat(world.memory.suppressions().find(ADA)).isPresent();
  }

  @Test
  void a_mail_that_is_not_stored_any_more_is_put_before_the_rep() {
    EnrollmentId id = written();
    Post mail = answer();

    room.read.read(room.hear.hear(mail.receipt()));

    assertThat(state(id)).isEqualTo("paused");
    assertThat(forwardedTo()).containsExactly(RITA);
    assertThat(isDone("in1")).isTrue();
  }

  @Test
  void after_an_automatic_answer_the_sequence_goes_on() {
    written();

    room.receive(automatic("We have received your mail.").apply(answer()));
    world.toTheEnd();

    assertThat(world.letters()).hasSize(2);
  }

  @Test
  void who_is_away_gets_the_next_mail_a_business_day_after_the_return() {
    EnrollmentId id = written();

    room.receive(
        automatic("I am out of the office and will be back on 12 November 2026.").apply(answer()));
    world.toTheEnd();

    assertThat(world.letters()).hasSize(2);
    // Thursday is the return; Rome is at +01:00 and its office opens at nine.
    assertThat(world.enrollment(id).timeline())
        .filteredOn(entry -> entry.type() == Type.SENT)
        .last()
        .returns(Instant.parse("2026-11-13T08:00:00Z"), Entry::at);
  }

  private static UnaryOperator<Post> automatic(String words) {
    return mail -> mail.fromNobody().header("Auto-Submitted: auto-replied").text(words);
  }

  private static UnaryOperator<Post> calendar(String method, String participation) {
    return mail -> mail.content(Machines.calendar(method, participation));
  }

  private static UnaryOperator<Post> about(String action, String status) {
    return mail ->
        mail.fromNobody().content(Machines.report(action, status, ADA.value(), "0".repeat(20)));
  }

  /** What was told since the first mail went out. */
  private List<Type> since(EnrollmentId id) {
    List<Type> all = world.timeline(id);
    return all.subList(all.indexOf(Type.SENT) + 1, all.size());
  }

  private static List<Type> with(Type first, List<Type> others) {
    return Stream.concat(Stream.of(first), others.stream()).toList();
  }
}
