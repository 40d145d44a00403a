package dev.stepwise.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.local.LocalSystem;
import dev.stepwise.local.Options;
import dev.stepwise.local.http.ApiClient;
import dev.stepwise.local.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The whole demonstration: cut off when Ada has answered, gone on with, and started once more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoTest {
  private static final Path EXAMPLES = Path.of("../examples");
  private static final double STANDING_STILL = 1e-9;

  /** A Monday: inside the window in Europe and Lagos, before it in America, after it in Asia. */
  private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

  private final LocalSystem system =
      LocalSystem.start(
          new Options(
              0,
              0,
              STANDING_STILL,
              START,
              null,
              Path.of("../../template.yaml").toAbsolutePath().normalize()));
  private final Api api = new Api(new ApiClient(system.api(), system.tokens().rep()));
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private Map<String, JsonObject> enrollments = Map.of();

  @BeforeAll
  void play() throws IOException, InterruptedException {
    assertThatThrownBy(() -> demo(new CutOff(printed, "Ada    answered")).run())
        .isInstanceOf(PowerFailure.class);
    demo(printed).run();
    enrollments =
        api.list("/enrollments").stream()
            .map(each -> api.get("/enrollments/" + each.text("id")))
            .collect(Collectors.toMap(Demo::email, each -> each));
  }

  @AfterAll
  void close() {
    system.close();
  }

  @Test
  void who_answers_is_left_alone_and_the_rep_has_the_answer() {
    assertThat(end("ada@rossi.example")).isEqualTo("stopped: replied");
    assertThat(told("ada@rossi.example"))
        .containsExactly("enrolled", "sent", "heard", "replied", "stopped");
    assertThat(output())
        .contains(
            "Mon 23 Nov 10:40 Europe/Rome        Ada    answered: \"Yes, gladly. Thursday would"
                + " suit me: please call after ten.\"  → stopped (replied), forwarded to you");
  }

  @Test
  void who_is_away_is_waited_for_and_then_written_to_again() {
    assertThat(end("ben@northfield.example")).isEqualTo("finished: ");
    assertThat(told("ben@northfield.example"))
        .containsSubsequence("sent", "out_of_office", "task_created", "sent", "sent", "finished");
    // Away from Monday the 23rd for ten days; the hold ends a business day after the return.
    assertThat(output()).contains("until 3 December 2026", "→ held until Fri 04 Dec 09:00");
  }

  @Test
  void who_books_or_accepts_a_meeting_is_left_alone() {
    assertThat(end("chiyo@tanaka.example")).isEqualTo("stopped: meeting_booked");
    assertThat(end("hana@sol.example")).isEqualTo("stopped: meeting_booked");
    assertThat(api.outbox("chiyo@tanaka.example")).hasSize(2);
  }

  @Test
  void who_wants_no_more_mail_gets_none_by_a_click_or_in_words() {
    assertThat(end("dora@kiwi.example")).isEqualTo("stopped: unsubscribed");
    assertThat(end("emeka@lagosgrid.example")).isEqualTo("stopped: unsubscribed");
    assertThat(api.isSuppressed("dora@kiwi.example")).isTrue();
    assertThat(api.isSuppressed("emeka@lagosgrid.example")).isTrue();
    assertThat(api.isForwarded("emeka@lagosgrid.example")).isTrue();
  }

  @Test
  void neither_silence_nor_a_machine_stops_the_sequence() {
    assertThat(end("farah@indus.example")).isEqualTo("finished: ");
    assertThat(end("gus@prairie.example")).isEqualTo("finished: ");
    assertThat(told("gus@prairie.example")).contains("auto_replied");
    assertThat(api.outbox("farah@indus.example")).hasSize(3);
  }

  @Test
  void an_address_that_bounces_is_never_written_to_again() {
    var ivo = "bounce+ivo@simulator.amazonses.com";

    assertThat(end(ivo)).isEqualTo("stopped: bounced");
    assertThat(api.isSuppressed(ivo)).isTrue();
  }

  @Test
  void everybody_reacts_once_though_the_demo_was_cut_off() {
    for (var email : enrollments.keySet()) {
      assertThat(told(email))
          .as(email)
          .filteredOn(Set.of("heard", "opted_out", "meeting", "bounced")::contains)
          .doesNotHaveDuplicates();
    }
    assertThat(told("ada@rossi.example")).containsOnlyOnce("heard", "replied");
  }

  @Test
  void the_end_counts_what_came() {
    assertThat(output())
        .contains("9 contacts, 18 emails sent, 6 calls made.")
        .contains("1 answered, 2 booked or accepted a meeting, 2 opted out, 1 bounced.")
        .contains("3 without an answer, of whom 1 was away and 1 had a machine answer.");
  }

  @Test
  void started_again_when_all_is_over_nothing_happens() throws IOException, InterruptedException {
    var again = new ByteArrayOutputStream();
    var before = api.outbox(Rep.EMAIL).size();

    demo(again).run();

    assertThat(again.toString(StandardCharsets.UTF_8))
        .contains("is there already", "18 emails sent")
        .doesNotContain("Ada");
    assertThat(api.outbox(Rep.EMAIL)).hasSize(before);
  }

  private Demo demo(OutputStream out) throws IOException {
    var place =
        new Demo.Place(system.api(), system.tokens().rep(), system.smtp(), "local-generic-secret");
    return new Demo(
        place, EXAMPLES, Duration.ZERO, new PrintStream(out, true, StandardCharsets.UTF_8));
  }

  private String output() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  private String end(String email) {
    var enrollment = enrollments.getOrDefault(email, new JsonObject(Map.of()));
    return enrollment.text("state") + ": " + enrollment.text("reason");
  }

  private List<String> told(String email) {
    return enrollments.getOrDefault(email, new JsonObject(Map.of())).objects("timeline").stream()
        .map(entry -> entry.text("type"))
        .filter(type -> !type.equals("delivered"))
        .toList();
  }

  /** What ends a run at a moment of the test's choice. */
  private static final class PowerFailure extends RuntimeException {}

  /** Passes on what is printed until certain words come. */
  private static final class CutOff extends OutputStream {
    private final ByteArrayOutputStream to;
    private final String words;

    CutOff(ByteArrayOutputStream to, String words) {
      this.to = to;
      this.words = words;
    }

    @Override
    public void write(int b) {
      to.write(b);
      if (b == '\n' && to.toString(StandardCharsets.UTF_8).contains(words)) {
        throw new PowerFailure();
      }
    }
  }
}
