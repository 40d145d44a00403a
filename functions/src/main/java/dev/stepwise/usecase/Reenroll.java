package dev.stepwise.usecase;

import dev.stepwise.Ids;
import dev.stepwise.cadence.Wait;
import dev.stepwise.contact.Contact;
import dev.stepwise.enrollment.By;
import dev.stepwise.enrollment.Change;
import dev.stepwise.enrollment.Contacts;
import dev.stepwise.enrollment.Decision;
import dev.stepwise.enrollment.Enrolled;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Enrollments;
import dev.stepwise.enrollment.Enrollments.Entered;
import dev.stepwise.enrollment.Enrollments.Entrance;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.enrollment.Moves;
import dev.stepwise.enrollment.Plan;
import dev.stepwise.enrollment.StopReason;
import dev.stepwise.enrollment.Switching;
import dev.stepwise.mail.Copy;
import dev.stepwise.mail.Values;
import dev.stepwise.sequence.LocalZone;
import dev.stepwise.sequence.Sequence;
import dev.stepwise.sequence.Sequences;
import dev.stepwise.sequence.Version;
import dev.stepwise.usecase.Refusal.Conflict;
import dev.stepwise.usecase.Refusal.Forbidden;
import dev.stepwise.usecase.Refusal.Invalid;
import dev.stepwise.usecase.Refusal.NotFound;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Moves one person onto the current version: the old enrollment ends as the new one begins. */
public final class Reenroll {
  private final CaseFiles files;
  private final Sequences sequences;
  private final Contacts contacts;
  private final Enrollments enrollments;
  private final Commit commit;
  private final Ids ids;
  private final InstantSource clock;

  public Reenroll(CaseFiles files, Contacts contacts, Commit commit, Ids ids, InstantSource clock) {
    this.files = files;
    this.sequences = files.sequences();
    this.contacts = contacts;
    this.enrollments = files.enrollments();
    this.commit = commit;
    this.ids = ids;
    this.clock = clock;
  }

  /** The new enrollment, at that step of the current version. */
  public Answer<Enrollment> reenroll(EnrollmentId id, int step, Authority who) {
    Optional<CaseFile> file = files.find(id);
    if (file.isEmpty()) {
      return Answer.refused(new NotFound("enrollment " + id));
    }
    Enrollment old = file.get().enrollment();
    if (!who.mayActFor(old.facts().sender())) {
      return Answer.refused(new Forbidden("this enrollment is another sender's"));
    }
    Sequence sequence = sequences.find(old.facts().sequence()).orElseThrow();
    Refusal refusal = refusal(file.get(), sequence, step);
    if (refusal != null) {
      return Answer.refused(refusal);
    }
    By by = new By(who.subject(), clock.instant());
    Enrollment fresh = fresh(file.get(), sequence.current(), step, by);
    return enter(file.get(), fresh, sequence.current(), by);
  }

  private static @Nullable Refusal refusal(CaseFile file, Sequence sequence, int step) {
    Version version = sequence.current();
    if (Moves.isAsking(file.enrollment())) {
      return new Conflict(Moves.RESOLVE);
    }
    if (file.enrollment().facts().isErased()) {
      return new Conflict("its contact was erased");
    }
    if (file.enrollment().claim() != null) {
      return new Conflict("a mail of this enrollment is just leaving; try again in a moment");
    }
    if (sequence.status() == Sequence.Status.ARCHIVED) {
      return new Conflict("the sequence is archived and takes no new enrollments");
    }
    if (file.dossier().suppression().isPresent()) {
      return new Conflict("the contact is suppressed");
    }
    if (step < 1 || step > version.last()) {
      return new Invalid(
          "startAtStep", "must be a step of the current version, 1 to " + version.last());
    }
    Values values = new Values(file.dossier().contact(), file.dossier().sender());
    List<String> missing = Copy.missing(version, step, Map.of(), values);
    return missing.isEmpty() ? null : new Conflict(String.join("; ", missing));
  }

  private Enrollment fresh(CaseFile file, Version version, int step, By by) {
    Contact contact = file.dossier().contact();
    Enrolled facts =
        new Enrolled(
            new EnrollmentId(ids.next()),
            version.sequence(),
            version.number(),
            contact.email(),
            file.dossier().sender().email(),
            by.at(),
            false);
    Plan plan = Plan.of(version, contact, file.dossier().sender());
    LocalZone zone = version.settings().timeZone().zone(contact, file.dossier().sender());
    Entry entry = Entry.enrolled(by, step, version, zone);
    Enrollment fresh = Enrollment.begin(facts, plan.begin(step, by.at(), Wait.DELAY), entry);
    return Switching.under(fresh, file.dossier().switches(), by.at());
  }

  private Answer<Enrollment> enter(CaseFile file, Enrollment fresh, Version current, By by) {
    Enrollment old = file.enrollment();
    EnrollmentId holder = contacts.card(old.facts().contact()).lockedBy();
    if (holder == null || !holder.equals(old.id())) {
      return Answer.refused(new Conflict("the contact has a later enrollment: " + holder));
    }
    Decision stop = Moves.stop(old, StopReason.REENROLLED, by);
    Change ending = stop instanceof Decision.Changed(Change change) ? change : null;
    commit.arm(fresh, by.at());
    Entrance entrance =
        new Entrance(
            fresh,
            file.dossier().contact(),
            Map.of(),
            old.id(),
            ending,
            current.settings().account(fresh.facts().contact()).orElse(null));
    if (enrollments.create(entrance) == Entered.TAKEN) {
      return Answer.refused(new Conflict("the enrollment has just changed; look at it again"));
    }
    commit.places().release(old, by.at());
    return Answer.done(fresh);
  }
}
