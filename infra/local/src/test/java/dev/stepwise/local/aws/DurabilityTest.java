package dev.stepwise.local.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;

class DurabilityTest {
  @TempDir Path data;

  @Test
  void everything_is_there_after_a_restart() {
    Instant stood;
    List<OutboxMail> outbox;
    try (var local = AwsUnderTest.in(data)) {
      DynamoDbServiceTest.put(local.dynamodb(), "kept");
      local.aws.sqs().send("work", "taken", Duration.ZERO);
      local.drain("work");
      local.aws.sqs().send("work", "waiting", Duration.ofMinutes(10));
      local.aws.s3().put("mails", "kept", new byte[] {1, 2});
      arm(local);
      mail(local);
      outbox = local.aws.ses().outbox();
      stood = local.agenda.advance(Duration.ofMillis(5));
    }

    try (var local = AwsUnderTest.in(data)) {
      local.aws.ses().publishTo("work", "topic", Set.of("SEND", "DELIVERY"));

      assertThat(local.clock.now()).isEqualTo(stood);
      assertThat(local.aws.ses().outbox()).isEqualTo(outbox).hasSize(1);
      assertThat(local.aws.scheduler().timers()).extracting(Timer::name).containsExactly("kept");
      assertThat(local.aws.s3().get("mails", "kept")).contains(new byte[] {1, 2});
      assertThat(
              local
                  .dynamodb()
                  .getItem(g -> g.tableName("table").key(DynamoDbServiceTest.key("kept")))
                  .hasItem())
          .isTrue();
      local.agenda.advance(Duration.ofHours(2));
      assertThat(local.drain("work"))
          .extracting(m -> m.body().contains("eventType") ? "event" : m.body())
          .containsExactlyInAnyOrder("taken", "waiting", "event", "timer");
    }
  }

  @Test
  void what_was_acknowledged_survives_kill_9() throws IOException, InterruptedException {
    var last = killedAfter(60);

    try (var local = AwsUnderTest.in(data);
        var dynamodb = local.dynamodb()) {
      var number = Integer.parseInt(last[0]);
      assertThat(local.clock.now()).isAfterOrEqualTo(Instant.parse(last[1]));
      assertThat(drained(local)).isGreaterThan(number);
      for (var i = 0; i <= number; i++) {
        var key = DynamoDbServiceTest.key("n" + i);
        assertThat(dynamodb.getItem(g -> g.tableName("table").key(key)).hasItem()).isTrue();
        assertThat(local.aws.s3().get("mails", "n" + i)).isPresent();
      }
    }
  }

  /** Starts a writer, kills it after so many numbers, and returns the last line it printed. */
  private String[] killedAfter(int numbers) throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                data.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var lines = process.inputReader(StandardCharsets.UTF_8);
    var last = "";
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      last = line;
      if (line.startsWith(numbers + " ")) {
        // By handle: destroying the Process would close the stream that we still read.
        process.toHandle().destroyForcibly();
      }
    }
    process.waitFor();
    return last.split(" ", 2);
  }

  /** How many messages there are: as many as the writer got on until it was ended. */
  private static int drained(AwsUnderTest local) {
    var messages = 0;
    for (var batch = local.drain("work"); !batch.isEmpty(); batch = local.drain("work")) {
      messages += batch.size();
    }
    return messages;
  }

  private static void arm(AwsUnderTest local) {
    local
        .scheduler()
        .createSchedule(r ->
            r.groupName("steps")
                .name("kept")
                .scheduleExpression("at(2026-11-02T10:00:00)")
                .flexibleTimeWindow(w -> w.mode(FlexibleTimeWindowMode.OFF))
                .target(t ->
                    t.arn(local.aws.sqs().arn("work"))
                        .roleArn("arn:aws:iam::000000000000:role/r")
                        .input("timer")));
  }

  private static void mail(AwsUnderTest local) {
    local
        .ses()
        .sendEmail(r ->
            r.fromEmailAddress("rep@example.com")
                .destination(d -> d.toAddresses("ann@acme.test"))
                .content(c ->
                    c.simple(
                        m -> m.subject(s -> s.data("s")).body(b -> b.text(t -> t.data("t"))))));
  }
}
