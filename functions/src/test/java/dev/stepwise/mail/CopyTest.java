package dev.stepwise.mail;

import static dev.stepwise.enrollment.EnrollmentExamples.call;
import static dev.stepwise.enrollment.EnrollmentExamples.opening;
import static dev.stepwise.enrollment.EnrollmentExamples.reply;
import static dev.stepwise.enrollment.EnrollmentExamples.version;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.enrollment.OwnCopy;
import dev.stepwise.sequence.Version;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CopyTest {
  private static final Values ADA = MailExamples.values(Map.of());
  private static final Version VERSION =
      version(
          opening("a", "About {{contact.fields.topic}}", "Dear {{contact.lastName}}"),
          reply("b", "Again"),
          call(true),
          opening("c", "New", "Text"));

  @Test
  void missing_tokens_are_told_with_their_steps() {
    assertThat(Copy.missing(VERSION, 1, Map.of(), ADA))
        .containsExactly(
            "step 1: contact.fields.topic has no value and no fallback",
            "step 1: contact.lastName has no value and no fallback",
            "step 2: contact.fields.topic has no value and no fallback");
  }

  @Test
  void steps_before_the_first_do_not_count_but_the_subject_they_lend_does() {
    assertThat(Copy.missing(VERSION, 2, Map.of(), ADA))
        .containsExactly("step 2: contact.fields.topic has no value and no fallback");
    assertThat(Copy.missing(VERSION, 3, Map.of(), ADA)).isEmpty();
  }

  @Test
  void own_copy_takes_the_place_of_what_is_missing() {
    Map<Integer, OwnCopy> own = Map.of(1, new OwnCopy("Hello", "Dear Ada"));

    assertThat(Copy.missing(VERSION, 1, own, ADA)).isEmpty();
  }

  @Test
  void a_task_needs_its_values_too() {
    Values nobody =
        new Values(
            dev.stepwise.contact.Contact.of(
                new dev.stepwise.contact.EmailAddress("x@prospect.example")),
            MailExamples.rita(null, null));

    assertThat(Copy.missing(VERSION, 3, Map.of(), nobody))
        .containsExactly("step 3: contact.firstName has no value and no fallback");
  }

  @Test
  void own_copy_belongs_to_emails_and_own_subjects_to_those_that_open_a_thread() {
    OwnCopy text = new OwnCopy(null, "text");
    OwnCopy subject = new OwnCopy("subject", null);

    assertThat(Copy.misplaced(VERSION, Map.of(1, subject, 2, text, 4, subject))).isEmpty();
    assertThat(Copy.misplaced(VERSION, Map.of(2, subject, 3, text, 5, text, 0, text)))
        .containsExactly(
            "overrides.0: step 0 takes no such copy",
            "overrides.2: step 2 takes no such copy",
            "overrides.3: step 3 takes no such copy",
            "overrides.5: step 5 takes no such copy");
  }
}
