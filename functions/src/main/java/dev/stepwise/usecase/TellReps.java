package dev.stepwise.usecase;

import dev.stepwise.Bytes;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.forward.Arrival;
import dev.stepwise.forward.Report;
import dev.stepwise.inbound.ContentType;
import dev.stepwise.inbound.Headers;
import dev.stepwise.inbound.Mail;
import dev.stepwise.inbound.Receipt;
import dev.stepwise.judgement.Judgement;
import dev.stepwise.matching.Incoming;
import dev.stepwise.sequence.Sequence;
import dev.stepwise.sequence.Sequences;
import dev.stepwise.usecase.JudgeMail.Judged;
import dev.stepwise.visible.VisibleText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives an answer to the reps whom it concerns, to each once. Reports about our own mail are no
 * answers: timelines tell them.
 */
public record TellReps(ForwardAnswer forward, Sequences sequences) {
  private static final Mail NOTHING =
      new Mail(Headers.NONE, ContentType.PLAIN, List.of(), Set.of());

  /** Throws when it could not be done, so that the mail is read again. */
  void tell(Judged judged, List<Enrollment> concerned) {
    if (!isAnswer(judged.judgement())) {
      return;
    }
    Map<EmailAddress, Enrollment> reps = new LinkedHashMap<>();
    concerned.forEach(e -> reps.putIfAbsent(e.facts().sender(), e));
    // What a rep wrote needs no forwarding to that rep.
    judged.authors().forEach(reps::remove);
    Arrival arrival = arrival(judged);
    reps.values().forEach(e -> forward.forward(arrival, report(e)));
  }

  private static boolean isAnswer(Judgement judgement) {
    return switch (judgement) {
      case Judgement.Loop _,
          Judgement.Complaint _,
          Judgement.Bounce _,
          Judgement.Delivered _,
          Judgement.ReadReceipt _ ->
          false;
      case Judgement.Calendar _,
          Judgement.Challenge _,
          Judgement.AutoReply _,
          Judgement.OutOfOffice _,
          Judgement.LeftCompany _,
          Judgement.OptOut _,
          Judgement.Human _,
          Judgement.Unclear _ ->
          true;
    };
  }

  private static Arrival arrival(Judged judged) {
    Incoming mail = judged.mail();
    Mail read = judged.opened().map(JudgeMail.Opened::mail).orElse(NOTHING);
    Receipt receipt =
        new Receipt(
            mail.id(), mail.at(), mail.from(), mail.recipients(), read.headers(), mail.verdicts());
    Bytes raw = judged.opened().map(JudgeMail.Opened::raw).orElse(Bytes.of(new byte[0]));
    return new Arrival(receipt, raw, read, VisibleText.of(read));
  }

  private Report report(Enrollment e) {
    String name =
        sequences
            .find(e.facts().sequence())
            .map(Sequence::name)
            .orElse(e.facts().sequence().value());
    return new Report(e.id(), name, e.facts().sender(), Outcome.of(e));
  }
}
