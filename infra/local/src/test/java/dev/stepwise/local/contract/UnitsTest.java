package dev.stepwise.local.contract;

import static dev.stepwise.contract.Fixtures.ADA;
import static dev.stepwise.contract.Fixtures.NOON;
import static dev.stepwise.contract.Fixtures.REP;
import static dev.stepwise.contract.Fixtures.rep;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.Ids;
import dev.stepwise.cadence.Due;
import dev.stepwise.cadence.Wait;
import dev.stepwise.contact.Contact;
import dev.stepwise.contract.Fixtures;
import dev.stepwise.enrollment.Change;
import dev.stepwise.enrollment.Dossier;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.Enrollments.ClaimResult;
import dev.stepwise.enrollment.Enrollments.Entrance;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.enrollment.Holds;
import dev.stepwise.enrollment.MailReport;
import dev.stepwise.enrollment.MailThread;
import dev.stepwise.enrollment.Settlement;
import dev.stepwise.enrollment.State;
import dev.stepwise.mail.Letter;
import dev.stepwise.mail.SendResult;
import dev.stepwise.pacing.Booking;
import dev.stepwise.pacing.LedgerDay;
import dev.stepwise.timer.StepDue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What one email step costs: calls, and capacity units by AWS's rules. */
class UnitsTest {
  private static final String SES_ID =
      "0100018c2f3a4b5c-1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d-00000";
  private static final MailThread THREAD = new MailThread(1, "A quick question about Prospect");
  private final LocalStore store = LocalStore.empty();

  @Test
  void an_email_step_takes_six_calls_eight_write_and_three_read_units_at_most() {
    store.senders().save(Optional.empty(), rep());
    Enrollment e = atItsFourthEmail();
    store.enrollments().create(new Entrance(e, oneKilobyte(), Map.of(), null, null, null));

    Calls.Bill look = Calls.count(() -> store.dossiers().read(e.facts()));
    Calls.Bill bill = Calls.count(() -> fire(e));

    System.out.printf(
        "email step: %s, %d write units, %d read units, state of %d bytes%n",
        bill.calls, bill.writeUnits, bill.readUnits, stateSize(e));
    assertThat(bill.calls).hasSizeLessThanOrEqualTo(6);
    assertThat(bill.writeUnits).isLessThanOrEqualTo(8);
    assertThat(bill.readUnits).isLessThanOrEqualTo(3);
    assertThat(stateSize(e)).isLessThan(1024);
    // Once in half a minute a container looks for a hold on all sends, for the switch of everything
    // and for that of the sequence: in the same batch.
    assertThat(look.calls).hasSize(2);
    assertThat(look.readUnits).isLessThanOrEqualTo(6);
  }

  @Test
  void a_place_for_today_takes_one_call_and_one_write_unit_on_a_day_of_a_hundred_mails() {
    LedgerDay full = new LedgerDay(LedgerDay.of(NOON), 1, bookings(100));
    store.ledgers().save(REP, List.of(new LedgerDay(full.date(), 0, bookings(99))));

    Calls.Bill bill = Calls.count(() -> store.ledgers().save(REP, List.of(full)));

    assertThat(bill.calls).hasSize(1);
    assertThat(bill.writeUnits).isEqualTo(1);
  }

  private static List<Booking> bookings(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> new Booking("mail%03d".formatted(i), NOON.plusSeconds(i), 1))
        .toList();
  }

  private void fire(Enrollment e) {
    var claim = (ClaimResult.Taken) store.enrollments().claim(Fixtures.claimOf(e, name("claim")));
    Dossier dossier = store.dossiers().read(e.facts());
    var sent = (SendResult.Accepted) store.mailer().send(letter(dossier));
    Change settled =
        Settlement.sent(
            claim.enrollment(),
            Fixtures.plan(),
            new Settlement.Sent(SES_ID + sent.messageId().length() % 10, THREAD, NOON));
    store.timers().arm(StepDue.of(settled.after(), (State.Active) settled.after().state()), NOON);
    store.enrollments().save(settled);
  }

  private static Letter letter(Dossier dossier) {
    return new Letter(
        dossier.sender().name(),
        REP,
        dossier.contact().email(),
        dossier.sender().copyTo(),
        REP,
        "Hello",
        "Hi",
        "<p>Hi</p>",
        Map.of(),
        Map.of("enrollment", "e1"));
  }

  private static Enrollment atItsFourthEmail() {
    List<Entry> timeline = new ArrayList<>(List.of(Entry.of(NOON, Entry.Type.ENROLLED, 1, "")));
    for (int step = 1; step <= 3; step++) {
      timeline.add(sent(step));
      timeline.add(new Entry(NOON, Entry.Type.DELIVERED, step, MailReport.SES, ""));
    }
    return new Enrollment(
        Fixtures.facts(name("enrollment"), ADA),
        11,
        5,
        0,
        new State.Active(4, new Due(NOON, Wait.WINDOW)),
        null,
        THREAD,
        List.of(),
        Holds.NONE,
        timeline);
  }

  private static Entry sent(int step) {
    return Entry.of(NOON, Entry.Type.SENT, step, SES_ID + step);
  }

  private static Contact oneKilobyte() {
    return new Contact(
        ADA, "Ada", "Lovelace", "Prospect", null, null, Map.of("note", "x".repeat(900)));
  }

  private static String name(String of) {
    return Ids.derived(of);
  }

  private int stateSize(Enrollment e) {
    Map<String, AttributeValue> key =
        Map.of("pk", AttributeValue.fromS("E#" + e.id()), "sk", AttributeValue.fromS("E"));
    try (DynamoDbClient client = DynamoDbClient.create()) {
      return Units.size(client.getItem(r -> r.tableName(store.table()).key(key)).item());
    }
  }
}
