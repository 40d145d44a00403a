package dev.stepwise.local.contract;

import static dev.stepwise.contract.Fixtures.BY_REP;
import static dev.stepwise.contract.Fixtures.NOON;
import static dev.stepwise.contract.Fixtures.REP;
import static dev.stepwise.contract.Fixtures.SEQUENCE;
import static dev.stepwise.contract.Fixtures.rep;
import static dev.stepwise.contract.Fixtures.unpaced;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.Ids;
import dev.stepwise.contact.Contact;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.contract.Fixtures;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Moves;
import dev.stepwise.enrollment.StopReason;
import dev.stepwise.sender.Sender;
import dev.stepwise.usecase.Answer;
import dev.stepwise.usecase.Authority;
import dev.stepwise.usecase.Candidate;
import dev.stepwise.usecase.Commit;
import dev.stepwise.usecase.Enroll;
import dev.stepwise.usecase.EnrollOne;
import dev.stepwise.usecase.EnrollRequest;
import dev.stepwise.usecase.EnrollResult;
import dev.stepwise.usecase.Enrolling;
import dev.stepwise.usecase.Parallel;
import dev.stepwise.usecase.Places;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many AWS calls it takes to enroll, at worst: everybody was enrolled before. */
class EnrollCallsTest {
  private final LocalStore store = LocalStore.empty();

  @Test
  void one_contact_alone_takes_eight_calls_at_most() {
    Calls.Bill bill = enrolling(1, unpaced());

    System.out.printf("enrolling one contact: %s%n", bill.calls);
    assertThat(bill.calls).hasSizeLessThanOrEqualTo(8);
  }

  @Test
  void many_contacts_take_five_calls_each_at_most() {
    Calls.Bill bill = enrolling(20, unpaced());

    System.out.printf("enrolling 20 contacts: %d calls%n", bill.calls.size());
    assertThat(bill.calls).hasSizeLessThanOrEqualTo(5 * 20);
  }

  @Test
  void places_for_all_mails_of_a_call_take_two_calls_more_in_all() {
    Calls.Bill bill = enrolling(20, rep());

    System.out.printf("enrolling 20 contacts of a paced sender: %d calls%n", bill.calls.size());
    assertThat(bill.calls).filteredOn("TransactWriteItems"::equals).hasSize(20 + 1);
    assertThat(bill.calls).hasSizeLessThanOrEqualTo(5 * 20 + 2);
  }

  private Calls.Bill enrolling(int count, Sender sender) {
    store.senders().save(Optional.empty(), sender);
    store.sequences().create(Fixtures.sequence(SEQUENCE.value(), NOON));
    enrolledBefore(count);
    return Calls.count(() -> enrolled(enroll(count)));
  }

  private void enrolledBefore(int count) {
    for (EnrollResult result : enroll(count)) {
      EnrollmentId id = Objects.requireNonNull(result.enrollment());
      Enrollment e = store.enrollments().find(id).orElseThrow();
      store.enrollments().save(Fixtures.change(Moves.stop(e, StopReason.STOPPED_BY_USER, BY_REP)));
    }
  }

  /** As the API does it: the key is noted between preparing and enrolling. */
  private List<EnrollResult> enroll(int count) {
    Commit commit =
        new Commit(
            store.enrollments(), store.timers(), new Places(store.ledgers(), store.senders()));
    Ids ids = new Ids(new Random());
    EnrollOne one = new EnrollOne(store.enrollments(), store.contacts(), commit, ids);
    Enroll enroll =
        new Enroll(
            store.sequences(),
            store.senders(),
            store.suppressions(),
            store.pauses(),
            one,
            Parallel.sequential(),
            () -> NOON);
    Authority admin = new Authority("admin", true, store.senders());
    var prepared = (Answer.Done<Enrolling>) enroll.prepare(request(count), admin);
    store.idempotencyKeys().use(ids.next(), "request", NOON);
    return enroll.enroll(prepared.value()).results();
  }

  private static void enrolled(List<EnrollResult> results) {
    assertThat(results).allMatch(r -> r.status() == EnrollResult.Status.ENROLLED);
  }

  private static EnrollRequest request(int count) {
    List<Candidate> contacts =
        IntStream.range(0, count)
            .mapToObj(i -> new EmailAddress("person" + i + "@prospect" + i + ".example"))
            .<Candidate>map(email -> new Candidate.Good(email.value(), contact(email), Map.of()))
            .toList();
    return new EnrollRequest(SEQUENCE, REP, 1, null, false, contacts, null, false);
  }

  private static Contact contact(EmailAddress email) {
    return new Contact(email, "Ada", "Lovelace", "Prospect", null, null, Map.of());
  }
}
