package dev.stepwise.contract;

import dev.stepwise.booking.Deliveries;
import dev.stepwise.contact.Suppressions;
import dev.stepwise.enrollment.Contacts;
import dev.stepwise.enrollment.Dossiers;
import dev.stepwise.enrollment.Enrollments;
import dev.stepwise.idempotency.IdempotencyKeys;
import dev.stepwise.mail.SigningKeys;
import dev.stepwise.matching.Inbox;
import dev.stepwise.pacing.Ledgers;
import dev.stepwise.pause.Counts;
import dev.stepwise.pause.Pauses;
import dev.stepwise.sender.Senders;
import dev.stepwise.sending.SendingHolds;
import dev.stepwise.sequence.Sequences;
import dev.stepwise.task.Tasks;

/** The ports over one empty store. */
public interface Ports {
  Enrollments enrollments();

  Contacts contacts();

  Dossiers dossiers();

  Sequences sequences();

  Senders senders();

  Suppressions suppressions();

  SendingHolds sendingHolds();

  Ledgers ledgers();

  Pauses pauses();

  Counts counts();

  Inbox inbox();

  Tasks tasks();

  IdempotencyKeys idempotencyKeys();

  Deliveries deliveries();

  SigningKeys signingKeys();
}
