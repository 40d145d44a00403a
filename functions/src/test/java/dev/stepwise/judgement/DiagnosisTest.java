package dev.stepwise.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.judgement.Judgement.Bounce.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // The address is wrong.
        "HARD | 5.1.1 | smtp; 550 5.1.1 <ada@example.org>: Recipient address rejected: User unknown",
        "HARD | 5.1.1 | smtp; 550-5.1.1 The email account that you tried to reach does not exist.",
        "HARD | 5.1.10 | smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found",
        "HARD | 5.4.1 | smtp;550 5.4.1 Recipient address rejected: Access denied. [AMS]",
        "HARD | 5.0.0 | smtp; 550 No such user here",
        "HARD | 5.7.1 | smtp; 550 5.7.1 No such user!",
        "HARD | `` | 553 sorry, that address is in my badrcptto list; no mailbox here by that name",
        "HARD | `` | 550 sorry, no mailbox here by that name (#5.1.1 - chkuser)",
        "HARD | `` | 550-No Such User Here",
        "HARD | `` | 550 Requested action not taken: mailbox unavailable",
        "HARD | 5.1.1 | smtp; 550",
        "HARD | `` | utilisateur inconnu !",
        "HARD | `` | Benutzer unbekannt",
        "HARD | `` | User ada (ada@example.org) not listed in Domino Directory",
        "HARD | `` | 554 delivery error: dd This user doesn't have an example.org account",
        "HARD | `` | ada has been replaced by grace@example.org",
        // Its host is wrong, or takes no mail.
        "HARD | 5.1.2 | smtp; 550 5.1.2 Bad destination system address",
        "HARD | 5.4.4 | X-Postfix; Host or domain name not found. Name service error",
        "HARD | `` | Sorry, I couldn't find any host named example.invalid. (#5.1.2)",
        "HARD | 5.1.10 | smtp; 556 5.1.10 Domain does not accept mail (nullMX)",
        "HARD | 5.4.310 | smtp;550 5.4.310 DNS domain example.invalid does not exist",
        // Full, closed, large.
        "SOFT | 5.2.2 | smtp; 552 5.2.2 Mailbox full",
        "SOFT | 5.1.1 | smtp; 550 User over quota. (#5.1.1)",
        "SOFT | 5.1.1 | smtp; 550 5.1.1 recipient was rejected: mailbox would exceed maximum allowed storage",
        "SOFT | 5.2.1 | smtp; 550 5.2.1 The email account that you tried to reach is disabled.",
        "SOFT | 5.2.1 | smtp; 550",
        "SOFT | `` | 550 this account has been temporarily suspended",
        "SOFT | 5.3.4 | smtp; 552 5.3.4 Message size exceeds fixed limit",
        // Policy, and the sender.
        "SOFT | 5.7.1 | smtp; 554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org",
        "SOFT | 5.7.26 | smtp; 550 5.7.26 This mail is unauthenticated",
        "SOFT | 5.1.8 | smtp; 550 5.1.8 <rep@example.com>: Sender address rejected: Domain not found",
        "SOFT | `` | 550 Verification failed for <rep@example.com>, no such user: sender verify failed",
        "SOFT | 5.7.1 | smtp; 550 5.7.1 Recipient address rejected: Greylisted",
        "SOFT | 5.7.1 | smtp; 550 5.7.1 Relaying denied",
        "SOFT | 5.7.1 | smtp; 550 5.7.1 RESOLVER.RST.NotAuthorized; not authorized",
        // Not for good, whatever the words.
        "SOFT | 4.1.1 | smtp; 450 4.1.1 <ada@example.org>: Recipient address rejected: User unknown",
        "SOFT | `` | 450 unknown user, come back",
        "SOFT | 4.4.7 | smtp; message expired",
        "SOFT | 4.4.1 | connection timed out",
        // Nothing to go by.
        "SOFT | 5.0.0 | smtp; 550 administrative reasons",
        "SOFT | `` | ``"
      })
  void the_words_decide_before_the_status(Kind kind, String status, String diagnostic) {
    assertThat(Diagnosis.of(status, diagnostic, "").kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "smtp; 550 5.2.0 host relay.user-unknown.example said no",
        "smtp; 554 nosuchuser@example.org: no",
        "smtp; 554 see https://example.org/why#user-unknown"
      })
  void words_within_names_of_hosts_addresses_and_links_are_no_reasons(String diagnostic) {
    assertThat(Diagnosis.of("5.0.0", diagnostic, "").kind()).isEqualTo(Kind.SOFT);
  }

  @Test
  void the_explanation_counts_where_the_diagnostic_says_nothing() {
    Diagnosis why = Diagnosis.of("5.0.0", "smtp; 554 no", "mail.local: unknown user: ada");

    assertThat(why.kind()).isEqualTo(Kind.HARD);
    assertThat(why.reason()).isEqualTo("unknown user");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "550-5.1.1 no                          | 5.1.1",
        "(#5.1.2)                              | 5.1.2",
        "5.0.0 and then 5.7.26                 | 5.7.26",
        "5.0.0                                 | 5.0.0",
        "host 5.1.1.7 of version 4.5.6.7       | ``",
        "192.0.2.25                            | ``",
        "3.1.1 and 5.9.1 and 15.1.1            | ``"
      })
  void an_enhanced_status_code_is_told_from_other_numbers(String text, String code) {
    assertThat(StatusCode.of(text).map(StatusCode::value).orElse("")).isEqualTo(code);
  }
}
