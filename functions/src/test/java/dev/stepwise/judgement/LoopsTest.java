package dev.stepwise.judgement;

import static dev.stepwise.judgement.MachineMails.mail;
import static dev.stepwise.judgement.MachineMails.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.judgement.Judgement.Loop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopsTest {
  @ParameterizedTest
  @ValueSource(strings = {Loops.SENT, Loops.FORWARDED, "x-stepwise-mail"})
  void our_own_mark_on_a_mail_is_a_loop(String name) {
    assertThat(Loops.find(mail(name + ": 1\nSubject: Hello\n\nHi"))).containsInstanceOf(Loop.class);
  }

  @Test
  void our_mark_inside_of_a_report_or_a_quote_is_none() {
    assertThat(Loops.find(report(Loops.SENT + ": 1"))).isEmpty();
    assertThat(Loops.find(mail("Subject: Re: Hello\n\n> X-Stepwise-Mail: 1"))).isEmpty();
  }
}
