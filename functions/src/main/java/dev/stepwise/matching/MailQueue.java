package dev.stepwise.matching;

import java.util.List;

/** Has mails read that are kept and were not finished. */
public interface MailQueue {
  void readAgain(List<String> mailIds);
}
