package dev.stepwise.mail;

import static dev.stepwise.cadence.CadenceExamples.noonInRome;

import dev.stepwise.contact.Contact;
import dev.stepwise.contact.Domain;
import dev.stepwise.enrollment.Dossier;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentExamples;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.enrollment.MailThread;
import dev.stepwise.enrollment.OwnCopy;
import dev.stepwise.enrollment.Switches;
import dev.stepwise.pacing.Pace;
import dev.stepwise.sender.Sender;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Keys, links, dossiers and enrollments in the middle of a thread. */
final class MailExamples {
  private MailExamples() {}

  static SigningKeys.Named key(String id, String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.US_ASCII);
    return new SigningKeys.Named(id, new SecretKeySpec(bytes, "HmacSHA256"));
  }

  static Links links(SigningKeys.Named key) {
    SigningKeys one =
        new SigningKeys() {
          @Override
          public Named current(Instant now) {
            return key;
          }

          @Override
          public Optional<Named> find(String id, Instant now) {
            return Optional.of(key).filter(own -> own.id().equals(id));
          }
        };
    return new Links(one, "https://api.example.com", new Domain("in.example.com"));
  }

  /** The enrollment that a token names by these keys. */
  static Optional<EnrollmentId> read(Links links, Token.Purpose purpose, String text) {
    return new Tokens(links.keys()).read(purpose, text, noonInRome());
  }

  static Composer composer() {
    return new Composer(links(key("k01", "secret")), "email.amazonses.com");
  }

  static Values values(Map<String, String> fields) {
    Contact ada = EnrollmentExamples.ada();
    return new Values(
        new Contact(ada.email(), ada.firstName(), null, ada.company(), null, null, fields),
        EnrollmentExamples.rita());
  }

  static Sender rita(@Nullable String signature, @Nullable String postalAddress) {
    Sender rita = EnrollmentExamples.rita();
    return new Sender(
        rita.email(),
        rita.name(),
        rita.timeZone(),
        signature,
        postalAddress,
        Pace.FREE,
        null,
        null,
        rita.subjects());
  }

  static Dossier dossier(Sender sender) {
    return dossier(EnrollmentExamples.ada(), sender, Map.of());
  }

  static Dossier dossier(Contact contact, Sender sender, Map<Integer, OwnCopy> overrides) {
    return new Dossier(contact, sender, null, overrides, null, Switches.NONE, List.of());
  }

  /** Sending a step, when the mails of those steps have these message ids. */
  static Enrollment sending(int step, @Nullable MailThread thread, List<Entry> sent) {
    Enrollment e = EnrollmentExamples.sendingStep(step);
    List<Entry> timeline = new ArrayList<>(e.timeline());
    timeline.addAll(sent);
    return new Enrollment(
        e.facts(),
        e.revision(),
        e.generation(),
        e.attempt(),
        e.state(),
        e.claim(),
        thread,
        e.openTasks(),
        e.holds(),
        timeline);
  }

  static Entry sent(int step, String messageId) {
    return Entry.of(noonInRome(), Entry.Type.SENT, step, messageId);
  }
}
