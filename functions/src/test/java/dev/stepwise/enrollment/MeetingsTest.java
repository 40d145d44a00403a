package dev.stepwise.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A meeting that is told of, in every state. */
class MeetingsTest {
  private static final By TOOL = new By("calendly", Event.NOW);
  private static final String DETAIL = "created for 2026-12-01T09:00:00Z, ref 0123456789";

  static Stream<Arguments> starts() {
    return Starts.all().entrySet().stream().map(s -> Arguments.of(s.getKey(), s.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("starts")
  void what_goes_on_stops_and_what_has_ended_stays(String name, Enrollment start) {
    Change change = changed(Meetings.told(start, DETAIL, true, TOOL));
    Enrollment after = change.after();

    assertThat(after.revision()).isEqualTo(start.revision() + 1);
    if (start.state().ended()) {
      assertThat(after.state()).isEqualTo(start.state());
      assertThat(news(start, after)).containsExactly(entry(start, Entry.Type.MEETING, DETAIL));
    } else {
      assertThat(after.state()).isEqualTo(new State.Stopped(StopReason.MEETING_BOOKED));
      assertThat(after.openTasks()).isEmpty();
      assertThat(change.tasks()).hasSameSizeAs(start.openTasks());
      assertThat(news(start, after))
          .containsExactly(
              entry(start, Entry.Type.MEETING, DETAIL),
              entry(start, Entry.Type.STOPPED, "meeting_booked"));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("starts")
  void an_open_claim_stays_as_under_any_stop(String name, Enrollment start) {
    Enrollment after = changed(Meetings.told(start, DETAIL, true, TOOL)).after();

    boolean stays = start.claim() != null && !Moves.isAsking(start);
    assertThat(after.claim()).isEqualTo(stays ? start.claim() : null);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("starts")
  void what_does_not_stop_it_is_only_told(String name, Enrollment start) {
    Change change = changed(Meetings.told(start, DETAIL, false, TOOL));

    assertThat(change.after().state()).isEqualTo(start.state());
    assertThat(change.after().claim()).isEqualTo(start.claim());
    assertThat(change.after().generation()).isEqualTo(start.generation());
    assertThat(news(start, change.after()))
        .containsExactly(entry(start, Entry.Type.MEETING, DETAIL));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("starts")
  void the_same_news_change_nothing(String name, Enrollment start) {
    Enrollment once = changed(Meetings.told(start, DETAIL, true, TOOL)).after();

    assertThat(Meetings.told(once, DETAIL, true, TOOL)).isEqualTo(new Decision.Unchanged(once));
  }

  @Test
  void other_news_of_the_same_words_are_told_where_another_tool_has_them() {
    Enrollment start = EnrollmentExamples.stopped();
    Enrollment once = changed(Meetings.told(start, DETAIL, true, TOOL)).after();

    Decision other = Meetings.told(once, DETAIL, true, new By("generic", Event.NOW));

    assertThat(news(once, changed(other).after())).hasSize(1);
  }

  @Test
  void an_enrollment_that_has_ended_hears_of_twenty_meetings_and_no_more() {
    Enrollment e = EnrollmentExamples.finished();
    for (int i = 0; i < 20; i++) {
      e = changed(Meetings.told(e, "created, ref " + i, true, TOOL)).after();
    }

    assertThat(Meetings.told(e, DETAIL, true, TOOL)).isEqualTo(new Decision.Unchanged(e));
  }

  private static List<Entry> news(Enrollment before, Enrollment after) {
    assertThat(after.timeline()).startsWith(before.timeline().toArray(Entry[]::new));
    return after.timeline().subList(before.timeline().size(), after.timeline().size());
  }

  private static Entry entry(Enrollment start, Entry.Type type, String detail) {
    return TOOL.entry(type, start.step().orElse(0), detail);
  }

  private static Change changed(Decision decision) {
    assertThat(decision).isInstanceOf(Decision.Changed.class);
    return ((Decision.Changed) decision).change();
  }
}
