package dev.stepwise.matching;

import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.inbound.Receipt;
import dev.stepwise.inbound.Verdicts;
import dev.stepwise.inbound.Verdicts.Verdict;
import java.time.Instant;
import java.util.List;

/**
 * A mail that came in and whom it answers. {@code authorUnclear} says that it names no author, or
 * several; {@code optOut} that it came to an address that opts out.
 */
public record Incoming(
    String id,
    Instant at,
    String from,
    List<String> recipients,
    Verdicts verdicts,
    boolean authorUnclear,
    boolean optOut,
    List<Match> matches) {
  private static final int MOST_RECIPIENTS = 20;

  public Incoming {
    recipients = List.copyOf(recipients);
    matches = List.copyOf(matches);
  }

  /** What SES says of a mail, and where its clues lead. */
  public static Incoming of(Receipt receipt, Clues clues, Leads leads) {
    return new Incoming(
        receipt.id(),
        receipt.at(),
        receipt.from(),
        receipt.recipients().stream().limit(MOST_RECIPIENTS).toList(),
        receipt.verdicts(),
        clues.isAuthorUnclear(),
        !clues.optOuts().isEmpty(),
        leads.follow(clues));
  }

  /** The same with these matches. */
  public Incoming with(List<Match> others) {
    return new Incoming(id, at, from, recipients, verdicts, authorUnclear, optOut, others);
  }

  public List<EnrollmentId> enrollments() {
    return matches.stream().map(Match::enrollment).toList();
  }

  /** False where only the From leads there and anybody could have written that. */
  public boolean isSure(Match match) {
    return match.how() != Match.How.ADDRESS || isAuthentic();
  }

  /** True when the domain of its one author says that it is the author's. */
  public boolean isProven() {
    return !authorUnclear && verdicts.dmarc() == Verdict.PASS;
  }

  /** True when its From names one author, and nothing says that it is another. */
  public boolean isAuthentic() {
    return !authorUnclear && verdicts.dmarc() != Verdict.FAIL;
  }
}
