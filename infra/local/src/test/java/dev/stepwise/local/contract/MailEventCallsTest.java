package dev.stepwise.local.contract;

import static dev.stepwise.contract.Fixtures.ADA;
import static dev.stepwise.contract.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.contract.Fixtures;
import dev.stepwise.enrollment.By;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.MailReport;
import dev.stepwise.enrollment.MailReport.News;
import dev.stepwise.usecase.CaseFiles;
import dev.stepwise.usecase.Commit;
import dev.stepwise.usecase.HearOfMail;
import dev.stepwise.usecase.MoveEnrollment;
import dev.stepwise.usecase.Places;
import dev.stepwise.usecase.Suppress;
import org.junit.jupiter.api.Test;

/** What an event about a mail costs: there is one for each mail that arrives. */
class MailEventCallsTest {
  private final LocalStore store = LocalStore.empty();

  @Test
  void a_delivery_takes_one_read_and_one_write_unit_and_its_repetition_only_the_read() {
    Enrollment e = Fixtures.enrolled("e1", ADA);
    store.enrollments().create(Fixtures.entrance(e));
    HearOfMail hear = hear();
    MailReport.Mail mail = new MailReport.Mail(1, 1, "m1");
    MailReport report = new MailReport(mail, new News.Delivered(), new By("ses", NOON));

    Calls.Bill first = Calls.count(() -> hear.heard(e.id(), report));
    Calls.Bill second = Calls.count(() -> hear.heard(e.id(), report));

    assertThat(first.calls).containsExactly("GetItem", "PutItem");
    assertThat(first.writeUnits).isEqualTo(1);
    assertThat(second.calls).containsExactly("GetItem");
  }

  private HearOfMail hear() {
    CaseFiles files = new CaseFiles(store.enrollments(), store.sequences(), store.dossiers());
    Commit commit =
        new Commit(
            store.enrollments(), store.timers(), new Places(store.ledgers(), store.senders()));
    MoveEnrollment move = new MoveEnrollment(files, commit, () -> NOON);
    Suppress suppress = new Suppress(store.suppressions(), store.contacts(), move);
    return new HearOfMail(files, store.timers(), suppress, store.senders());
  }
}
