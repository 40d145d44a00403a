package dev.stepwise.usecase;

import dev.stepwise.Ids;
import dev.stepwise.InvalidValueException;
import dev.stepwise.contact.Contact;
import dev.stepwise.contact.Suppression;
import dev.stepwise.enrollment.By;
import dev.stepwise.enrollment.Contacts;
import dev.stepwise.enrollment.Enrolled;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Enrollments;
import dev.stepwise.enrollment.Enrollments.Entrance;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.enrollment.Itinerary;
import dev.stepwise.enrollment.Switching;
import dev.stepwise.mail.Copy;
import dev.stepwise.mail.Values;
import dev.stepwise.sequence.LocalZone;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Enrolls one contact of a call. */
public final class EnrollOne {
  private static final System.Logger LOG = System.getLogger(EnrollOne.class.getName());

  private final Enrollments enrollments;
  private final Contacts contacts;
  private final Commit commit;
  private final Ids ids;

  public EnrollOne(Enrollments enrollments, Contacts contacts, Commit commit, Ids ids) {
    this.enrollments = enrollments;
    this.contacts = contacts;
    this.commit = commit;
    this.ids = ids;
  }

  Places places() {
    return commit.places();
  }

  /** What was found of one contact: that nothing is to be done, or that it may begin. */
  sealed interface Checked {
    record Answered(EnrollResult result) implements Checked {}

    record Ready(Candidate.Good good, EnrollmentId id, @Nullable EnrollmentId replaces)
        implements Checked {}
  }

  /** One contact's trouble is its own: the others of the call go on. */
  Checked check(Candidate candidate, Enrolling call) {
    return switch (candidate) {
      case Candidate.Bad bad -> answered(EnrollResult.rejected(bad.email(), bad.why()));
      case Candidate.Good good -> {
        EnrollmentId id = id(good, call);
        try {
          yield check(good, call, id);
        } catch (RuntimeException trouble) {
          yield answered(failed(good, id, trouble));
        }
      }
    };
  }

  /** Begins one that may. */
  EnrollResult begin(Checked.Ready ready, Enrolling call, Itinerary itinerary) {
    try {
      return write(ready, call, itinerary);
    } catch (RuntimeException trouble) {
      return failed(ready.good(), ready.id(), trouble);
    }
  }

  private EnrollResult failed(Candidate.Good good, EnrollmentId id, RuntimeException trouble) {
    LOG.log(Level.ERROR, "enrollment " + id + " could not be written", trouble);
    return written(id)
        ? EnrollResult.enrolled(good.email(), id)
        : EnrollResult.rejected(good.email(), "could not be written; try again");
  }

  /** The answer to a write may be lost and the write be there all the same. */
  private boolean written(EnrollmentId id) {
    try {
      return enrollments.find(id).isPresent();
    } catch (RuntimeException trouble) {
      LOG.log(Level.ERROR, "enrollment " + id + " could not be looked for", trouble);
      return false;
    }
  }

  private Checked check(Candidate.Good good, Enrolling call, EnrollmentId id) {
    if (call.request().repeated() && enrollments.find(id).isPresent()) {
      return answered(EnrollResult.enrolled(good.email(), id));
    }
    Contacts.Card card = contacts.card(good.contact().email());
    Suppression suppressed = suppression(card, good, call);
    if (suppressed != null) {
      return answered(
          EnrollResult.skipped(good.email(), "suppressed: " + suppressed.reason().wire()));
    }
    Optional<Enrollment> holder = Optional.ofNullable(card.lockedBy()).flatMap(enrollments::find);
    if (holder.isPresent() && !holder.get().isOver()) {
      return answered(occupied(good, holder.get()));
    }
    Contact contact;
    try {
      contact = card.contact().map(known -> known.updated(good.contact())).orElse(good.contact());
    } catch (InvalidValueException e) {
      return answered(
          EnrollResult.rejected(good.email(), "together with what is known, it " + e.getMessage()));
    }
    Candidate.Good known = new Candidate.Good(good.email(), contact, good.overrides());
    List<String> faults = faults(known, call);
    return faults.isEmpty()
        ? new Checked.Ready(known, id, card.lockedBy())
        : answered(EnrollResult.rejected(good.email(), String.join("; ", faults)));
  }

  private static Checked answered(EnrollResult result) {
    return new Checked.Answered(result);
  }

  private EnrollResult write(Checked.Ready ready, Enrolling call, Itinerary itinerary) {
    Candidate.Good good = ready.good();
    Enrollment e = first(ready, call, itinerary);
    commit.arm(e, call.now());
    Entrance entrance =
        new Entrance(
            e,
            good.contact(),
            good.overrides(),
            ready.replaces(),
            null,
            call.version().settings().account(good.contact().email()).orElse(null));
    return switch (enrollments.create(entrance)) {
      case CREATED, ALREADY_THERE -> EnrollResult.enrolled(good.email(), ready.id());
      case TAKEN -> EnrollResult.skipped(good.email(), "was enrolled by another call just now");
    };
  }

  private static Enrollment first(Checked.Ready ready, Enrolling call, Itinerary itinerary) {
    Candidate.Good good = ready.good();
    Contact contact = good.contact();
    Enrolled facts =
        new Enrolled(
            ready.id(),
            call.version().sequence(),
            call.version().number(),
            contact.email(),
            call.sender().email(),
            call.now(),
            !good.overrides().isEmpty(),
            itinerary.slots());
    LocalZone zone = call.version().settings().timeZone().zone(contact, call.sender());
    By by = new By(call.by(), call.now());
    Enrollment fresh =
        Enrollment.begin(
            facts,
            itinerary.first(),
            Entry.enrolled(by, call.request().startAtStep(), call.version(), zone));
    return Switching.under(fresh, call.switches(), call.now());
  }

  private static List<String> faults(Candidate.Good good, Enrolling call) {
    List<String> misplaced = Copy.misplaced(call.version(), good.overrides());
    Values values = new Values(good.contact(), call.sender());
    return misplaced.isEmpty()
        ? Copy.missing(call.version(), call.request().startAtStep(), good.overrides(), values)
        : misplaced;
  }

  private static EnrollResult occupied(Candidate.Good good, Enrollment holder) {
    String state = holder.state().ended() ? "a mail of it is just leaving" : holder.state().wire();
    return EnrollResult.skipped(good.email(), holder.id(), "already enrolled: " + state);
  }

  private static @Nullable Suppression suppression(
      Contacts.Card card, Candidate.Good good, Enrolling call) {
    Suppression own = card.suppressed();
    return own != null ? own : call.suppressedDomains().get(good.contact().email().domain());
  }

  private EnrollmentId id(Candidate.Good good, Enrolling call) {
    String from = call.request().idFrom();
    return new EnrollmentId(
        from == null ? ids.next() : Ids.derived(from, good.contact().email().value()));
  }
}
