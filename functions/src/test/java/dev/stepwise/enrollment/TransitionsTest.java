package dev.stepwise.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every state against every event. A2 is active at step 2, H held by an absence, P paused by a
 * person, Q paused with the rep being asked about a mail, U with the rep to look at an answer, L
 * before the rep because it is too late for the step, S paused by its sender's switch and O by
 * another one, W awaiting its task, F failed, "end" finished, X stopped; c is an open claim, t an
 * open task. A dot says that the event cannot happen there, "=" that nothing changes; small letters
 * are refusals.
 */
class TransitionsTest {
  private static final Map<String, String> REFUSALS =
      Map.of(
          "a", "it has ended",
          "b", "it has finished",
          "c", "it has failed: retry or stop it",
          "d", "it has failed: retry it",
          "e", "its mail may have gone out: resolve it with \"sent\" or \"send\"",
          "f", "only a failed enrollment is retried",
          "g", "its mail is being sent now",
          "h", "it waits for its task: complete or skip that",
          "i", "it is paused: resume it first",
          "j", "no mail of it has an unknown outcome");

  private static final String PERSON =
      """
           PAUSE  RESUME  STOP  RETRY  SEND_NOW  RESOLVE_SENT  RESOLVE_SEND  CONTACT_CHANGED  COMPLETE_TASK  SKIP_TASK  RESCHEDULE_TASK
      A2   P2     =       X     f      A2        j             j             A2               A2             A2         A2
      A2c  P2c    =       Xc    f      g         j             j             A2c              A2c            A2c        A2c
      H2   P2     A2      X     f      A2        j             j             H2               H2             H2         H2
      A3   P3     =       X     f      A3        j             j             A3               A3             A3         A3
      A4   P4     =       X     f      A4        j             j             A4               A4             A4         A4
      A4c  P4c    =       Xc    f      g         j             j             A4c              A4c            A4c        A4c
      P2   =      A2      X     f      i         j             j             P2               P2             P2         P2
      P2c  =      A2c     Xc    f      i         j             j             P2c              P2c            P2c        P2c
      P4c  =      A4c     Xc    f      i         j             j             P4c              P4c            P4c        P4c
      P3t  =      W3t     X     f      i         j             j             P3t              P4             P4         P3t
      Q2c  e      e       X     f      i         A3            A2            Q2c              Q2c            Q2c        Q2c
      Q4c  e      e       X     f      i         end           A4            Q4c              Q4c            Q4c        Q4c
      U2   =      A2      X     f      i         j             j             U2               U2             U2         U2
      L2   =      A2      X     f      i         j             j             L2               L2             L2         L2
      S2   P2     A2      X     f      i         j             j             S2               S2             S2         S2
      S2c  P2c    A2c     Xc    f      i         j             j             S2c              S2c            S2c        S2c
      S3t  P3t    W3t     X     f      i         j             j             S3t              S4             S4         S3t
      W3t  P3t    =       X     f      h         j             j             W3t              A4             A4         W3t
      F2   c      d       X     A2     d         j             j             F2               F2             F2         F2
      end  a      a       b     f      a         j             j             end              end            end        end
      X    a      a       =     f      a         j             j             X                X              X          X
      Xc   a      a       =     f      a         j             j             Xc               Xc             Xc         Xc
      """;

  private static final String ENGINE =
      """
           OPEN_TASK  SENT  RELEASED  POSTPONED  EXPIRED_SKIP  EXPIRED_HOLD  FAILED  SUPPRESSED  UNKNOWN_ASK  UNKNOWN_RESEND
      A2   .          .     .         .          A3            L2            F2      X           .            .
      A2c  .          A3    A2        A2         A3            L2            F2      X           Q2c          A2
      H2   .          .     .         .          H3            L2            F2      X           .            .
      A3   W3t        .     .         .          A4            L3            F3      X           .            .
      A4   .          .     .         .          end           L4            F4      X           .            .
      A4c  .          end   A4        A4         end           L4            F4      X           Q4c          A4
      P2   .          .     .         .          .             .             .       .           .            .
      P2c  .          P3    P2        P2         P2            P2            P2      P2          Q2c          P2
      P4c  .          end   P4        P4         P4            P4            P4      P4          Q4c          P4
      P3t  .          .     .         .          .             .             .       .           .            .
      Q2c  .          A3    Q2        Q2         Q2            Q2            Q2      Q2          .            .
      Q4c  .          end   Q4        Q4         Q4            Q4            Q4      Q4          .            .
      U2   .          .     .         .          .             .             .       .           .            .
      L2   .          .     .         .          .             .             .       .           .            .
      S2   .          .     .         .          .             .             .       .           .            .
      S2c  .          S3    S2        S2         S2            S2            S2      S2          Q2c          S2
      S3t  .          .     .         .          .             .             .       .           .            .
      W3t  .          .     .         .          .             .             .       .           .            .
      F2   .          .     .         .          .             .             .       .           .            .
      end  .          .     .         .          .             .             .       .           .            .
      X    .          .     .         .          .             .             .       .           .            .
      Xc   .          X     X         X          X             X             X       X           X            X
      """;

  private static final String MAIL =
      """
           HUMAN  MACHINE  AWAY  UNCLEAR
      A2   X      A2       H2    U2
      A2c  Xc     A2c      A2c   U2c
      H2   X      H2       H2    U2
      A3   X      A3       H3    U3
      A4   X      A4       H4    U4
      A4c  Xc     A4c      A4c   U4c
      P2   X      P2       P2    P2
      P2c  Xc     P2c      P2c   P2c
      P4c  Xc     P4c      P4c   P4c
      P3t  X      P3t      P3t   P3t
      Q2c  X      Q2c      Q2c   Q2c
      Q4c  X      Q4c      Q4c   Q4c
      U2   X      U2       U2    U2
      L2   X      L2       L2    L2
      S2   X      S2       S2    U2
      S2c  Xc     S2c      S2c   U2c
      S3t  X      S3t      S3t   U3t
      W3t  X      W3t      W3t   U3t
      F2   X      F2       F2    F2
      end  end    end      end   end
      X    X      X        X     X
      Xc   Xc     Xc       Xc    Xc
      """;

  /** Of the sender's switch, of another one beside it, and of a step that meets it. */
  private static final String SWITCHES =
      """
           SWITCHED_OFF  OTHER_OFF  SWITCHED_ON  HINDERED
      A2   S2            O2         =            S2
      A2c  S2c           O2c        =            S2
      H2   S2            O2         =            S2
      A3   S3            O3         =            S3
      A4   S4            O4         =            S4
      A4c  S4c           O4c        =            S4
      P2   =             =          =            .
      P2c  =             =          =            P2
      P4c  =             =          =            P4
      P3t  =             =          =            .
      Q2c  =             =          =            Q2
      Q4c  =             =          =            Q4
      U2   =             =          =            .
      L2   =             =          =            .
      S2   =             O2         A2           .
      S2c  =             O2c        A2c          S2
      S3t  =             O3t        W3t          .
      W3t  S3t           O3t        =            .
      F2   =             =          =            .
      end  =             =          =            .
      X    =             =          =            .
      Xc   =             =          =            X
      """;

  @Test
  void what_a_switch_does_leads_where_the_table_says() {
    assertThat(table(header(SWITCHES))).isEqualTo(SWITCHES);
  }

  @Test
  void what_a_mail_turns_out_to_be_leads_where_the_table_says() {
    assertThat(table(header(MAIL))).isEqualTo(MAIL);
  }

  @Test
  void what_a_person_does_leads_where_the_table_says() {
    assertThat(table(header(PERSON))).isEqualTo(PERSON);
  }

  @Test
  void what_happens_leads_where_the_table_says() {
    assertThat(table(header(ENGINE))).isEqualTo(ENGINE);
  }

  @Test
  void the_tables_leave_no_event_out() {
    List<Event> told =
        Arrays.stream(
                String.join(" ", header(PERSON), header(ENGINE), header(MAIL), header(SWITCHES))
                    .split(" +"))
            .filter(name -> !name.isEmpty())
            .map(Event::valueOf)
            .toList();

    assertThat(told).containsExactlyInAnyOrder(Event.values());
  }

  private static String header(String table) {
    return table.lines().findFirst().orElseThrow();
  }

  private static String table(String header) {
    List<Event> events = Arrays.stream(header.strip().split(" +")).map(Event::valueOf).toList();
    StringBuilder table = new StringBuilder(header + "\n");
    Starts.all().forEach((name, start) -> table.append(line(name, start, events)).append("\n"));
    return table.toString();
  }

  private static String line(String name, Enrollment start, List<Event> events) {
    String cells =
        events.stream()
            .map(event -> padded(cell(event, start), event.name().length() + 2))
            .collect(Collectors.joining());
    return (padded(name, 5) + cells).stripTrailing();
  }

  private static String cell(Event event, Enrollment start) {
    if (!event.canHappen(start)) {
      return ".";
    }
    return switch (event.decide(start, EnrollmentExamples.plan())) {
      case Decision.Changed(Change change) -> Starts.name(change.after());
      case Decision.Unchanged _ -> "=";
      case Decision.Refused(String why) -> letters().getOrDefault(why, why);
    };
  }

  private static Map<String, String> letters() {
    Map<String, String> letters = new LinkedHashMap<>();
    REFUSALS.forEach((letter, why) -> letters.put(why, letter));
    return letters;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
