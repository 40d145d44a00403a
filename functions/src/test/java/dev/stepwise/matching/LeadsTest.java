package dev.stepwise.matching;

import static dev.stepwise.matching.ReceiptExamples.clues;
import static dev.stepwise.matching.ReceiptExamples.headed;
import static dev.stepwise.matching.ReceiptExamples.mail;
import static dev.stepwise.matching.ReceiptExamples.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.inbound.Receipt;
import dev.stepwise.inbound.Verdicts;
import dev.stepwise.inbound.Verdicts.Verdict;
import dev.stepwise.mail.Token.Purpose;
import dev.stepwise.matching.Match.How;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which clues are true, and which is the surest. */
class LeadsTest {
  private static final EmailAddress ADA = new EmailAddress("ada@prospect.example");
  private static final EnrollmentId E1 = new EnrollmentId("e1");
  private static final EnrollmentId E2 = new EnrollmentId("e2");
  private static final String ID = "0102018f9a6b7c8d-000001";
  private static final Leads ALL = new Leads(Map.of(ID, E1), Map.of(ADA, E1));

  @Test
  void an_enrollment_is_found_once_by_the_surest_clue() {
    Receipt all =
        mail(
            token(Purpose.REPLY, "e1") + "@in.example.com",
            "In-Reply-To: <" + ID + "@x>",
            "From: ada@prospect.example");

    assertThat(ALL.follow(clues(all))).containsExactly(new Match(E1, How.TOKEN));
    assertThat(ALL.follow(clues(headed("In-Reply-To: <" + ID + "@x>", "From: " + ADA))))
        .containsExactly(new Match(E1, How.REFERENCE));
    assertThat(ALL.follow(clues(headed("From: " + ADA))))
        .containsExactly(new Match(E1, How.ADDRESS));
  }

  @Test
  void several_enrollments_are_found_the_surest_first() {
    Leads leads = new Leads(ALL.messages(), Map.of(ADA, E2));
    Receipt mail =
        mail(
            token(Purpose.REPLY, "e3") + "@in.example.com",
            "From: " + ADA,
            "References: <" + ID + ">");

    assertThat(leads.follow(clues(mail)))
        .containsExactly(
            new Match(new EnrollmentId("e3"), How.TOKEN),
            new Match(E1, How.REFERENCE),
            new Match(E2, How.ADDRESS));
  }

  @Test
  void an_address_that_opts_out_is_as_sure_as_one_for_replies() {
    Clues clues = clues(mail(token(Purpose.OPT_OUT, "e1") + "@in.example.com"));

    assertThat(ALL.follow(clues)).containsExactly(new Match(E1, How.TOKEN));
  }

  @Test
  void only_a_mail_to_an_address_that_opts_out_does_so() {
    Receipt optOut = mail(token(Purpose.OPT_OUT, "e1") + "@in.example.com");
    Receipt reply = mail(token(Purpose.REPLY, "e1") + "@in.example.com");

    assertThat(Incoming.of(optOut, clues(optOut), ALL).optOut()).isTrue();
    assertThat(Incoming.of(reply, clues(reply), ALL).optOut()).isFalse();
  }

  @Test
  void ids_and_authors_that_nobody_knows_lead_nowhere() {
    Clues clues =
        clues(headed("References: <0102018f9a6b7c8d-999999@x>", "From: bob@other.example"));

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
    return Incoming.of(receipt, clues(receipt), ALL);
  }
}
