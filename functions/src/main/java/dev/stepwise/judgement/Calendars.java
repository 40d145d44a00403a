package dev.stepwise.judgement;

import dev.stepwise.contact.Domain;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.inbound.Part;
import dev.stepwise.judgement.Invitation.Attendee;
import dev.stepwise.judgement.Judgement.Calendar;
import dev.stepwise.judgement.Judgement.Calendar.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Invitations and the answers to them (RFC 5546, sent by mail as RFC 6047 says). Booked is a
 * meeting only by the contact's own acceptance or invitation.
 */
final class Calendars {
  /** Methods by which programs deal with a meeting; others hand a calendar on. */
  private static final Set<String> DEALINGS =
      Set.of("REPLY", "REQUEST", "COUNTER", "DECLINECOUNTER", "CANCEL", "REFRESH", "ADD");

  private Calendars() {}

  static Optional<Judgement> find(Reading mail) {
    return mail.mail().parts().stream()
        .filter(Calendars::isCalendar)
        .findFirst()
        .flatMap(part -> judged(part, mail));
  }

  private static Optional<Judgement> judged(Part part, Reading mail) {
    Invitation invitation = Invitation.of(text(part));
    String method =
        invitation.method().isEmpty()
            ? part.type().parameter("method").orElse("").toUpperCase(Locale.ROOT)
            : invitation.method();
    if (!DEALINGS.contains(method) && mail.isAnswer() && !mail.text().isEmpty()) {
      // A person writes, and has put a calendar file beside it.
      return Optional.empty();
    }
    Answer answer = answer(method, invitation, mail);
    return optOutBeside(answer, mail)
        .or(() -> Optional.of(new Calendar(answer, "METHOD:" + method + " " + answer)));
  }

  /** Who declines a meeting may say more than that. */
  private static Optional<Judgement> optOutBeside(Answer answer, Reading mail) {
    return answer == Answer.DECLINED ? OptOuts.request(mail.text()) : Optional.empty();
  }

  private static Answer answer(String method, Invitation invitation, Reading mail) {
    return switch (method) {
      case "REPLY" -> reply(invitation, mail.contact());
      case "REQUEST" -> isFromContact(invitation, mail) ? Answer.REQUESTED : Answer.OTHER;
      default -> Answer.OTHER;
    };
  }

  private static Answer reply(Invitation invitation, Set<EmailAddress> contact) {
    Set<EmailAddress> answering =
        invitation.attendees().stream().map(Attendee::address).collect(Collectors.toSet());
    Set<String> statuses =
        invitation.attendees().stream()
            .filter(who -> answering.size() == 1 || contact.contains(who.address()))
            .map(Attendee::status)
            .collect(Collectors.toSet());
    if (statuses.contains("ACCEPTED")) {
      // Of a series, one date is enough.
      return Answer.ACCEPTED;
    }
    if (statuses.contains("TENTATIVE")) {
      return Answer.TENTATIVE;
    }
    return statuses.contains("DECLINED") ? Answer.DECLINED : Answer.OTHER;
  }

  /** The contact's, or a colleague's; ours that comes back, or is passed on, is neither. */
  private static boolean isFromContact(Invitation invitation, Reading mail) {
    Set<Domain> domains =
        mail.contact().stream().map(EmailAddress::domain).collect(Collectors.toSet());
    return !invitation.isCancelled()
        && (invitation.organizers().isEmpty()
            || invitation.organizers().stream()
                .map(EmailAddress::domain)
                .anyMatch(domains::contains));
  }

  private static boolean isCalendar(Part part) {
    String name = part.fileName().orElse("").toLowerCase(Locale.ROOT);
    return part.type().is("text/calendar")
        || part.type().is("application/ics")
        || name.endsWith(".ics") && !(part instanceof Part.Enclosed);
  }

  private static String text(Part part) {
    return switch (part) {
      case Part.Text text -> text.text();
      case Part.Data data -> new String(data.bytes().toArray(), StandardCharsets.UTF_8);
      case Part.Enclosed _ -> "";
    };
  }
}
