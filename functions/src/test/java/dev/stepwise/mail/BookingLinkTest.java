package dev.stepwise.mail;

import static dev.stepwise.cadence.CadenceExamples.noonInRome;
import static dev.stepwise.enrollment.EnrollmentExamples.opening;
import static dev.stepwise.enrollment.EnrollmentExamples.version;
import static dev.stepwise.mail.MailExamples.composer;
import static dev.stepwise.mail.MailExamples.dossier;
import static dev.stepwise.mail.MailExamples.read;
import static dev.stepwise.mail.MailExamples.sending;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentExamples;
import dev.stepwise.mail.Composer.Composed;
import dev.stepwise.mail.Token.Purpose;
import dev.stepwise.pacing.Pace;
import dev.stepwise.sender.Sender;
import dev.stepwise.sequence.Step;
import dev.stepwise.sequence.Version;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookingLinkTest {
  private static final Links LINKS = MailExamples.links(MailExamples.key("k01", "secret"));
  private static final Token TOKEN =
      LINKS.token(Purpose.BOOKING, EnrollmentExamples.ID, noonInRome());
  private static final String LINK = "https://calendly.com/rita/30min?month=2026-12";

  @ParameterizedTest
  @CsvSource({
    "https://calendly.com/rita, https://calendly.com/rita?utm_content=T",
    "https://calendly.com/rita?a=1, https://calendly.com/rita?a=1&utm_content=T",
    "https://calendly.com/rita?a=1&, https://calendly.com/rita?a=1&utm_content=T",
    "https://calendly.com/rita?, https://calendly.com/rita?utm_content=T",
    "https://calendly.com/rita#now, https://calendly.com/rita?utm_content=T#now",
    "https://calendly.com/rita?a=1#b?c, https://calendly.com/rita?a=1&utm_content=T#b?c",
    "https://calendly.com/rita?utm_content=x&a=1, https://calendly.com/rita?a=1&utm_content=T",
    "https://team.Calendly.COM/rita, https://team.Calendly.COM/rita?utm_content=T",
    "https://cal.com/rita/30min, https://cal.com/rita/30min?metadata%5Bstepwise%5D=T",
    "https://cal.com/r?metadata[stepwise]=x, https://cal.com/r?metadata%5Bstepwise%5D=T",
    "https://app.cal.com/rita?a=1, https://app.cal.com/rita?a=1&metadata%5Bstepwise%5D=T",
    "https://notcal.com/rita, https://notcal.com/rita?stepwise=T",
    "https://calendly.com.example/rita, https://calendly.com.example/rita?stepwise=T",
    "https://example.com/book?x=%20y, https://example.com/book?x=%20y&stepwise=T"
  })
  void each_tool_gets_the_token_where_it_hands_it_back(String link, String expected) {
    assertThat(BookingLink.with(link, TOKEN)).isEqualTo(expected.replace("T", TOKEN.toString()));
  }

  @Test
  void a_mails_link_carries_the_token_of_its_enrollment_in_text_and_html() {
    Enrollment e = sending(1, null, List.of());
    Letter letter =
        letter(e, version(opening("a", "Hello", "Book: {{sender.bookingLink}} or reply.")));
    String link = LINK + "&utm_content=" + token(e);

    assertThat(letter.text()).startsWith("Book: " + link + " or reply.");
    assertThat(letter.html()).contains("<a href=\"" + link.replace("&", "&amp;") + "\">");
  }

  @Test
  void html_of_ones_own_has_the_link_escaped() {
    Enrollment e = sending(1, null, List.of());
    Step.Email plain = opening("a", "Hello", "Book");
    Step.Email step =
        new Step.Email(
            plain.id(),
            plain.delay(),
            false,
            plain.subject(),
            plain.text(),
            "<a href=\"{{sender.bookingLink}}\">Book</a>");

    assertThat(letter(e, version(step)).html())
        .startsWith("<a href=\"" + LINK + "&amp;utm_content=" + token(e) + "\">Book</a>");
  }

  @Test
  void a_subject_carries_the_plain_link_for_it_names_the_thread_again_later() {
    Enrollment e = sending(1, null, List.of());
    Version version = version(opening("a", "{{sender.bookingLink}}", "Hello"));

    assertThat(letter(e, version).subject()).isEqualTo(LINK);
  }

  @Test
  void a_missing_link_is_missing_as_before_and_a_fallback_gets_no_token() {
    Enrollment e = sending(1, null, List.of());
    Version bare = version(opening("a", "Hello", "Book: {{sender.bookingLink}}"));
    Version safe = version(opening("a", "Hello", "Book: {{sender.bookingLink|just reply}}"));

    assertThat(composed(e, bare, null))
        .isEqualTo(new Composed.Missing(List.of("sender.bookingLink")));
    assertThat(((Composed.Ready) composed(e, safe, null)).letter().text())
        .startsWith("Book: just reply");
  }

  @Test
  void a_booking_token_is_no_reply_address_and_a_reply_address_no_booking_token() {
    String reply = LINKS.token(Purpose.REPLY, EnrollmentExamples.ID, noonInRome()).toString();

    assertThat(read(LINKS, Purpose.BOOKING, TOKEN.toString())).contains(EnrollmentExamples.ID);
    assertThat(read(LINKS, Purpose.REPLY, TOKEN.toString())).isEmpty();
    assertThat(read(LINKS, Purpose.REPLY, "r" + TOKEN.toString().substring(1))).isEmpty();
    assertThat(read(LINKS, Purpose.BOOKING, reply)).isEmpty();
    assertThat(read(LINKS, Purpose.BOOKING, "b" + reply.substring(1))).isEmpty();
  }

  private static String token(Enrollment e) {
    return LINKS.token(Purpose.BOOKING, e.id(), noonInRome()).toString();
  }

  private static Letter letter(Enrollment e, Version version) {
    return ((Composed.Ready) composed(e, version, LINK)).letter();
  }

  private static Composed composed(Enrollment e, Version version, @Nullable String link) {
    Sender rita = EnrollmentExamples.rita();
    Sender sender =
        new Sender(
            rita.email(),
            rita.name(),
            rita.timeZone(),
            null,
            null,
            Pace.FREE,
            link,
            null,
            Set.of());
    return composer().compose(e, version, dossier(sender));
  }
}
