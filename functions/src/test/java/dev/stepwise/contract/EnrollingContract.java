package dev.stepwise.contract;

import static dev.stepwise.contract.Fixtures.ADA;
import static dev.stepwise.contract.Fixtures.BY_REP;
import static dev.stepwise.contract.Fixtures.NOON;
import static dev.stepwise.contract.Fixtures.ada;
import static dev.stepwise.contract.Fixtures.change;
import static dev.stepwise.contract.Fixtures.claimOf;
import static dev.stepwise.contract.Fixtures.enrolled;
import static dev.stepwise.contract.Fixtures.entrance;
import static dev.stepwise.contract.Fixtures.facts;
import static dev.stepwise.contract.Fixtures.rep;
import static dev.stepwise.contract.Fixtures.suppression;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.cadence.Due;
import dev.stepwise.cadence.Wait;
import dev.stepwise.contact.Contact;
import dev.stepwise.enrollment.Change;
import dev.stepwise.enrollment.Contacts.Card;
import dev.stepwise.enrollment.Correction;
import dev.stepwise.enrollment.Decision;
import dev.stepwise.enrollment.Dossier;
import dev.stepwise.enrollment.Enrolled;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.Enrollments.Entered;
import dev.stepwise.enrollment.Enrollments.Entrance;
import dev.stepwise.enrollment.Moves;
import dev.stepwise.enrollment.OwnCopy;
import dev.stepwise.enrollment.State;
import dev.stepwise.enrollment.StopReason;
import dev.stepwise.enrollment.Switches;
import dev.stepwise.enrollment.TaskSteps;
import dev.stepwise.task.Task;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Enrolling: one contact is in one enrollment, and what is known of it is read whole. */
public abstract class EnrollingContract {
  private Ports ports;

  /** The ports over an empty store. */
  protected abstract Ports ports();

  @BeforeEach
  void open() {
    ports = ports();
  }

  @Test
  void an_enroll_writes_contact_and_lock_with_the_enrollment() {
    Enrollment e = enrolled("e1", ADA);

    var entered = ports.enrollments().create(new Entrance(e, ada(), Map.of(), null, null, null));

    assertThat(entered).isEqualTo(Entered.CREATED);
    assertThat(ports.contacts().card(ADA)).isEqualTo(new Card(ada(), e.id(), null));
  }

  @Test
  void a_repeated_enroll_finds_its_own() {
    Enrollment e = enrolled("e1", ADA);
    ports.enrollments().create(entrance(e));

    var again = ports.enrollments().create(entrance(e));

    assertThat(again).isEqualTo(Entered.ALREADY_THERE);
  }

  @Test
  void a_contact_that_is_held_is_taken_and_nothing_is_written() {
    ports.enrollments().create(entrance(enrolled("e1", ADA)));
    Enrollment other = enrolled("e2", ADA);

    var entered =
        ports.enrollments().create(new Entrance(other, ada(), Map.of(), null, null, null));

    assertThat(entered).isEqualTo(Entered.TAKEN);
    assertThat(ports.enrollments().find(other.id())).isEmpty();
    assertThat(ports.contacts().card(ADA).known()).isEqualTo(Contact.of(ADA));
  }

  @Test
  void of_two_enrolls_that_race_on_one_contact_one_wins() throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    Callable<Entered> one = () -> racing(start, enrolled("e1", ADA));
    Callable<Entered> two = () -> racing(start, enrolled("e2", ADA));

    List<Future<Entered>> results;
    try (var threads = Executors.newFixedThreadPool(2)) {
      results = threads.invokeAll(List.of(one, two));
    }

    assertThat(List.of(results.get(0).get(), results.get(1).get()))
        .containsExactlyInAnyOrder(Entered.CREATED, Entered.TAKEN);
  }

  private Entered racing(CyclicBarrier start, Enrollment e) throws Exception {
    start.await();
    return ports.enrollments().create(entrance(e));
  }

  @Test
  void a_re_enroll_ends_the_old_enrollment_and_its_task_in_one_write() {
    Enrollment old = awaitingTask("e1");
    Change ending = change(Moves.stop(old, StopReason.REENROLLED, BY_REP));
    Enrollment next = enrolled("e2", ADA);

    var entered =
        ports.enrollments().create(new Entrance(next, ada(), Map.of(), old.id(), ending, null));

    assertThat(entered).isEqualTo(Entered.CREATED);
    assertThat(ports.enrollments().find(old.id())).contains(ending.after());
    assertThat(ports.tasks().find(old.openTasks().getFirst()).orElseThrow().state())
        .isEqualTo(Task.State.CANCELLED);
    assertThat(ports.contacts().card(ADA).lockedBy()).isEqualTo(next.id());
  }

  @Test
  void a_re_enroll_over_an_enrollment_that_moved_on_writes_nothing() {
    Enrollment old = enrolled("e1", ADA);
    ports.enrollments().create(entrance(old));
    Change ending = change(Moves.stop(old, StopReason.REENROLLED, BY_REP));
    ports.enrollments().claim(claimOf(old, "c1"));

    var entered =
        ports
            .enrollments()
            .create(new Entrance(enrolled("e2", ADA), ada(), Map.of(), old.id(), ending, null));

    assertThat(entered).isEqualTo(Entered.TAKEN);
    assertThat(ports.contacts().card(ADA).lockedBy()).isEqualTo(old.id());
    assertThat(ports.enrollments().find(enrolled("e2", ADA).id())).isEmpty();
  }

  @Test
  void a_dossier_holds_contact_sender_and_own_copy() {
    ports.senders().save(Optional.empty(), rep());
    Map<Integer, OwnCopy> own = Map.of(1, new OwnCopy("Hi", null), 3, new OwnCopy(null, "T\nU"));
    Enrolled facts =
        new Enrolled(enrolled("e1", ADA).id(), Fixtures.SEQUENCE, 1, ADA, Fixtures.REP, NOON, true);
    Enrollment e = enrolled(facts, new State.Active(1, new Due(NOON, Wait.DELAY)));
    ports.enrollments().create(new Entrance(e, ada(), own, null, null, null));

    Dossier dossier = ports.dossiers().read(facts);

    assertThat(ports.enrollments().find(e.id())).contains(e);
    assertThat(dossier)
        .isEqualTo(new Dossier(ada(), rep(), null, own, null, Switches.NONE, List.of()));
  }

  @Test
  void a_dossier_tells_of_a_suppressed_address_or_domain() {
    ports.senders().save(Optional.empty(), rep());
    ports.suppressions().save(ADA.domain(), suppression("prospect.example"));

    Dossier ofDomain = ports.dossiers().read(facts("e1", ADA));
    ports.suppressions().save(ADA, suppression(ADA.value()));
    Dossier ofAddress = ports.dossiers().read(facts("e1", ADA));

    assertThat(ofDomain.suppressed()).isEqualTo(suppression("prospect.example"));
    assertThat(ofAddress.suppressed()).isEqualTo(suppression(ADA.value()));
    assertThat(ofDomain.contact()).isEqualTo(Contact.of(ADA));
  }

  @Test
  void what_is_known_of_a_contact_is_corrected_together_with_its_enrollment() {
    Enrollment e = enrolled(facts("e1", ADA), new State.Active(1, new Due(NOON, Wait.DELAY)));
    ports.enrollments().create(entrance(e));
    Contact news =
        Contact.of(ADA).updated(new Contact(ADA, "Augusta", null, null, null, null, Map.of()));
    Decision correct =
        Moves.correct(
            e, new Correction(Fixtures.version(), Fixtures.rep(), Contact.of(ADA), news), BY_REP);

    ports.enrollments().save(((Decision.Changed) correct).change());

    assertThat(ports.contacts().card(ADA).known()).isEqualTo(news);
    assertThat(ports.contacts().known(List.of(ADA))).isEqualTo(Map.of(ADA, news));
  }

  private Enrollment awaitingTask(String id) {
    Enrollment e = enrolled(facts(id, ADA), new State.Active(2, new Due(NOON, Wait.DELAY)));
    ports.enrollments().create(entrance(e));
    Change open = TaskSteps.open(e, Fixtures.plan(), Fixtures.call(e, NOON), true);
    ports.enrollments().save(open);
    return open.after();
  }
}
