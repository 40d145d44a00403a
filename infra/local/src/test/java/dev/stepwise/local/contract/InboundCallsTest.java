package dev.stepwise.local.contract;

import static dev.stepwise.contract.Fixtures.ADA;
import static dev.stepwise.contract.Fixtures.NOON;
import static dev.stepwise.contract.Fixtures.claimOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.contact.Domain;
import dev.stepwise.contract.Fixtures;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.MailThread;
import dev.stepwise.enrollment.Settlement;
import dev.stepwise.lambda.InboundReplyFunction;
import dev.stepwise.lambda.http.AnyContext;
import dev.stepwise.mail.Links;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How many calls it takes from the handler's start to the hold of a matched mail: two of the table
 * at most, and none of S3. The bucket is not there: the fetch fails, and the hold is all that there
 * is.
 */
class InboundCallsTest {
  private static final String SES_ID = "0102018f9a6b7c8d-3e4f5a6b-000001";
  private static final EnrollmentId E1 = new EnrollmentId("e1");

  private final LocalStore store = LocalStore.empty();

  @BeforeEach
  void a_contact_has_the_first_mail() {
    store.senders().save(Optional.empty(), Fixtures.rep());
    store.sequences().create(Fixtures.sequence(Fixtures.SEQUENCE.value(), NOON));
    Enrollment e = Fixtures.enrolled(E1.value(), ADA);
    store.enrollments().create(Fixtures.entrance(e));
    store.enrollments().claim(claimOf(e, "c1"));
    var sent = new Settlement.Sent(SES_ID, new MailThread(1, "Hello"), NOON);
    store.enrollments().save(Settlement.sent(found(), Fixtures.plan(), sent));
  }

  @Test
  void a_mail_that_its_recipient_leads_to_is_held_in_two_calls() {
    Links links = new Links(store.signingKeys(), "", new Domain("in.example.com"));
    String address = links.replyTo(E1, NOON).value();

    assertHeldInTwoCalls(event(address, "From", "eve@other.example"));
  }

  @Test
  void a_mail_that_its_references_lead_to_is_held_in_two_calls() {
    String references = "<x@y.example> <" + SES_ID + "@eu-west-1.amazonses.com>";

    assertHeldInTwoCalls(event("team@in.example.com", "References", references));
  }

  @Test
  void a_mail_that_its_author_leads_to_is_held_in_two_calls() {
    assertHeldInTwoCalls(event("team@in.example.com", "From", ADA.value()));
  }

  @Test
  void a_mail_that_everything_leads_to_is_held_in_two_calls() {
    Links links = new Links(store.signingKeys(), "", new Domain("in.example.com"));
    String address = links.replyTo(E1, NOON).value();

    assertHeldInTwoCalls(
        event(address, "From", ADA.value(), "In-Reply-To", "<" + SES_ID + "@email.amazonses.com>"));
  }

  private void assertHeldInTwoCalls(String event) {
    var function = new InboundReplyFunction(store.environmentWithoutMails(), () -> NOON);
    var in = new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8));
    int toldBefore = found().timeline().size();

    Calls.Bill bill =
        Calls.count(() ->
            assertThatThrownBy(() ->
                    function.handleRequest(in, OutputStream.nullOutputStream(), new AnyContext()))
                .hasMessageContaining("NoSuchBucketException"));

    System.out.printf("from the handler's start: %s%n", bill.calls);
    assertThat(bill.calls).containsOnlyOnce("TransactWriteItems").endsWith("GetObject");
    assertThat(bill.calls.indexOf("TransactWriteItems")).isLessThan(2);
    assertThat(found().isReading()).isTrue();
    assertThat(found().timeline()).hasSize(toldBefore + 1);
  }

  private Enrollment found() {
    return store.enrollments().find(E1).orElseThrow();
  }

  /** SES's notification of a mail to that address, with these fields: name, value, name … */
  private static String event(String recipient, String... fields) {
    StringBuilder headers = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      headers
          .append(headers.isEmpty() ? "" : ",")
          .append("{\"name\":\"%s\",\"value\":\"%s\"}".formatted(fields[i], fields[i + 1]));
    }
    return """
    {"Records":[{"eventSource":"aws:ses","eventVersion":"1.0","ses":{
      "mail":{"timestamp":"%s","source":"ada@prospect.example","messageId":"in1",
       "destination":["%s"],"headersTruncated":false,"headers":[%s],"commonHeaders":{}},
      "receipt":{"timestamp":"%s","processingTimeMillis":5,"recipients":["%s"],
       "spfVerdict":{"status":"PASS"},"dkimVerdict":{"status":"PASS"},
       "dmarcVerdict":{"status":"PASS"},"spamVerdict":{"status":"PASS"},
       "virusVerdict":{"status":"PASS"},"action":{"type":"Lambda"}}}}]}
    """
        .formatted(NOON, recipient, headers, NOON, recipient);
  }
}
