package dev.stepwise.contract;

import static dev.stepwise.contract.Fixtures.ADA;
import static dev.stepwise.contract.Fixtures.BY_REP;
import static dev.stepwise.contract.Fixtures.NOON;
import static dev.stepwise.contract.Fixtures.call;
import static dev.stepwise.contract.Fixtures.change;
import static dev.stepwise.contract.Fixtures.enrolled;
import static dev.stepwise.contract.Fixtures.facts;
import static dev.stepwise.contract.Fixtures.plan;
import static dev.stepwise.contract.Fixtures.rep;
import static dev.stepwise.contract.Fixtures.suppression;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.StaleVersionException;
import dev.stepwise.contact.Contact;
import dev.stepwise.enrollment.Change;
import dev.stepwise.enrollment.Contacts;
import dev.stepwise.enrollment.Enrolled;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Enrollments.Entered;
import dev.stepwise.enrollment.Enrollments.Entrance;
import dev.stepwise.enrollment.Enrollments.Query;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.enrollment.Erasure;
import dev.stepwise.enrollment.Moves;
import dev.stepwise.enrollment.OwnCopy;
import dev.stepwise.enrollment.StopReason;
import dev.stepwise.enrollment.TaskSteps;
import dev.stepwise.task.Task;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Taking a person out of what is stored. */
public abstract class ErasingContract {
  private Ports ports;

  /** The ports over an empty store. */
  protected abstract Ports ports();

  @BeforeEach
  void open() {
    ports = ports();
    ports.senders().save(Optional.empty(), rep());
  }

  @Test
  void an_erased_enrollment_is_nobodys_and_neither_are_its_tasks() {
    Enrollment begun = begun("e1", Map.of(1, new OwnCopy("Ada!", null)));
    Task task = call(begun, NOON);
    Enrollment called = saved(TaskSteps.open(begun, plan(), task, true));
    Enrollment ended = stopped(called);

    Erasure erasure = Erasure.of(ended);
    ports.enrollments().erase(erasure);

    Enrollment erased = ports.enrollments().find(ended.id()).orElseThrow();
    assertThat(erased).isEqualTo(erasure.after());
    assertThat(erased.facts().isErased()).isTrue();
    assertThat(ports.enrollments().list(new Query(null, ADA, null, null), null).items()).isEmpty();
    Task blank = ports.tasks().find(task.id()).orElseThrow();
    assertThat(blank.title()).isEqualTo("erased");
    assertThat(blank.contact()).isEqualTo(erased.facts().contact());
    assertThat(blank.state()).isEqualTo(Task.State.CANCELLED);
    assertThat(ports.dossiers().read(erased.facts()).overrides()).isEmpty();
  }

  @Test
  void an_erasure_of_what_has_moved_on_is_stale_and_leaves_the_enrollment() {
    Enrollment before = stopped(begun("e1", Map.of()));
    Enrollment moved = told(before, Entry.Type.DELIVERED);

    assertThatThrownBy(() -> ports.enrollments().erase(Erasure.of(before)))
        .isInstanceOf(StaleVersionException.class);

    assertThat(ports.enrollments().find(moved.id())).contains(moved);
  }

  @Test
  void a_task_that_is_not_there_is_no_hindrance() {
    Enrollment e = told(stopped(begun("e1", Map.of())), Entry.Type.TASK_CREATED);

    ports.enrollments().erase(Erasure.of(e));

    assertThat(ports.enrollments().find(e.id()).orElseThrow().facts().isErased()).isTrue();
  }

  @Test
  void a_forgotten_contact_leaves_a_suppression_and_a_lock_that_nobody_holds() {
    Enrollment e = stopped(begun("e1", Map.of()));
    ports.suppressions().save(ADA, suppression(ADA.value()));

    boolean forgotten = ports.contacts().forget(ADA, e.id());
    boolean again = ports.contacts().forget(ADA, Contacts.NOBODY);

    Contacts.Card card = ports.contacts().card(ADA);
    assertThat(forgotten).isTrue();
    assertThat(again).isTrue();
    assertThat(card).isEqualTo(new Contacts.Card(null, Contacts.NOBODY, suppression(ADA.value())));
    assertThat(ports.suppressions().find(ADA)).contains(suppression(ADA.value()));
  }

  @Test
  void whom_nobody_knows_can_be_forgotten() {
    assertThat(ports.contacts().forget(ADA, null)).isTrue();
    assertThat(ports.contacts().card(ADA).lockedBy()).isEqualTo(Contacts.NOBODY);
  }

  @Test
  void a_contact_whose_lock_another_enrollment_has_taken_is_not_forgotten() {
    Enrollment e = stopped(begun("e1", Map.of()));

    boolean forgotten = ports.contacts().forget(ADA, new EnrollmentId("e0"));
    boolean unknown = ports.contacts().forget(ADA, null);

    assertThat(forgotten).isFalse();
    assertThat(unknown).isFalse();
    assertThat(ports.contacts().card(ADA).lockedBy()).isEqualTo(e.id());
    assertThat(ports.contacts().card(ADA).contact()).contains(Contact.of(ADA));
  }

  @Test
  void who_read_the_lock_before_cannot_take_it_afterwards() {
    Enrollment e = stopped(begun("e1", Map.of()));
    ports.contacts().forget(ADA, e.id());
    Enrollment late = enrolled("e2", ADA);

    Entered entered =
        ports
            .enrollments()
            .create(new Entrance(late, Contact.of(ADA), Map.of(), e.id(), null, null));

    assertThat(entered).isEqualTo(Entered.TAKEN);
    assertThat(ports.contacts().card(ADA).contact()).isEmpty();
  }

  @Test
  void who_is_enrolled_later_on_purpose_takes_the_lock_that_nobody_holds() {
    Enrollment e = stopped(begun("e1", Map.of()));
    ports.contacts().forget(ADA, e.id());
    Enrollment fresh = enrolled("e2", ADA);

    Entered entered =
        ports
            .enrollments()
            .create(new Entrance(fresh, Contact.of(ADA), Map.of(), Contacts.NOBODY, null, null));

    assertThat(entered).isEqualTo(Entered.CREATED);
    assertThat(ports.contacts().card(ADA).lockedBy()).isEqualTo(fresh.id());
  }

  private Enrollment begun(String id, Map<Integer, OwnCopy> own) {
    Enrolled plain = facts(id, ADA);
    Enrolled facts =
        new Enrolled(plain.id(), plain.sequence(), 1, ADA, plain.sender(), NOON, !own.isEmpty());
    Enrollment e = enrolled(facts, enrolled(id, ADA).state());
    ports.enrollments().create(new Entrance(e, Contact.of(ADA), own, null, null, ADA.domain()));
    return e;
  }

  private Enrollment stopped(Enrollment e) {
    return saved(change(Moves.stop(e, StopReason.ERASED, BY_REP)));
  }

  private Enrollment told(Enrollment e, Entry.Type type) {
    Enrollment after = e.noted(Entry.of(NOON, type, 2, "Ada"));
    return saved(new Change(e, after, List.of(), null, null));
  }

  private Enrollment saved(Change change) {
    ports.enrollments().save(change);
    return change.after();
  }
}
