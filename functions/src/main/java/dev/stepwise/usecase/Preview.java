package dev.stepwise.usecase;

import dev.stepwise.InvalidValueException;
import dev.stepwise.cadence.Wait;
import dev.stepwise.contact.Contact;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.Contacts;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Forecast;
import dev.stepwise.enrollment.Itinerary;
import dev.stepwise.enrollment.Plan;
import dev.stepwise.enrollment.State;
import dev.stepwise.enrollment.Switches;
import dev.stepwise.pacing.Slots;
import dev.stepwise.sender.Sender;
import dev.stepwise.sender.Senders;
import dev.stepwise.sequence.LocalZone;
import dev.stepwise.sequence.Sequence;
import dev.stepwise.sequence.SequenceId;
import dev.stepwise.sequence.Version;
import dev.stepwise.usecase.Refusal.Forbidden;
import dev.stepwise.usecase.Refusal.Invalid;
import dev.stepwise.usecase.Refusal.NotFound;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows the calendar of an enrollment, before and after enrolling. Nothing is written. */
public final class Preview {
  /** Whose mails have no place in any ledger. */
  private static final EnrollmentId NOBODY = new EnrollmentId("nobody");

  private final CaseFiles files;
  private final Senders senders;
  private final Contacts contacts;
  private final Places places;
  private final InstantSource clock;

  public Preview(
      CaseFiles files, Senders senders, Contacts contacts, Places places, InstantSource clock) {
    this.files = files;
    this.places = places;
    this.senders = senders;
    this.contacts = contacts;
    this.clock = clock;
  }

  /** Whom to look ahead for; {@code startAt} null is now. */
  public record Wanted(
      Contact contact, EmailAddress sender, int startAtStep, @Nullable Instant startAt) {}

  /** The steps ahead, and the zone and version that they go by. */
  public record Calendar(Version version, Plan plan, LocalZone zone, List<Forecast> steps) {}

  /** What a contact would have ahead who was enrolled now. */
  public Answer<Calendar> ofNew(SequenceId id, Wanted wanted, Authority who) {
    Optional<Sequence> sequence = files.sequences().find(id);
    if (sequence.isEmpty()) {
      return Answer.refused(new NotFound("sequence " + id));
    }
    Optional<Sender> sender = senders.find(wanted.sender);
    if (sender.isEmpty()) {
      return Answer.refused(new Invalid("sender", "must be a sender of this team"));
    }
    if (!who.mayActFor(wanted.sender)) {
      return Answer.refused(new Forbidden("sender " + wanted.sender + " is not yours"));
    }
    Version version = sequence.get().current();
    Instant now = clock.instant();
    Refusal misplaced = Enroll.misplaced(version, wanted.startAtStep, wanted.startAt, now);
    return misplaced == null
        ? ahead(version, sender.get(), wanted, now)
        : Answer.refused(misplaced);
  }

  private Answer<Calendar> ahead(Version version, Sender sender, Wanted wanted, Instant now) {
    Instant start = wanted.startAt == null ? now : wanted.startAt;
    try {
      Contact contact = contact(wanted);
      Plan plan = Plan.of(version, contact, sender);
      var beginning = new Itinerary.Start(plan, NOBODY, wanted.startAtStep, start, Wait.START_AT);
      Slots slots = places.foreseen(beginning, sender, now);
      List<Forecast> steps = Forecast.ofNew(beginning, slots, now);
      return Answer.done(calendar(plan, contact, sender, steps));
    } catch (InvalidValueException e) {
      return Answer.refused(
          new Invalid("contact", "together with what is known, it " + e.getMessage()));
    }
  }

  /** What an enrollment of that sequence has ahead. */
  public Answer<Calendar> of(SequenceId sequence, EnrollmentId id, Authority who) {
    Optional<CaseFile> file = files.find(id);
    if (file.isEmpty() || !file.get().enrollment().facts().sequence().equals(sequence)) {
      return Answer.refused(new Invalid("enrollment", "must be an enrollment of this sequence"));
    }
    Enrollment e = file.get().enrollment();
    if (!who.mayActFor(e.facts().sender())) {
      return Answer.refused(new Forbidden("this enrollment is another sender's"));
    }
    Plan plan = file.get().plan();
    List<Forecast> steps = Forecast.of(e, plan, from(e, file.get().dossier().switches()));
    return Answer.done(
        calendar(plan, file.get().dossier().contact(), file.get().dossier().sender(), steps));
  }

  /** Now, or when the switch that stops it is turned on by itself. */
  private Instant from(Enrollment e, Switches switches) {
    Instant now = clock.instant();
    return e.state() instanceof State.Paused s
        ? switches.until(s.reason()).filter(now::isBefore).orElse(now)
        : now;
  }

  /** As enrolling would have it: what is newly said wins over what is known. */
  private Contact contact(Wanted wanted) {
    Contact news = wanted.contact;
    return contacts.card(news.email()).contact().map(known -> known.updated(news)).orElse(news);
  }

  private static Calendar calendar(
      Plan plan, Contact contact, Sender sender, List<Forecast> steps) {
    Version version = plan.version();
    return new Calendar(version, plan, version.settings().timeZone().zone(contact, sender), steps);
  }
}
