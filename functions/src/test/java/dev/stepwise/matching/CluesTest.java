package dev.stepwise.matching;

import static dev.stepwise.cadence.CadenceExamples.noonInRome;
import static dev.stepwise.matching.ReceiptExamples.clues;
import static dev.stepwise.matching.ReceiptExamples.headed;
import static dev.stepwise.matching.ReceiptExamples.mail;
import static dev.stepwise.matching.ReceiptExamples.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.inbound.Receipt;
import dev.stepwise.mail.Token;
import dev.stepwise.mail.Token.Purpose;
import dev.stepwise.mail.Tokens;
import dev.stepwise.memory.Memory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found in a mail: of tokens only our own. */
class CluesTest {
  private static final Token REPLY = token(Purpose.REPLY, "e1");
  private static final Token OPT_OUT = token(Purpose.OPT_OUT, "e1");
  private static final String ID = "0102018f9a6b7c8d-3e4f5a6b-7c8d-4e9f-a0b1-c2d3e4f5a6b7-000000";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s@in.example.com",
        "<%s@in.example.com>",
        "team+%s@in.example.com",
        "SRS0=aBcD=K7=in.example.com=%s@forwarder.example",
        "srs1=x9=gate.example==aBcD=K7=in.example.com=%s@forwarder.example",
        "prvs=123456789a=%s@in.example.com"
      })
  void a_token_is_found_in_a_recipient_however_it_is_wrapped(String address) {
    String lower = address.formatted(REPLY);

    assertThat(clues(mail(lower)).replies()).containsExactly(REPLY);
    assertThat(clues(mail(lower.toUpperCase(Locale.ROOT))).replies()).containsExactly(REPLY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "To",
        "Cc",
        "cc",
        "Delivered-To",
        "X-Original-To",
        "X-Forwarded-To",
        "Envelope-To"
      })
  void a_token_is_found_where_the_mail_says_to_whom_it_went(String field) {
    String value = ": Rita <rita@example.com>, \"Rita\" <" + REPLY + "@in.example.com>";

    assertThat(clues(headed(field + value)).replies()).containsExactly(REPLY);
  }

  @Test
  void a_token_in_any_other_field_is_none() {
    String address = REPLY + "@in.example.com";

    Clues clues = clues(headed("Subject: " + address, "Reply-To: " + address));

    assertThat(clues.replies()).isEmpty();
  }

  @Test
  void a_token_is_told_by_what_it_is_good_for() {
    Clues clues = clues(mail(OPT_OUT + "@in.example.com", "Cc: " + REPLY + "@in.example.com"));

    assertThat(clues.replies()).containsExactly(REPLY);
    assertThat(clues.optOuts()).containsExactly(OPT_OUT);
  }

  @ParameterizedTest
  @EnumSource(names = {"UNSUBSCRIBE", "BOOKING", "ATTACHMENT"})
  void a_token_for_another_purpose_is_none(Purpose purpose) {
    Clues clues = clues(mail(token(purpose, "e1") + "@in.example.com"));

    assertThat(clues.replies()).isEmpty();
    assertThat(clues.optOuts()).isEmpty();
  }

  @Test
  void a_token_whose_purpose_or_enrollment_was_changed_is_none() {
    String asOptOut = "o" + REPLY.toString().substring(1);
    String asOther = REPLY.toString().replaceAll("e1$", "e2");

    assertThat(Token.parse(Purpose.OPT_OUT, asOptOut)).isPresent();
    assertThat(clues(mail(asOptOut + "@in.example.com")).optOuts()).isEmpty();
    assertThat(Token.parse(Purpose.REPLY, asOther)).isPresent();
    assertThat(clues(mail(asOther + "@in.example.com")).replies()).isEmpty();
  }

  @Test
  void a_token_that_others_signed_is_none() {
    Tokens others = new Tokens(new Memory(new Random(2)).signingKeys());
    Receipt ours = mail(REPLY + "@in.example.com");

    assertThat(Clues.of(ours, others).replies()).isEmpty();
    others.of(Purpose.REPLY, new EnrollmentId("e1"), noonInRome());
    assertThat(Clues.of(ours, others).replies()).isEmpty();
  }

  /** A key verifies for 400 days after its period of 90. */
  @Test
  void a_token_of_two_years_ago_is_none() {
    Receipt now = mail(REPLY + "@in.example.com");
    Receipt later =
        new Receipt(
            now.id(),
            now.at().plus(Duration.ofDays(730)),
            "",
            now.recipients(),
            now.headers(),
            now.verdicts());

    assertThat(clues(later).replies()).isEmpty();
  }

  @Test
  void of_very_many_tokens_ten_are_tried() {
    String many =
        IntStream.range(0, 500)
            .mapToObj(i -> token(Purpose.REPLY, "e" + i) + "@in.example.com")
            .collect(Collectors.joining(", "));

    assertThat(clues(headed("To: " + many)).replies()).hasSize(10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<%s@email.amazonses.com>",
        "<%s@eu-west-1.amazonses.com>",
        "%s@eu-west-1.amazonses.com",
        "<%s>",
        "%s",
        "\"%s@email.amazonses.com\"",
        "Your mail of Monday <%s@email.amazonses.com>",
        "<other@prospect.example>\r\n\t<%s@email.amazonses.com>",
        "<other@prospect.example>,<%s@email.amazonses.com>",
        "<other@prospect.example><%s@email.amazonses.com>"
      })
  void the_id_of_a_mail_of_ours_is_found_bare(String value) {
    assertThat(clues(headed("In-Reply-To: " + value.formatted(ID))).messageIds())
        .containsExactly(ID);
    assertThat(clues(headed("References: " + value.formatted(ID))).messageIds())
        .containsExactly(ID);
    assertThat(Clues.ofMessages(List.of(value.formatted(ID))).messageIds()).containsExactly(ID);
  }

  @Test
  void what_is_answered_comes_first_and_then_the_latest_references() {
    Clues clues = clues(headed("References: " + ids(1, 3), "In-Reply-To: <" + id(2) + "@x>"));

    assertThat(clues.messageIds()).containsExactly(id(2), id(3), id(1));
  }

  @Test
  void of_very_many_references_the_latest_forty_are_tried() {
    Clues clues = clues(headed("References: " + ids(1, 5_000)));

    assertThat(clues.messageIds()).hasSize(40).startsWith(id(5_000), id(4_999)).endsWith(id(4_961));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "<>", "<<<>>>", "@@@", "hello", "<short@x>", ",;\"'", "<a b c>"})
  void garbage_is_no_id(String value) {
    assertThat(clues(headed("In-Reply-To: " + value, "References: " + value)).messageIds())
        .isEmpty();
  }

  @Test
  void an_endless_word_is_no_id() {
    assertThat(clues(headed("References: " + "a".repeat(1_000_000))).messageIds()).isEmpty();
  }

  @Test
  void one_author_is_clear() {
    Clues clues = clues(headed("From: \"Byron, Ada\" <Ada@Prospect.example>"));

    assertThat(clues.from()).containsExactly(new EmailAddress("ada@prospect.example"));
    assertThat(clues.isAuthorUnclear()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Subject: nobody wrote this",
        "From: ",
        "From: undisclosed:;",
        "From: not an address",
        "From: ada@prospect.example, eve@evil.example",
        "From: Engines: ada@prospect.example, eve@evil.example;"
      })
  void no_author_and_several_are_unclear(String field) {
    assertThat(clues(headed(field)).isAuthorUnclear()).isTrue();
  }

  @Test
  void two_from_fields_are_two_authors() {
    Clues clues = clues(headed("From: ada@prospect.example", "From: eve@evil.example"));

    assertThat(clues.isAuthorUnclear()).isTrue();
    assertThat(clues.from()).hasSize(2);
  }

  private static String ids(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(i -> "<" + id(i) + "@email.amazonses.com>")
        .collect(Collectors.joining(" "));
  }

  private static String id(int number) {
    return "0102018f9a6b7c8d-%06d".formatted(number);
  }
}
