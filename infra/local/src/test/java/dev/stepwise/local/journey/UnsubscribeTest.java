package dev.stepwise.local.journey;

import static dev.stepwise.local.journey.Bodies.contact;
import static dev.stepwise.local.journey.Bodies.email;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.local.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What mail programs, people and scanners do with the link in a mail. */
class UnsubscribeTest {
  @RegisterExtension static final Running RUNNING = new Running();

  private static final Pattern LINK = Pattern.compile("https?://[^/>]+(/u/[0-9a-z]+)");
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String ONE_CLICK = "List-Unsubscribe=One-Click";
  private static final String MULTIPART =
      "--b\r\ncontent-disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--";

  @Test
  void a_mail_carries_a_link_and_an_address_to_opt_out_by() {
    var stepwise = RUNNING.stepwise();
    stepwise.enroll(twoMails(), contact("head@out.example"));
    stepwise.settle();

    var headers = mail("head@out.example").object("headers");

    assertThat(headers.text("List-Unsubscribe"))
        .matches("<mailto:o[0-9a-z]+@[^?]+\\?subject=unsubscribe>, <https?://[^>]+/u/u[0-9a-z]+>");
    assertThat(headers.text("List-Unsubscribe-Post")).isEqualTo(ONE_CLICK);
  }

  @ParameterizedTest
  @CsvSource({
    "form,application/x-www-form-urlencoded,List-Unsubscribe=One-Click,one-click",
    "none,application/x-www-form-urlencoded,'',one-click",
    "json,application/json,{},one-click",
    "button,application/x-www-form-urlencoded,from=page,page"
  })
  void a_post_opts_out_whatever_its_body(String who, String type, String body, String way) {
    var stepwise = RUNNING.stepwise();
    var id = stepwise.enroll(twoMails(), contact(who + "@out.example"));
    stepwise.settle();

    post(link(who + "@out.example"), type, body).is(200);

    optedOut(id, who + "@out.example", way);
  }

  @Test
  void one_click_may_be_multipart() {
    var stepwise = RUNNING.stepwise();
    var id = stepwise.enroll(twoMails(), contact("multi@out.example"));
    stepwise.settle();

    post(link("multi@out.example"), "multipart/form-data; boundary=b", MULTIPART).is(200);

    optedOut(id, "multi@out.example", "one-click");
  }

  @Test
  void a_second_post_changes_nothing() {
    var stepwise = RUNNING.stepwise();
    var id = stepwise.enroll(twoMails(), contact("twice@out.example"));
    stepwise.settle();
    var link = link("twice@out.example");
    post(link, FORM, ONE_CLICK).is(200);
    var suppression = stepwise.rep.get("/suppressions/twice@out.example").is(200).text();

    stepwise.advance("P1D");
    post(link, FORM, "from=page").is(200);

    assertThat(stepwise.told(id)).containsExactly("enrolled", "sent", "opted_out", "stopped");
    assertThat(stepwise.rep.get("/suppressions/twice@out.example").text()).isEqualTo(suppression);
  }

  @Test
  void a_scanner_that_follows_the_link_does_nothing() {
    var stepwise = RUNNING.stepwise();
    var id = stepwise.enroll(twoMails(), contact("scanned@out.example"));
    stepwise.settle();
    var link = link("scanned@out.example");

    var page = anybody().get(link).is(200);
    var head = anybody().send("HEAD", link, "").is(200);
    stepwise.advance("P3D");

    assertThat(page.text()).contains("<form method=\"post\">").doesNotContain("scanned");
    assertThat(head.text()).isEmpty();
    assertThat(stepwise.told(id)).containsExactly("enrolled", "sent", "sent", "finished");
    stepwise.rep.get("/suppressions/scanned@out.example").is(404);
  }

  @Test
  void the_page_is_kept_by_nobody_and_loads_nothing() {
    var stepwise = RUNNING.stepwise();
    stepwise.enroll(twoMails(), contact("page@out.example"));
    stepwise.settle();

    var page = anybody().get(link("page@out.example")).is(200);

    assertThat(page.header("content-type")).isEqualTo("text/html; charset=utf-8");
    assertThat(page.header("cache-control")).isEqualTo("no-store");
    assertThat(page.header("referrer-policy")).isEqualTo("no-referrer");
    assertThat(page.header("x-robots-tag")).startsWith("noindex");
    assertThat(page.header("set-cookie")).isEmpty();
    assertThat(page.header("content-security-policy"))
        .startsWith("default-src 'none'")
        .contains("'sha256-" + digest(page.text()) + "'");
    assertThat(page.text())
        .doesNotContain("<script", "<img", "<link", "http:", "https:", "out.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "changed", "reply", "%2e%2e", "longer"})
  void a_link_that_is_not_ours_names_nobody(String how) {
    var stepwise = RUNNING.stepwise();
    var who = "wrong" + how.length() + "@out.example";
    var id = stepwise.enroll(twoMails(), contact(who));
    stepwise.settle();
    var link = wrong(how, link(who));

    var shown = anybody().get(link).is(404);
    var posted = post(link, FORM, ONE_CLICK).is(404);

    assertThat(shown.text() + posted.text()).doesNotContain("out.example");
    assertThat(stepwise.enrollment(id).text("state")).isEqualTo("active");
  }

  @Test
  void an_opt_out_while_a_claim_is_open_is_asked_about_by_nobody_and_nothing_more_leaves() {
    var stepwise = RUNNING.stepwise();
    var id = stepwise.enroll(twoMails(), contact("claim@out.example"));
    stepwise.settle();
    var link = link("claim@out.example");
    // Nobody can tell whether the second mail left: its claim stays open.
    stepwise.fault("SendEmail", "timeoutBefore", 1);
    stepwise.advance("P1D");

    post(link, FORM, ONE_CLICK).is(200);
    stepwise.advance("P3D");

    assertThat(stepwise.mails("claim@out.example")).hasSize(1);
    assertThat(stepwise.enrollment(id).text("reason")).isEqualTo("unsubscribed");
    assertThat(stepwise.told(id))
        .containsExactly("enrolled", "sent", "opted_out", "stopped", "outcome_unknown");
  }

  @Test
  void a_link_that_is_three_hundred_days_old_still_works() {
    var stepwise = RUNNING.stepwise();
    var old = stepwise.enroll(twoMails(), contact("old@out.example"));
    stepwise.advance("P3D");
    var link = link("old@out.example");
    stepwise.advance("P297D");
    var today =
        stepwise.enroll(
            stepwise.sequence(List.of(email("P9D", "Far"))), contact("old@out.example"));

    post(link, FORM, ONE_CLICK).is(200);

    assertThat(stepwise.enrollment(old).text("state")).isEqualTo("finished");
    assertThat(stepwise.told(today)).containsExactly("enrolled", "opted_out", "stopped");
    assertThat(stepwise.tryEnroll(twoMails(), contact("old@out.example")).getFirst().text("reason"))
        .isEqualTo("suppressed: unsubscribed");
  }

  /** Of the page's only style, as browsers compute it (CSP Level 3). */
  private static String digest(String page) {
    var style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder().encodeToString(sha.digest(style.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void optedOut(String id, String address, String way) {
    var stepwise = RUNNING.stepwise();
    stepwise.advance("P3D");
    var timeline = stepwise.enrollment(id).objects("timeline");

    assertThat(stepwise.mails(address)).hasSize(1);
    assertThat(stepwise.told(id)).containsExactly("enrolled", "sent", "opted_out", "stopped");
    assertThat(timeline.get(2).text("by")).isEqualTo("contact");
    assertThat(timeline.get(2).text("detail")).isEqualTo(way);
    assertThat(stepwise.rep.get("/suppressions/" + address).is(200).json().text("reason"))
        .isEqualTo("unsubscribed");
  }

  private static String wrong(String how, String link) {
    var token = link.substring(3);
    return switch (how) {
      case "changed" ->
          "/u/"
              + token.substring(0, 9)
              + (token.charAt(9) == 'q' ? 'p' : 'q')
              + token.substring(10);
      case "reply" -> "/u/r" + token.substring(1);
      case "longer" -> link + "0";
      default -> "/u/" + how;
    };
  }

  private static Answer post(String link, String type, String body) {
    return anybody().send("POST", link, body, "content-type", type);
  }

  /** Somebody without a token. */
  private static Caller anybody() {
    return new Caller(RUNNING.stepwise().rep.base(), "");
  }

  private static String link(String address) {
    var header = mail(address).object("headers").text("List-Unsubscribe");
    var link = LINK.matcher(header);
    assertThat(link.find()).isTrue();
    return Objects.requireNonNull(link.group(1));
  }

  private static JsonObject mail(String address) {
    return RUNNING.stepwise().mails(address).getFirst();
  }

  private static String twoMails() {
    return RUNNING.stepwise().sequence(List.of(email("PT0S", "One"), email("P1D", "Two")));
  }
}
