package dev.stepwise.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every change, whatever happens in whatever state. */
class ChangePropertiesTest {
  static Stream<Arguments> changes() {
    List<Arguments> all = new ArrayList<>();
    Starts.all()
        .forEach((name, start) -> {
          for (Event event : Event.values()) {
            if (event.canHappen(start)
                && event.decide(start, EnrollmentExamples.plan())
                    instanceof Decision.Changed(Change change)) {
              all.add(Arguments.of(name, event, change));
            }
          }
        });
    return all.stream();
  }

  @ParameterizedTest(name = "{1} at {0}")
  @MethodSource("changes")
  void the_revision_rises_by_one(String start, Event event, Change change) {
    assertThat(change.after().revision()).isEqualTo(change.before().revision() + 1);
    assertThat(change.after().facts()).isEqualTo(change.before().facts());
  }

  @ParameterizedTest(name = "{1} at {0}")
  @MethodSource("changes")
  void the_generation_rises_when_what_comes_next_has_changed(
      String start, Event event, Change change) {
    boolean again =
        change.before().state() instanceof State.Active
            && (event == Event.UNKNOWN_RESEND || isReleased(event, change.before()));
    boolean moved = again || !change.after().state().equals(change.before().state());

    int rise = change.after().generation() - change.before().generation();

    assertThat(rise).isEqualTo(moved ? 1 : 0);
  }

  @ParameterizedTest(name = "{1} at {0}")
  @MethodSource("changes")
  void an_active_enrollment_of_a_new_generation_needs_a_timer(
      String start, Event event, Change change) {
    boolean risen = change.after().generation() > change.before().generation();

    assertThat(change.needsTimer())
        .isEqualTo(risen && change.after().state() instanceof State.Active);
  }

  @ParameterizedTest(name = "{1} at {0}")
  @MethodSource("changes")
  void attempts_are_counted_anew_at_another_step(String start, Event event, Change change) {
    boolean sameStep = change.after().step().equals(change.before().step());

    assertThat(change.after().attempt()).isEqualTo(sameStep ? change.before().attempt() : 0);
  }

  @ParameterizedTest(name = "{1} at {0}")
  @MethodSource("changes")
  void the_timeline_tells_it_once_and_when_it_was(String start, Event event, Change change) {
    List<Entry> before = change.before().timeline();
    List<Entry> after = change.after().timeline();

    List<Entry> told = after.subList(before.size(), after.size());

    assertThat(after).startsWith(before.toArray(Entry[]::new));
    assertThat(told).extracting(Entry::type).isEqualTo(expected(event, change));
    assertThat(told).extracting(Entry::at).allMatch(Event.NOW::equals);
  }

  @ParameterizedTest(name = "{1} at {0}")
  @MethodSource("changes")
  void what_has_ended_stays_ended(String start, Event event, Change change) {
    if (change.before().state().ended()) {
      assertThat(change.after().state()).isEqualTo(change.before().state());
      assertThat(change.after().generation()).isEqualTo(change.before().generation());
    }
  }

  @ParameterizedTest(name = "{1} at {0}")
  @MethodSource("changes")
  void only_a_question_to_the_rep_keeps_a_settled_claim(String start, Event event, Change change) {
    if (event.settles()) {
      boolean asked = event == Event.UNKNOWN_ASK && Moves.isAsking(change.after());
      assertThat(change.after().claim()).isEqualTo(asked ? change.before().claim() : null);
    }
  }

  @ParameterizedTest(name = "{1} at {0}")
  @MethodSource("changes")
  void nothing_that_a_person_does_lets_go_of_a_claim_but_an_answer_to_the_question(
      String start, Event event, Change change) {
    if (!event.settles() && !Moves.isAsking(change.before())) {
      assertThat(change.after().claim()).isEqualTo(change.before().claim());
    }
  }

  @ParameterizedTest(name = "{1} at {0}")
  @MethodSource("changes")
  void a_message_id_is_kept_with_the_mail_that_was_sent(String start, Event event, Change change) {
    assertThat(change.messageId()).isEqualTo(event == Event.SENT ? "m1" : null);
  }

  /** Its timer may have come while the mail was read; an open claim is settled instead. */
  private static boolean isReleased(Event event, Enrollment before) {
    return (event == Event.MACHINE || event == Event.AWAY) && before.claim() == null;
  }

  private static boolean waitsForTask(Enrollment e) {
    return e.state() instanceof State.AwaitingTask;
  }

  private static boolean isSwitchedOff(Enrollment e) {
    return e.state() instanceof State.Paused s && s.reason().isSwitch();
  }

  private static List<Entry.Type> expected(Event event, Change change) {
    List<Entry.Type> types = new ArrayList<>(ofEvent(event, change.before()));
    boolean finishes =
        change.after().state() instanceof State.Finished
            && !(change.before().state() instanceof State.Finished);
    if (finishes) {
      types.add(Entry.Type.FINISHED);
    }
    return types;
  }

  private static List<Entry.Type> ofEvent(Event event, Enrollment before) {
    boolean overtaken = !(before.state() instanceof State.Active);
    return switch (event) {
      case PAUSE -> List.of(Entry.Type.PAUSED);
      case RESUME -> List.of(Entry.Type.RESUMED);
      case STOP -> List.of(Entry.Type.STOPPED);
      case RETRY -> List.of(Entry.Type.RETRIED);
      case SEND_NOW -> List.of(Entry.Type.SEND_NOW);
      case RESOLVE_SENT, RESOLVE_SEND -> List.of(Entry.Type.OUTCOME_TOLD);
      case CONTACT_CHANGED -> List.of(Entry.Type.CONTACT_CHANGED);
      case HUMAN ->
          before.state().ended()
              ? List.of(Entry.Type.REPLIED)
              : List.of(Entry.Type.REPLIED, Entry.Type.STOPPED);
      case UNCLEAR -> {
        boolean pauses =
            before.state() instanceof State.Active || waitsForTask(before) || isSwitchedOff(before);
        yield pauses ? List.of(Entry.Type.REPLIED, Entry.Type.PAUSED) : List.of(Entry.Type.REPLIED);
      }
      case MACHINE, AWAY -> List.of(Entry.Type.REPLIED);
      case OPEN_TASK -> List.of(Entry.Type.TASK_CREATED);
      case COMPLETE_TASK -> List.of(Entry.Type.TASK_COMPLETED);
      case SKIP_TASK -> List.of(Entry.Type.TASK_SKIPPED);
      case RESCHEDULE_TASK -> List.of(Entry.Type.TASK_RESCHEDULED);
      case SWITCHED_OFF, OTHER_OFF -> List.of(Entry.Type.PAUSED);
      case SWITCHED_ON ->
          before.openTasks().isEmpty()
              ? List.of(Entry.Type.RESUMED)
              : List.of(Entry.Type.RESUMED, Entry.Type.TASK_RESCHEDULED);
      case HINDERED -> overtaken ? List.of() : List.of(Entry.Type.PAUSED);
      case SENT -> List.of(Entry.Type.SENT);
      case RELEASED -> List.of();
      case POSTPONED -> overtaken ? List.of() : List.of(Entry.Type.DELAYED);
      case EXPIRED_SKIP, EXPIRED_HOLD -> overtaken ? List.of() : List.of(Entry.Type.EXPIRED);
      case FAILED -> overtaken ? List.of() : List.of(Entry.Type.FAILED);
      case SUPPRESSED -> overtaken ? List.of() : List.of(Entry.Type.STOPPED);
      case UNKNOWN_ASK, UNKNOWN_RESEND -> List.of(Entry.Type.OUTCOME_UNKNOWN);
    };
  }
}
