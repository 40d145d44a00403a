package dev.stepwise.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.enrollment.EnrollmentExamples;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.enrollment.MailReport.News;
import dev.stepwise.enrollment.StopReason;
import dev.stepwise.mail.SendResult;
import dev.stepwise.sequence.Settings;
import dev.stepwise.sequence.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every two reports about one mail, in either order and twice, wherever the enrollment stands. */
class MailOrderTest extends UseCaseTest {
  private static final Set<String> SUPPRESSING = Set.of("hard", "complaint", "opt-out");

  /** Where the enrollment stands when the reports about its first mail come. */
  private enum Standing {
    CLAIM_OPEN,
    STOPPED_WITH_CLAIM_OPEN,
    REP_ASKED,
    ANSWERED_BY_REP,
    SETTLED,
    MOVED_ON,
    STOPPED,
    FINISHED
  }

  static Stream<Arguments> pairs() {
    List<Arguments> all = new ArrayList<>();
    for (Standing standing : Standing.values()) {
      for (String first : MailExamples.all().keySet()) {
        MailExamples.all().keySet().stream()
            .filter(second -> first.compareTo(second) < 0)
            .forEach(second -> all.add(Arguments.of(standing, first, second)));
      }
    }
    return all.stream();
  }

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @MethodSource("pairs")
  void order_and_repetition_change_nothing(Standing standing, String first, String second) {
    List<String> orders = List.of(first, second, first, second);

    Outcome forth = outcome(standing, orders, false);
    Outcome back = outcome(standing, orders.reversed(), false);
    Outcome crashing = outcome(standing, orders, true);

    assertThat(back).isEqualTo(forth);
    assertThat(crashing).isEqualTo(forth);
    assertThat(forth.told().values()).allMatch(times -> times == 1);
    assertThat(forth.claimOpen()).isFalse();
    assertThat(forth.suppressed())
        .isEqualTo(SUPPRESSING.contains(first) || SUPPRESSING.contains(second));
    assertThat(forth.mails()).isEqualTo(standing == Standing.ANSWERED_BY_REP ? 2 : 1);
  }

  /** What is left when all is worked: what was told how often, and where things stand. */
  private record Outcome(
      Map<String, Integer> told,
      boolean ended,
      boolean failed,
      boolean claimOpen,
      boolean suppressed,
      int mails,
      List<String> messageIds) {}

  private Outcome outcome(Standing standing, List<String> events, boolean wakesInBetween) {
    world = new World();
    a_sender_and_a_sequence();
    EnrollmentId id = at(standing);
    String mail = world.memory.mailer().outbox().getFirst().messageId();
    for (String event : events) {
      News news = MailExamples.named(event);
      world.hear.heard(id, MailExamples.report(world, 1, 1, mail, news));
      if (wakesInBetween) {
        world.memory.timers().take(world.now).ifPresent(world::fire);
      }
    }
    while (world.memory.timers().take(world.now).map(world::fire).isPresent()) {}
    Map<String, Integer> told = new TreeMap<>();
    world.enrollment(id).timeline().stream()
        .filter(entry -> entry.by().equals("ses") && entry.step() == 1)
        .filter(entry -> entry.type() != Entry.Type.STOPPED && entry.type() != Entry.Type.FAILED)
        .forEach(entry -> told.merge(entry.type() + " " + entry.detail(), 1, Integer::sum));
    return new Outcome(
        told,
        world.enrollment(id).state().ended(),
        state(id).equals("failed"),
        world.enrollment(id).claim() != null,
        world.memory.suppressions().find(ADA).isPresent(),
        world.letters().size(),
        world.enrollment(id).messageIds());
  }

  private EnrollmentId at(Standing standing) {
    return switch (standing) {
      case CLAIM_OPEN -> lost();
      case STOPPED_WITH_CLAIM_OPEN -> stopped(lost());
      case REP_ASKED -> asked();
      case ANSWERED_BY_REP -> {
        EnrollmentId id = asked();
        done(world.move.resolve(id, false, world.admin()));
        world.next();
        yield id;
      }
      case SETTLED -> settled();
      case MOVED_ON -> {
        EnrollmentId id = settled();
        done(world.move.pause(id, world.admin()));
        yield id;
      }
      case STOPPED -> stopped(settled());
      case FINISHED -> {
        publish(1, Settings.DEFAULTS, oneMail());
        yield settled();
      }
    };
  }

  private static List<Step> oneMail() {
    return EnrollmentExamples.version().steps().subList(0, 1);
  }

  private EnrollmentId stopped(EnrollmentId id) {
    done(world.move.stop(id, StopReason.STOPPED_BY_USER, world.admin()));
    return id;
  }

  private EnrollmentId settled() {
    EnrollmentId id = enrolled();
    world.next();
    return id;
  }

  private EnrollmentId lost() {
    EnrollmentId id = enrolled();
    world.memory.mailer().loseNextAnswer(new SendResult.Unknown("timeout"));
    world.next();
    return id;
  }

  private EnrollmentId asked() {
    EnrollmentId id = lost();
    world.later(Duration.ofHours(1));
    world.sweep.sweep();
    world.next();
    return id;
  }
}
