package dev.stepwise.enrollment;

import dev.stepwise.judgement.Judgement;
import dev.stepwise.sequence.OutOfOffice;
import dev.stepwise.sequence.Settings;
import dev.stepwise.sequence.StopOn;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a judged mail is to an enrollment: how its timeline tells it, and what it does. When in
 * doubt nothing leaves until the rep has looked.
 */
public record Consequence(Entry.Type type, String detail, Effect effect) {
  private static final int LONGEST_DETAIL = 160;
  private static final Effect GO_ON = new Effect.GoOn();
  private static final Effect ASK_REP = new Effect.AskRep();

  /**
   * What it is to an enrollment with this plan. What bounces and complaints do is the report's own
   * business: here they are only told.
   */
  public static Consequence of(Judgement judgement, Plan plan, Instant came) {
    Settings settings = plan.version().settings();
    return switch (judgement) {
      case Judgement.Loop j -> told(Entry.Type.LOOP, j, GO_ON);
      case Judgement.Complaint j -> told(Entry.Type.REPORTED, "complaint", j, GO_ON);
      case Judgement.Bounce j -> told(Entry.Type.REPORTED, "bounce " + lower(j.kind()), j, GO_ON);
      case Judgement.Delivered j -> told(Entry.Type.REPORTED, "delivered", j, GO_ON);
      case Judgement.ReadReceipt j -> told(Entry.Type.REPORTED, "read receipt", j, GO_ON);
      case Judgement.Calendar j -> meeting(j, settings);
      case Judgement.Challenge j -> told(Entry.Type.AUTO_REPLIED, "challenge", j, GO_ON);
      case Judgement.AutoReply j -> told(Entry.Type.AUTO_REPLIED, j, GO_ON);
      case Judgement.OutOfOffice j -> away(j, plan, came);
      case Judgement.LeftCompany j -> left(j);
      case Judgement.OptOut j ->
          told(Entry.Type.OPTED_OUT, j, new Effect.Stop(StopReason.UNSUBSCRIBED));
      case Judgement.Human j -> told(Entry.Type.REPLIED, j, replied(settings));
      case Judgement.Unclear j -> told(Entry.Type.UNCLEAR_ANSWER, j, ASK_REP);
    };
  }

  /** A mail that anybody could have written in the contact's name: only the rep can tell. */
  public static Consequence forgeable(Judgement judgement) {
    String why = "only the From address matches and its sender is not authenticated";
    return told(Entry.Type.UNCLEAR_ANSWER, why, judgement, ASK_REP);
  }

  private static Effect replied(Settings settings) {
    return settings.stopOn().contains(StopOn.REPLY) ? new Effect.Stop(StopReason.REPLIED) : GO_ON;
  }

  private static Consequence meeting(Judgement.Calendar j, Settings settings) {
    Effect booked =
        settings.stopOn().contains(StopOn.MEETING)
            ? new Effect.Stop(StopReason.MEETING_BOOKED)
            : GO_ON;
    return told(
        Entry.Type.MEETING,
        lower(j.answer()),
        j,
        switch (j.answer()) {
          case ACCEPTED, REQUESTED -> booked;
          case DECLINED, TENTATIVE -> GO_ON;
          case OTHER -> ASK_REP;
        });
  }

  /** Until a business day after the return; a return that is too far ahead is not believed. */
  private static Consequence away(Judgement.OutOfOffice j, Plan plan, Instant came) {
    OutOfOffice rule = plan.version().settings().outOfOffice();
    LocalDate today = came.atZone(plan.cadence().zone()).toLocalDate();
    return Optional.ofNullable(j.back())
        .filter(back -> back.isAfter(today) && !back.isAfter(today.plusDays(rule.longestDays())))
        .map(back -> away("back on " + back, j, plan.cadence().businessDayAfter(back)))
        .orElseGet(() -> away("no return date", j, came.plus(Duration.ofDays(rule.defaultDays()))));
  }

  private static Consequence away(String detail, Judgement.OutOfOffice j, Instant until) {
    return told(Entry.Type.OUT_OF_OFFICE, detail, j, new Effect.HoldUntil(until));
  }

  private static Consequence left(Judgement.LeftCompany j) {
    List<String> instead = j.instead().stream().map(Object::toString).toList();
    String detail = instead.isEmpty() ? "" : "instead: " + String.join(", ", instead);
    return told(Entry.Type.LEFT_COMPANY, detail, j, new Effect.Stop(StopReason.LEFT_COMPANY));
  }

  private static Consequence told(Entry.Type type, Judgement judgement, Effect effect) {
    return told(type, "", judgement, effect);
  }

  /** The evidence stands last, for it may be cut. */
  private static Consequence told(
      Entry.Type type, String detail, Judgement judgement, Effect effect) {
    String all =
        List.of(detail, judgement.evidence()).stream()
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("; "))
            .replaceAll("\\s+", " ");
    return new Consequence(type, cut(all), effect);
  }

  private static String cut(String text) {
    int end =
        text.offsetByCodePoints(0, Math.min(LONGEST_DETAIL, text.codePointCount(0, text.length())));
    return text.substring(0, end);
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
