package dev.stepwise.usecase;

import dev.stepwise.inbound.Receipt;
import dev.stepwise.mail.Tokens;
import dev.stepwise.matching.Clues;
import dev.stepwise.matching.Inbox;
import dev.stepwise.matching.Inbox.Kept;
import dev.stepwise.matching.Incoming;
import dev.stepwise.matching.Leads;

/**
 * A mail comes in: the enrollments that it answers are held before anybody has read it (promise
 * HEARD). One read finds them, one write holds them.
 */
public record HearMail(Inbox inbox, Tokens tokens) {

  /** The mail as it is kept; said twice, it is kept once. */
  public Kept hear(Receipt receipt) {
    Clues clues = Clues.of(receipt, tokens);
    Leads leads = inbox.leads(clues);
    Incoming mail = Incoming.of(receipt, clues, leads);
    return inbox
        .keep(mail)
        .map(kept -> new Kept(kept, false))
        .orElseGet(() -> inbox.find(receipt.id()).orElse(new Kept(mail, true)));
  }
}
