package dev.stepwise.contract;

import static dev.stepwise.contract.Fixtures.BY_REP;
import static dev.stepwise.contract.Fixtures.NOON;
import static dev.stepwise.contract.Fixtures.REP;
import static dev.stepwise.contract.Fixtures.SEQUENCE;
import static dev.stepwise.contract.Fixtures.change;
import static dev.stepwise.contract.Fixtures.claimOf;
import static dev.stepwise.contract.Fixtures.enrolled;
import static dev.stepwise.contract.Fixtures.entrance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.InvalidValueException;
import dev.stepwise.Page;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.Change;
import dev.stepwise.enrollment.Claim;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentExamples;
import dev.stepwise.enrollment.Enrollments.ClaimResult;
import dev.stepwise.enrollment.Enrollments.Overdue;
import dev.stepwise.enrollment.Enrollments.Query;
import dev.stepwise.enrollment.Moves;
import dev.stepwise.enrollment.Settlement;
import dev.stepwise.enrollment.StopReason;
import dev.stepwise.sequence.UnknownOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists of enrollments, and what is overdue. */
public abstract class ListsContract {
  private static final Query OF_SEQUENCE = new Query(SEQUENCE, null, null, null);
  private static final Query ANY = new Query(null, null, null, null);
  private Ports ports;

  /** The ports over an empty store. */
  protected abstract Ports ports();

  @BeforeEach
  void open() {
    ports = ports();
  }

  @Test
  void every_enrollment_is_on_one_page_of_each_list_it_belongs_to() {
    ports.sequences().create(Fixtures.sequence(SEQUENCE.value(), NOON));
    ports.sequences().create(Fixtures.sequence("another", NOON.plusSeconds(1)));
    List<Enrollment> all = stored(60);
    EmailAddress third = all.get(3).facts().contact();

    assertThat(walked(OF_SEQUENCE)).containsExactlyInAnyOrderElementsOf(all);
    assertThat(walked(new Query(null, null, REP, null))).containsExactlyInAnyOrderElementsOf(all);
    assertThat(walked(ANY)).containsExactlyInAnyOrderElementsOf(all);
    assertThat(walked(new Query(SEQUENCE, null, REP, "active"))).hasSize(60);
    assertThat(walked(new Query(null, third, null, null))).containsExactly(all.get(3));
    assertThat(walked(new Query(null, third, null, "paused"))).isEmpty();
  }

  @Test
  void a_list_by_state_holds_those_in_that_state() {
    List<Enrollment> all = stored(3);
    var stop = change(Moves.stop(all.get(1), StopReason.REPLIED, BY_REP));
    ports.enrollments().save(stop);

    assertThat(walked(new Query(SEQUENCE, null, null, "stopped"))).containsExactly(stop.after());
    assertThat(walked(new Query(SEQUENCE, null, null, "active")))
        .containsExactlyInAnyOrder(all.get(0), all.get(2));
    assertThat(walked(new Query(null, null, REP, "stopped"))).containsExactly(stop.after());
  }

  @Test
  void a_cursor_that_was_changed_or_is_of_another_query_is_refused() {
    stored(51);
    String cursor = Objects.requireNonNull(ports.enrollments().list(OF_SEQUENCE, null).cursor());
    String changed = cursor.substring(0, cursor.length() - 2) + "AA";

    for (String bad : List.of(changed, "", "*", cursor + "A", "A".repeat(40))) {
      assertThatThrownBy(() -> ports.enrollments().list(OF_SEQUENCE, bad))
          .isInstanceOf(InvalidValueException.class)
          .hasMessage("must be a cursor as an earlier page gave it");
    }
    assertThatThrownBy(() -> ports.enrollments().list(ANY, cursor))
        .isInstanceOf(InvalidValueException.class);
  }

  @Test
  void what_is_due_before_an_instant_is_overdue_after_it() {
    List<Enrollment> all = stored(20);

    assertThat(ports.enrollments().overdue(NOON, 100)).isEmpty();
    assertThat(ports.enrollments().overdue(NOON.plusMillis(1), 100))
        .containsExactlyInAnyOrderElementsOf(all.stream().map(ListsContract::due).toList());
    assertThat(ports.enrollments().overdue(NOON.plusSeconds(60), 7)).hasSize(7);
  }

  @Test
  void an_open_claim_is_overdue_whatever_was_decided_beside_it() {
    List<Enrollment> all = stored(2);
    Enrollment claimed = claimed(all.get(0));
    ports.enrollments().save(change(Moves.stop(claimed, StopReason.REPLIED, BY_REP)));
    ports.enrollments().save(change(Moves.stop(all.get(1), StopReason.REPLIED, BY_REP)));

    List<Overdue> overdue = ports.enrollments().overdue(NOON.plusSeconds(1), 100);

    assertThat(overdue).containsExactly(new Overdue(claimed.id(), SEQUENCE, 1, 1, 2, NOON));
  }

  @Test
  void what_the_rep_was_asked_is_not_overdue() {
    Enrollment claimed = claimed(stored(1).getFirst());
    ports.enrollments().save(Settlement.unknown(claimed, UnknownOutcome.ASK, NOON));

    List<Overdue> overdue = ports.enrollments().overdue(NOON.plusSeconds(1), 100);

    assertThat(overdue).isEmpty();
  }

  @Test
  void what_ses_has_told_of_is_overdue_also_while_the_rep_is_asked() {
    Enrollment claimed = claimed(stored(1).getFirst());
    Change asked = Settlement.unknown(claimed, UnknownOutcome.ASK, NOON);
    ports.enrollments().save(asked);

    ports.enrollments().save(EnrollmentExamples.accepted(asked.after(), "m1"));

    assertThat(ports.enrollments().find(claimed.id()).orElseThrow().claim())
        .extracting(Claim::messageId)
        .isEqualTo("m1");
    assertThat(ports.enrollments().overdue(NOON.plusSeconds(1), 100))
        .containsExactly(new Overdue(claimed.id(), SEQUENCE, 1, 1, 2, NOON));
  }

  private static Overdue due(Enrollment e) {
    return new Overdue(e.id(), SEQUENCE, 1, 1, 1, NOON);
  }

  private Enrollment claimed(Enrollment e) {
    return ((ClaimResult.Taken) ports.enrollments().claim(claimOf(e, "c1"))).enrollment();
  }

  private List<Enrollment> stored(int count) {
    List<Enrollment> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Enrollment e = enrolled("e" + i, new EmailAddress("c" + i + "@prospect.example"));
      ports.enrollments().create(entrance(e));
      all.add(e);
    }
    return all;
  }

  private List<Enrollment> walked(Query query) {
    List<Enrollment> found = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      Page<Enrollment> page = ports.enrollments().list(query, cursor);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(50);
      found.addAll(page.items());
      cursor = page.cursor();
    } while (cursor != null);
    return found;
  }
}
