package dev.stepwise.enrollment;

import static dev.stepwise.cadence.CadenceExamples.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.cadence.CadenceExamples;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.judgement.Judgement;
import dev.stepwise.judgement.Judgement.Bounce.Kind;
import dev.stepwise.judgement.Judgement.Calendar.Answer;
import dev.stepwise.sequence.Settings;
import dev.stepwise.sequence.SettingsExamples;
import dev.stepwise.sequence.StopOn;
import dev.stepwise.sequence.Version;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a judged mail is to an enrollment. */
class ConsequenceTest {
  private static final Instant CAME = at("2026-11-04T12:00:00+01:00");
  private static final Effect GO_ON = new Effect.GoOn();
  private static final Effect ASK_REP = new Effect.AskRep();

  private record Row(Judgement judgement, Entry.Type type, String detail, Effect effect) {}

  static List<Row> whateverTheSettings() {
    List<EmailAddress> instead =
        List.of(new EmailAddress("bob@x.example"), new EmailAddress("eve@x.example"));
    return List.of(
        new Row(new Judgement.Loop("why"), Entry.Type.LOOP, "why", GO_ON),
        new Row(
            new Judgement.Complaint(List.of(), List.of(), "why"),
            Entry.Type.REPORTED,
            "complaint; why",
            GO_ON),
        new Row(bounce(Kind.HARD), Entry.Type.REPORTED, "bounce hard; why", GO_ON),
        new Row(bounce(Kind.SOFT), Entry.Type.REPORTED, "bounce soft; why", GO_ON),
        new Row(bounce(Kind.DELAY), Entry.Type.REPORTED, "bounce delay; why", GO_ON),
        new Row(new Judgement.Delivered("why"), Entry.Type.REPORTED, "delivered; why", GO_ON),
        new Row(new Judgement.ReadReceipt("why"), Entry.Type.REPORTED, "read receipt; why", GO_ON),
        new Row(new Judgement.Challenge("why"), Entry.Type.AUTO_REPLIED, "challenge; why", GO_ON),
        new Row(new Judgement.AutoReply("why"), Entry.Type.AUTO_REPLIED, "why", GO_ON),
        new Row(calendar(Answer.DECLINED), Entry.Type.MEETING, "declined; why", GO_ON),
        new Row(calendar(Answer.TENTATIVE), Entry.Type.MEETING, "tentative; why", GO_ON),
        new Row(calendar(Answer.OTHER), Entry.Type.MEETING, "other; why", ASK_REP),
        new Row(
            new Judgement.LeftCompany(instead, "why"),
            Entry.Type.LEFT_COMPANY,
            "instead: bob@x.example, eve@x.example; why",
            new Effect.Stop(StopReason.LEFT_COMPANY)),
        new Row(
            new Judgement.LeftCompany(List.of(), "why"),
            Entry.Type.LEFT_COMPANY,
            "why",
            new Effect.Stop(StopReason.LEFT_COMPANY)),
        new Row(
            new Judgement.OptOut("why"),
            Entry.Type.OPTED_OUT,
            "why",
            new Effect.Stop(StopReason.UNSUBSCRIBED)),
        new Row(new Judgement.Unclear("why"), Entry.Type.UNCLEAR_ANSWER, "why", ASK_REP));
  }

  @ParameterizedTest
  @MethodSource("whateverTheSettings")
  void most_mails_are_the_same_to_every_sequence(Row row) {
    Consequence wanted = new Consequence(row.type(), row.detail(), row.effect());

    assertThat(of(row.judgement(), StopOn.values())).isEqualTo(wanted);
    assertThat(of(row.judgement())).isEqualTo(wanted);
  }

  @Test
  void a_human_stops_unless_the_sequence_says_that_answers_do_not() {
    Judgement human = new Judgement.Human("why");

    assertThat(of(human, StopOn.REPLY))
        .isEqualTo(new Consequence(Entry.Type.REPLIED, "why", new Effect.Stop(StopReason.REPLIED)));
    assertThat(of(human, StopOn.MEETING, StopOn.ACCOUNT_REPLY))
        .isEqualTo(new Consequence(Entry.Type.REPLIED, "why", GO_ON));
  }

  @ParameterizedTest
  @EnumSource(names = {"ACCEPTED", "REQUESTED"})
  void a_meeting_stops_unless_the_sequence_says_that_meetings_do_not(Answer answer) {
    assertThat(of(calendar(answer), StopOn.MEETING).effect())
        .isEqualTo(new Effect.Stop(StopReason.MEETING_BOOKED));
    assertThat(of(calendar(answer), StopOn.REPLY).effect()).isEqualTo(GO_ON);
    assertThat(of(calendar(answer)).type()).isEqualTo(Entry.Type.MEETING);
  }

  @ParameterizedTest
  @MethodSource("whateverTheSettings")
  void what_anybody_could_have_written_asks_the_rep(Row row) {
    Consequence forgeable = Consequence.forgeable(row.judgement());

    assertThat(forgeable.effect()).isEqualTo(ASK_REP);
    assertThat(forgeable.type()).isEqualTo(Entry.Type.UNCLEAR_ANSWER);
    assertThat(forgeable.detail()).startsWith("only the From address matches").endsWith("; why");
  }

  @Test
  void a_detail_is_one_short_line() {
    String long160 = "x".repeat(160);

    assertThat(of(new Judgement.Human("a\r\n b\t\tc")).detail()).isEqualTo("a b c");
    assertThat(of(new Judgement.Human(long160 + "y")).detail()).isEqualTo(long160);
    assertThat(of(new Judgement.Human(long160)).detail()).isEqualTo(long160);
  }

  @Test
  void a_detail_is_cut_between_characters_never_within_one() {
    String smileys = "\uD83D\uDE00".repeat(200);

    assertThat(of(new Judgement.Human(smileys)).detail()).isEqualTo("\uD83D\uDE00".repeat(160));
  }

  private static Judgement bounce(Kind kind) {
    return new Judgement.Bounce(kind, "5.1.1", List.of(), List.of(), "why");
  }

  private static Judgement calendar(Answer answer) {
    return new Judgement.Calendar(answer, "why");
  }

  private static Consequence of(Judgement judgement, StopOn... stopOn) {
    return Consequence.of(judgement, plan(SettingsExamples.stoppingOn(stopOn)), CAME);
  }

  private static Plan plan(Settings settings) {
    Version usual = EnrollmentExamples.version();
    Version version = new Version(usual.sequence(), 1, settings, usual.steps(), usual.createdAt());
    return new Plan(version, CadenceExamples.anyTimeIn(CadenceExamples.ROME));
  }
}
