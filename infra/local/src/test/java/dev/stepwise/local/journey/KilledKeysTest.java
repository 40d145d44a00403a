package dev.stepwise.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys of links survive kill -9. */
class KilledKeysTest {
  private static final Pattern LINK = Pattern.compile("/u/[0-9a-z]+");
  @TempDir Path home;

  @Test
  void a_link_is_good_after_kill_9() throws IOException {
    var child = Child.startIn(home);
    try {
      child.stepwise.sender(Map.of());
      var sequence =
          child.stepwise.sequence(
              List.of(Map.of("type", "email", "delay", "PT0S", "subject", "Hello", "text", "Hi")));
      child.stepwise.enroll(sequence, Map.of("email", "ada@prospect.example"));
      child.stepwise.advance("P5D");
      var mail = child.stepwise.mails("ada@prospect.example").getFirst().text("raw");
      var found = LINK.matcher(mail.replace("=\r\n", "").replace("=\n", ""));
      assertThat(found.find()).isTrue();
      child.killAfter(0);

      child = Child.startIn(home);
      child.stepwise.rep.get(found.group()).is(200);
    } finally {
      child.close();
    }
  }
}
