package dev.stepwise.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.aws.Aws;
import dev.stepwise.forward.Answers;
import dev.stepwise.forward.Forwarding;
import dev.stepwise.mail.AttachmentTokens;
import dev.stepwise.usecase.ForwardAnswer;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rep finds behind the link to an attachment that was too large to forward. */
class AttachmentLinksTest {
  @RegisterExtension static final Running RUNNING = new Running();

  private static final Pattern LINK = Pattern.compile("/attachments/(\\w+)/(\\w+)/(\\d+)");
  private static final String MAIL =
      """
      From: Ada <ada@prospect.example>
      Subject: The plans
      Content-Type: multipart/mixed; boundary=b

      --b

      See attached.
      --b
      Content-Type: text/html
      Content-Disposition: attachment; filename="plans.html"

      <p>These are the plans, in far too many words.</p>
      --b
      Content-Type: image/png
      Content-Disposition: attachment; filename="other.png"

      Other plans, which are also in far too many words.
      --b--
      """;

  @Test
  void a_link_that_is_three_hundred_days_old_still_works() {
    var link = link();

    RUNNING.stepwise().advance("P300D");
    var answer = anybody().get(link).is(302);

    var file = anybody().get(URI.create(answer.header("location")).toString()).is(200);
    assertThat(file.text()).isEqualTo("<p>These are the plans, in far too many words.</p>");
    assertThat(file.header("content-type")).isEqualTo("application/octet-stream");
    assertThat(file.header("content-disposition")).startsWith("attachment; ");
    assertThat(answer.header("cache-control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @CsvSource({
    "(\\w+)/mail1/1, $1/mail1/2",
    "(\\w+)/mail1/1, $1/mail1/01",
    "(\\w+)/mail1/1, $1/mail1/-1",
    "(\\w+)/mail1/1, $1/mail1/99999",
    "(\\w+)/mail1/1, $1/mail2/1",
    "(\\w+)/mail1/1, $1/..%2Finbound/1",
    "/a(\\w{3}), /u$1",
    "/a(\\w{3}), /a000",
    "(\\w+)e1/mail1/1, $1e2/mail1/1",
    "(\\w+)/mail1/1, x/mail1/1"
  })
  void a_link_that_was_changed_leads_nowhere(String part, String change) {
    var link = link();

    var changed = link.replaceFirst(part, change);

    assertThat(changed).isNotEqualTo(link);
    anybody().get(changed).is(404);
    anybody().get(link).is(302);
  }

  @Test
  void a_link_to_what_was_erased_leads_nowhere() {
    var link = link();

    aws().attachments().delete("mail1");

    anybody().get(link).is(404);
  }

  /** Forwards a mail and takes the first link out of what the rep got. */
  private static String link() {
    var aws = aws();
    var stepwise = RUNNING.stepwise();
    var forwarding = new Forwarding(new AttachmentTokens(aws.signingKeys()), "", 20);
    var forward = new ForwardAnswer(forwarding, aws.attachments(), aws.forwarder(), stepwise::now);
    var arrival = Answers.arrival(MAIL);
    forward.forward(arrival, Answers.REPORT);
    // The first link after a leap of time is signed by a new key, which is looked for so often.
    stepwise.advance("PT10S");
    var link = LINK.matcher(stepwise.mails(Stepwise.REP).getLast().text("text"));
    assertThat(link.find()).isTrue();
    return Objects.requireNonNull(link.group());
  }

  /** The adapters as the functions have them: the SDK's settings lead to the running system. */
  private static Aws aws() {
    return new Aws(
        Map.of(
            "TABLE_NAME", "stepwise-Table",
            "INBOUND_BUCKET", "stepwise-InboundBucket",
            "CONFIGURATION_SET", "stepwise-mail",
            "SIGNING_KEYS", "/stepwise/stepwise/keys"),
        new SecureRandom(),
        RUNNING.stepwise()::now);
  }

  /** Somebody without a token. */
  private static Caller anybody() {
    return new Caller(RUNNING.stepwise().rep.base(), "");
  }
}
