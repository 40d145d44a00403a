package dev.stepwise.matching;

import static dev.stepwise.cadence.CadenceExamples.noonInRome;
import static dev.stepwise.matching.ReceiptExamples.KEYS;
import static dev.stepwise.matching.ReceiptExamples.headed;
import static dev.stepwise.matching.ReceiptExamples.mail;
import static dev.stepwise.matching.ReceiptExamples.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.inbound.Receipt;
import dev.stepwise.inbound.Verdicts;
import dev.stepwise.inbound.Verdicts.Verdict;
import dev.stepwise.mail.SigningKeys;
import dev.stepwise.mail.Token.Purpose;
import dev.stepwise.matching.Match.How;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which clues are true, and which is the surest. */
class LeadsTest {
  private static final EmailAddress ADA = new EmailAddress("ada@prospect.example");
  private static final EnrollmentId E1 = new EnrollmentId("e1");
  private static final EnrollmentId E2 = new EnrollmentId("e2");
  private static final String ID = "0102018f9a6b7c8d-000001";
  private static final SigningKeys.Named KEY = KEYS.current(noonInRome());
  private static final Leads ALL =
      new Leads(Map.of(KEY.id(), KEY), Map.of(ID, E1), Map.of(ADA, E1));

  @Test
  void an_enrollment_is_found_once_by_the_surest_clue() {
    Receipt all =
        mail(
            token(Purpose.REPLY, "e1") + "@in.example.com",
            "In-Reply-To: <" + ID + "@x>",
            "From: ada@prospect.example");

    assertThat(ALL.follow(Clues.of(all))).containsExactly(new Match(E1, How.TOKEN));
    assertThat(ALL.follow(Clues.of(headed("In-Reply-To: <" + ID + "@x>", "From: " + ADA))))
        .containsExactly(new Match(E1, How.REFERENCE));
    assertThat(ALL.follow(Clues.of(headed("From: " + ADA))))
        .containsExactly(new Match(E1, How.ADDRESS));
  }

  @Test
  void several_enrollments_are_found_the_surest_first() {
    Leads leads = new Leads(ALL.keys(), ALL.messages(), Map.of(ADA, E2));
    Receipt mail =
        mail(
            token(Purpose.REPLY, "e3") + "@in.example.com",
            "From: " + ADA,
            "References: <" + ID + ">");

    assertThat(leads.follow(Clues.of(mail)))
        .containsExactly(
            new Match(new EnrollmentId("e3"), How.TOKEN),
            new Match(E1, How.REFERENCE),
            new Match(E2, How.ADDRESS));
  }

  @Test
  void an_address_that_opts_out_is_as_sure_as_one_for_replies() {
    Clues clues = Clues.of(mail(token(Purpose.OPT_OUT, "e1") + "@in.example.com"));

    assertThat(ALL.follow(clues)).containsExactly(new Match(E1, How.TOKEN));
    assertThat(ALL.isOptOut(clues)).isTrue();
    assertThat(ALL.isOptOut(Clues.of(mail(token(Purpose.REPLY, "e1") + "@in.example.com"))))
        .isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"UNSUBSCRIBE", "BOOKING", "ATTACHMENT"})
  void a_token_of_another_purpose_leads_nowhere(Purpose purpose) {
    assertThat(ALL.follow(Clues.of(mail(token(purpose, "e1") + "@in.example.com")))).isEmpty();
  }

  @Test
  void a_token_whose_purpose_or_enrollment_was_changed_leads_nowhere() {
    String reply = token(Purpose.REPLY, "e1").toString();
    Clues asOptOut = Clues.of(mail("o" + reply.substring(1) + "@in.example.com"));
    Clues asOther = Clues.of(mail(reply.replaceAll("e1$", "e2") + "@in.example.com"));

    assertThat(asOptOut.optOuts()).hasSize(1);
    assertThat(asOther.replies()).hasSize(1);
    assertThat(ALL.follow(asOptOut)).isEmpty();
    assertThat(ALL.isOptOut(asOptOut)).isFalse();
    assertThat(ALL.follow(asOther)).isEmpty();
  }

  @Test
  void a_token_of_an_unknown_or_another_key_leads_nowhere() {
    Clues clues = Clues.of(mail(token(Purpose.REPLY, "e1") + "@in.example.com"));
    var forged = new SigningKeys.Named(KEY.id(), new SecretKeySpec(new byte[32], "HmacSHA256"));

    assertThat(new Leads(Map.of(), Map.of(), Map.of()).follow(clues)).isEmpty();
    assertThat(new Leads(Map.of(KEY.id(), forged), Map.of(), Map.of()).follow(clues)).isEmpty();
  }

  @Test
  void ids_and_authors_that_nobody_knows_lead_nowhere() {
    Clues clues =
        Clues.of(headed("References: <0102018f9a6b7c8d-999999@x>", "From: bob@other.example"));

    assertThat(clues.messageIds()).hasSize(1);
    assertThat(ALL.follow(clues)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void only_an_author_may_be_forged(How how) {
    Match match = new Match(E1, how);

    assertThat(incoming(Verdict.FAIL, false).isSure(match)).isEqualTo(how != How.ADDRESS);
    assertThat(incoming(Verdict.PASS, true).isSure(match)).isEqualTo(how != How.ADDRESS);
    assertThat(incoming(Verdict.PASS, false).isSure(match)).isTrue();
    assertThat(incoming(Verdict.GRAY, false).isSure(match)).isTrue();
  }

  private static Incoming incoming(Verdict dmarc, boolean severalAuthors) {
    Verdicts verdicts = new Verdicts(Verdict.PASS, Verdict.PASS, dmarc, Verdict.PASS, Verdict.PASS);
    String from = severalAuthors ? "From: a@b.example, " + ADA : "From: " + ADA;
    Receipt plain = headed(from);
    Receipt receipt =
        new Receipt(plain.id(), plain.at(), "", plain.recipients(), plain.headers(), verdicts);
    return Incoming.of(receipt, Clues.of(receipt), ALL);
  }
}
