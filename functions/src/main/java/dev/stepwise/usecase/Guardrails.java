package dev.stepwise.usecase;

import dev.stepwise.enrollment.Enrolled;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.enrollment.MailReport.News;
import dev.stepwise.pause.Counts;
import dev.stepwise.pause.Pauses;
import dev.stepwise.pause.Round;
import dev.stepwise.pause.Scope;
import dev.stepwise.sending.Limits;
import dev.stepwise.sending.Pause;
import dev.stepwise.sending.Tally;
import dev.stepwise.sequence.Sequences;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts what becomes of mails, and pauses the sequence or the sender of which too many bounce,
 * draw complaints or fail.
 */
public record Guardrails(Counts counts, Pauses pauses, Sequences sequences, InstantSource clock) {
  private static final System.Logger LOG = System.getLogger(Guardrails.class.getName());

  /** Something that was newly learnt of a mail of that enrollment. */
  public record Learnt(Enrolled facts, News news) {}

  /** One write for each sequence and sender; says which were paused. */
  public List<Scope> count(Collection<Learnt> all) {
    Map<Scope, Tally> more = new LinkedHashMap<>();
    for (Learnt learnt : all) {
      Tally tally = tally(learnt.news());
      if (!tally.equals(Tally.NONE)) {
        more.merge(new Scope.OfSequence(learnt.facts().sequence()), tally, Tally::plus);
        more.merge(new Scope.OfSender(learnt.facts().sender()), tally, Tally::plus);
      }
    }
    Instant now = clock.instant();
    return more.entrySet().stream()
        .filter(each -> pauses(each.getKey(), counts.add(each.getKey(), now, each.getValue()), now))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Each mail comes to one of the first three ends; a complaint follows a delivery. */
  private static Tally tally(News news) {
    return switch (news) {
      case News.Delivered _ -> new Tally(1, 0, 0, 0);
      case News.Bounced(boolean hard, _) -> new Tally(1, hard ? 1 : 0, 0, 0);
      case News.Rejected _ -> new Tally(1, 0, 0, 1);
      case News.Complained _ -> new Tally(0, 0, 1, 0);
      case News.Sent _, News.Delayed _, News.Opened _, News.Clicked _, News.OptedOut _ ->
          Tally.NONE;
    };
  }

  private boolean pauses(Scope scope, Tally sum, Instant now) {
    if (!sum.hasTrouble()) {
      return false;
    }
    Optional<String> why = limits(scope).exceeded(sum);
    if (why.isEmpty() || pauses.of(scope).filter(pause -> pause.isOn(now)).isPresent()) {
      return false;
    }
    Pause pause = new Pause(now, null, Entry.ENGINE, why.get(), Pause.Cause.GUARDRAIL);
    if (!pauses.turn(Round.turned(scope, now, Entry.ENGINE), pause)) {
      return false;
    }
    LOG.log(Level.ERROR, "a guardrail has paused {0}: {1}", name(scope), why.get());
    return true;
  }

  private Limits limits(Scope scope) {
    return scope instanceof Scope.OfSequence(var id)
        ? sequences
            .find(id)
            .map(sequence -> sequence.current().settings().guardrails())
            .orElse(Limits.DEFAULTS)
        : Limits.DEFAULTS;
  }

  /** Addresses do not belong into logs. */
  private static String name(Scope scope) {
    return switch (scope) {
      case Scope.OfSequence(var id) -> "sequence " + id;
      case Scope.OfSender _ -> "a sender";
      case Scope.Everything _ -> "everything";
    };
  }
}
