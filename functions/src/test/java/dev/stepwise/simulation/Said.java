package dev.stepwise.simulation;

import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.Entry;

/** What a contact, or a machine, or somebody in the contact's name, answers; and what it does. */
enum Said {
  CALL_ME("Re: ", "Thanks! Can you call me tomorrow?", Entry.Type.REPLIED),
  COST("Re: ", "What does it cost?", Entry.Type.REPLIED),
  NO_MORE("Re: ", "Please take me off your list.", Entry.Type.OPTED_OUT),
  AWAY("Automatic reply: ", "I am out of office until 6 November 2026.", Entry.Type.OUT_OF_OFFICE),
  RECEIVED("Automatic reply: ", "We have received your message.", Entry.Type.AUTO_REPLIED),
  /** From the contact's address, but not from the contact, as DMARC says. */
  FORGED("", "What does it cost?", Entry.Type.UNCLEAR_ANSWER);

  final String subject;
  final String words;
  private final Entry.Type told;

  Said(String subject, String words, Entry.Type told) {
    this.subject = subject;
    this.words = words;
    this.told = told;
  }

  boolean isMachine() {
    return this == AWAY || this == RECEIVED;
  }

  boolean isForged() {
    return this == FORGED;
  }

  /** True when it ends what it answers. */
  boolean ends() {
    return told == Entry.Type.REPLIED || told == Entry.Type.OPTED_OUT;
  }

  /** True when it has had its effect: it is told, and what is to end has ended. */
  boolean isHad(Enrollment e) {
    return e.timeline().stream().anyMatch(entry -> entry.type() == told)
        && (!ends() || e.state().ended());
  }
}
