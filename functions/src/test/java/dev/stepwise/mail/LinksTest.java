package dev.stepwise.mail;

import static dev.stepwise.cadence.CadenceExamples.noonInRome;
import static dev.stepwise.mail.MailExamples.key;
import static dev.stepwise.mail.MailExamples.links;
import static dev.stepwise.mail.MailExamples.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.enrollment.EnrollmentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LinksTest {
  private static final Instant NOW = noonInRome();
  private static final EnrollmentId LONGEST = new EnrollmentId("z".repeat(32));
  private static final Links LINKS = links(key("k01", "secret"));

  @Test
  void a_local_part_stays_under_64_characters_with_the_longest_ids() {
    String local = local(LINKS, LONGEST);

    assertThat(local).hasSizeLessThan(64).matches("[0-9a-z]+");
  }

  @Test
  void a_link_leads_to_the_unsubscribe_page() {
    String link = LINKS.unsubscribe(LONGEST, NOW);

    assertThat(link).matches("https://api\\.example\\.com/u/u[0-9a-z]+");
  }

  @Test
  void an_address_opts_out_and_is_no_reply_address() {
    String local = LINKS.optOut(LONGEST, NOW).value().split("@", 2)[0];

    assertThat(local).hasSizeLessThan(64);
    assertThat(read(LINKS, Token.Purpose.OPT_OUT, local)).contains(LONGEST);
    assertThat(read(LINKS, Token.Purpose.REPLY, local)).isEmpty();
  }

  @Test
  void a_token_for_one_purpose_is_nothing_for_another() {
    String reply = local(LINKS, LONGEST);
    String unsubscribe = token(LINKS, LONGEST);

    assertThat(reply).startsWith("rk01").endsWith(LONGEST.value());
    assertThat(unsubscribe).startsWith("uk01").endsWith(LONGEST.value());
    assertThat(mac(reply)).isNotEqualTo(mac(unsubscribe));
  }

  @Test
  void a_token_changes_with_its_key_the_keys_name_and_its_enrollment() {
    List<String> macs = new ArrayList<>();
    macs.add(mac(local(LINKS, LONGEST)));
    macs.add(mac(local(links(key("k01", "other")), LONGEST)));
    macs.add(mac(local(links(key("k02", "secret")), LONGEST)));
    macs.add(mac(local(LINKS, new EnrollmentId("y".repeat(32)))));

    assertThat(macs).doesNotHaveDuplicates();
  }

  @Test
  void a_token_is_the_same_each_time() {
    assertThat(local(LINKS, LONGEST)).isEqualTo(local(LINKS, LONGEST));
  }

  @Test
  void a_token_is_read_by_its_purpose_only_in_any_case() {
    String reply = local(LINKS, LONGEST);

    assertThat(read(LINKS, Token.Purpose.REPLY, reply.toUpperCase(Locale.ROOT))).contains(LONGEST);
    assertThat(read(LINKS, Token.Purpose.UNSUBSCRIBE, reply)).isEmpty();
    assertThat(read(LINKS, Token.Purpose.UNSUBSCRIBE, "u" + reply.substring(1))).isEmpty();
  }

  @Test
  void a_token_that_differs_in_one_character_or_is_of_another_key_is_none() {
    String reply = local(LINKS, LONGEST);

    for (int i = 0; i < reply.length(); i++) {
      char other = reply.charAt(i) == 'q' ? 'p' : 'q';
      String changed = reply.substring(0, i) + other + reply.substring(i + 1);
      assertThat(read(LINKS, Token.Purpose.REPLY, changed)).isEmpty();
    }
    assertThat(read(links(key("k01", "other")), Token.Purpose.REPLY, reply)).isEmpty();
  }

  @Test
  void a_token_is_found_within_what_a_forwarder_makes_of_an_address() {
    String address = LINKS.replyTo(LONGEST, NOW).value();
    String rewritten = "SRS0=x9Qz=4T=in.example.com=" + local(LINKS, LONGEST) + "@fwd.example";

    assertThat(Token.within(Token.Purpose.REPLY, address)).singleElement().isEqualTo(token());
    assertThat(Token.within(Token.Purpose.REPLY, rewritten)).singleElement().isEqualTo(token());
    assertThat(Token.within(Token.Purpose.REPLY, "ada@prospect.example")).isEmpty();
  }

  private static Token token() {
    return LINKS.token(Token.Purpose.REPLY, LONGEST, NOW);
  }

  private static String local(Links links, EnrollmentId id) {
    String address = links.replyTo(id, NOW).value();
    return address.substring(0, address.indexOf('@'));
  }

  private static String token(Links links, EnrollmentId id) {
    String link = links.unsubscribe(id, NOW);
    return link.substring(link.lastIndexOf('/') + 1);
  }

  private static String mac(String token) {
    return token.substring(4, 23);
  }
}
