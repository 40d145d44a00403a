package dev.stepwise.judgement;

import dev.stepwise.judgement.Judgement.AutoReply;
import dev.stepwise.judgement.Judgement.Bounce;
import dev.stepwise.judgement.Judgement.Calendar;
import dev.stepwise.judgement.Judgement.Challenge;
import dev.stepwise.judgement.Judgement.Complaint;
import dev.stepwise.judgement.Judgement.Delivered;
import dev.stepwise.judgement.Judgement.Human;
import dev.stepwise.judgement.Judgement.LeftCompany;
import dev.stepwise.judgement.Judgement.Loop;
import dev.stepwise.judgement.Judgement.OptOut;
import dev.stepwise.judgement.Judgement.OutOfOffice;
import dev.stepwise.judgement.Judgement.ReadReceipt;
import dev.stepwise.judgement.Judgement.Unclear;
import java.util.Locale;

/** Judgements in the words by which the labelled mails are sorted. */
final class Labels {
  private Labels() {}

  /** The class of a labelled mail that this judgement means. */
  static String label(Judgement judgement) {
    return switch (judgement) {
      case Complaint _ -> "complaint-arf";
      case Bounce bounce -> bounce.kind() == Bounce.Kind.HARD ? "bounce-hard" : "bounce-soft-delay";
      case ReadReceipt _ -> "mdn-read-receipt";
      case Calendar _ -> "calendar";
      case Challenge _, AutoReply _, OutOfOffice _, LeftCompany _ -> "auto-reply";
      case OptOut _ -> "unsubscribe-request";
      case Human _ -> "human-reply";
      case Loop _, Delivered _, Unclear _ -> "other";
    };
  }

  /** What the class leaves out. */
  static String subclass(Judgement judgement) {
    return switch (judgement) {
      case Bounce bounce ->
          lower(bounce.kind()) + (bounce.status() == null ? "" : " " + bounce.status());
      case Calendar calendar -> lower(calendar.answer());
      case OutOfOffice away ->
          "out-of-office" + (away.back() == null ? "" : " back " + away.back());
      case LeftCompany left ->
          "left-company" + (left.instead().isEmpty() ? "" : " " + left.instead());
      case Challenge _ -> "challenge-response";
      case Unclear _ -> "unclear";
      case Loop _ -> "loop";
      case Delivered _ -> "delivered";
      case Complaint _, ReadReceipt _, AutoReply _, OptOut _, Human _ -> "";
    };
  }

  /** True when nothing more is sent to the contact until a person says so. */
  static boolean stops(Judgement judgement) {
    return switch (judgement) {
      case Human _, OptOut _, Unclear _ -> true;
      case Calendar calendar ->
          calendar.answer() == Calendar.Answer.ACCEPTED
              || calendar.answer() == Calendar.Answer.REQUESTED;
      case Loop _, Complaint _, Bounce _, Delivered _, ReadReceipt _ -> false;
      case Challenge _, AutoReply _, OutOfOffice _, LeftCompany _ -> false;
    };
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
