package dev.stepwise.mail;

import static dev.stepwise.enrollment.EnrollmentExamples.opening;
import static dev.stepwise.enrollment.EnrollmentExamples.version;
import static dev.stepwise.mail.MailExamples.composer;
import static dev.stepwise.mail.MailExamples.dossier;
import static dev.stepwise.mail.MailExamples.rita;
import static dev.stepwise.mail.MailExamples.sending;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.mail.Composer.Composed;
import dev.stepwise.pacing.Pace;
import dev.stepwise.sender.Sender;
import dev.stepwise.sequence.Settings;
import dev.stepwise.sequence.Step;
import dev.stepwise.sequence.Version;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands below the copy, and what its HTML looks like. */
class FooterTest {
  private static final String QUESTION = "Would you rather not hear from me?";

  @Test
  void signature_address_and_opt_out_follow_the_copy_in_this_order() {
    Letter letter = letter(withOptOut(true, "Hello"), rita("Rita", "1 Main Street\nRome"));

    assertThat(letter.text())
        .startsWith("Hello\n\nRita\n\n1 Main Street\nRome\n" + QUESTION + " https://");
    assertThat(letter.html()).containsSubsequence("Hello", "Rita", "1 Main Street<br>", QUESTION);
  }

  @Test
  void the_opt_out_line_can_be_left_out_but_the_header_stays() {
    Letter letter = letter(withOptOut(false, "Hello"), rita("Rita", "1 Main Street"));

    assertThat(letter.text()).isEqualTo("Hello\n\nRita\n\n1 Main Street");
    assertThat(letter.html()).doesNotContain(QUESTION);
    assertThat(letter.headers()).containsKey("List-Unsubscribe");
  }

  @Test
  void without_address_and_line_nothing_follows() {
    Letter letter = letter(withOptOut(false, "Hello"), rita(null, null));

    assertThat(letter.text()).isEqualTo("Hello");
    assertThat(letter.html()).isEqualTo("<div dir=\"auto\">Hello</div>");
  }

  @Test
  void a_signature_that_the_copy_places_is_not_added_again() {
    Letter letter = letter(withOptOut(false, "{{sender.signature}}\nPS"), rita("Rita", null));

    assertThat(letter.text()).isEqualTo("Rita\nPS");
    assertThat(letter.html()).containsOnlyOnce("Rita");
  }

  @Test
  void generated_html_escapes_and_links() {
    String copy = "1 < 2 & \"3\"\nSee https://example.com/?a=1&b=2, or <http://x.example>.";

    Letter letter = letter(withOptOut(false, copy), rita(null, null));

    assertThat(letter.html())
        .isEqualTo(
            "<div dir=\"auto\">1 &lt; 2 &amp; &quot;3&quot;<br>\nSee "
                + "<a href=\"https://example.com/?a=1&amp;b=2\">https://example.com/?a=1&amp;b=2</a>,"
                + " or &lt;<a href=\"http://x.example\">http://x.example</a>&gt;.</div>");
  }

  @Test
  void values_in_html_of_ones_own_are_escaped() {
    Step.Email plain = opening("a", "Hi", "text");
    Step own = new Step.Email("a", plain.delay(), false, "Hi", "text", "<p>{{sender.name}}</p>");
    Sender sly = rita(null, null);
    Sender named =
        new Sender(
            sly.email(),
            "<Rita>",
            sly.timeZone(),
            null,
            null,
            Pace.FREE,
            null,
            null,
            sly.subjects());

    Letter letter = letter(version(own), named);

    assertThat(letter.html()).startsWith("<p>&lt;Rita&gt;</p>");
    assertThat(letter.text()).startsWith("text");
  }

  private static Version withOptOut(boolean visible, String text) {
    Settings d = Settings.DEFAULTS;
    Settings settings =
        new Settings(
            d.timeZone(),
            d.windows(),
            d.threading(),
            d.stopOn(),
            d.holidays(),
            d.onUnknownOutcome(),
            d.unknownGrace(),
            visible,
            d.outOfOffice(),
            d.softBounceLimit());
    Version v = version(opening("a", "Hi", text));
    return new Version(v.sequence(), 1, settings, v.steps(), v.createdAt());
  }

  private static Letter letter(Version version, Sender sender) {
    Composed composed = composer().compose(sending(1, null, List.of()), version, dossier(sender));
    return ((Composed.Ready) composed).letter();
  }
}
