package dev.stepwise.local.journey;

import static dev.stepwise.local.journey.Bodies.contact;
import static dev.stepwise.local.journey.Bodies.email;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.local.json.JsonObject;
import dev.stepwise.local.smtp.MailProgram;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * The people around a system that is killed: a rep who enrolls some contacts a life and decides
 * about mails of which nobody knows, and contacts who answer. What was not answered is asked again
 * after the restart, as a careful client does.
 */
final class Crowd {
  private static final List<String> RULES = List.of("ask", "resend");
  private static final int A_LIFE = 8;

  private final Random dice;
  private final Tally tally;
  private final Map<String, String> sequences = new HashMap<>();
  private final Map<String, List<String>> unanswered = new LinkedHashMap<>();
  private final Map<String, String> enrolled = new LinkedHashMap<>();
  private final Set<String> answering = new HashSet<>();
  private final Set<String> answered = new HashSet<>();
  private int lives;

  Crowd(Random dice, Tally tally) {
    this.dice = dice;
    this.tally = tally;
  }

  /** Writes the sequences, in the first life that lasts so long. */
  void meet(Child living) {
    for (var rule : RULES) {
      if (!sequences.containsKey(rule)) {
        var settings =
            Map.of("onUnknownOutcome", rule, "unknownGrace", "PT5M", "window", Bodies.AT_ALL_HOURS);
        var steps =
            List.of(
                email("PT0S", "One"),
                email("PT20M", "Two"),
                email("PT45M", "Three"),
                email("PT30M", "Four"));
        sequences.put(rule, living.stepwise.sequence(settings, steps));
      }
    }
  }

  String sequence(String rule) {
    return Objects.requireNonNull(sequences.get(rule));
  }

  /** Who was enrolled as the API answered, by address: the enrollment. */
  Map<String, String> enrolled() {
    return enrolled;
  }

  /** Some more people are enrolled, and those again of whom no answer came. */
  void enroll(Child living) {
    lives++;
    for (var rule : RULES) {
      unanswered.put(rule + "-" + lives, addresses(rule));
    }
    enrollUnanswered(living);
  }

  private List<String> addresses(String rule) {
    List<String> addresses = new ArrayList<>();
    for (int i = 1; i < A_LIFE; i++) {
      addresses.add("%s.%d.%d@killed.example".formatted(rule, lives, i));
    }
    // Of whom SES tells too late: an hour after it accepted the mail.
    addresses.add("lost-send+%s-%d.pt1h@simulator.amazonses.com".formatted(rule, lives));
    return addresses;
  }

  void enrollTheRest(Child living) {
    enrollUnanswered(living);
    assertThat(unanswered).isEmpty();
  }

  private void enrollUnanswered(Child living) {
    for (var cohort : List.copyOf(unanswered.keySet())) {
      if (isEnrolled(living, cohort)) {
        unanswered.remove(cohort);
      }
    }
  }

  private boolean isEnrolled(Child living, String cohort) {
    var addresses = Objects.requireNonNull(unanswered.get(cohort));
    var body =
        Map.of(
            "sender",
            Stepwise.REP,
            "contacts",
            addresses.stream().map(address -> contact(address)).toList());
    var path = "/sequences/" + sequence(cohort.split("-", 2)[0]) + "/enrollments";
    var answer = living.stepwise.rep.post(path, body, "Idempotency-Key", cohort);
    if (answer.status() >= 500) {
      return false;
    }
    var results = answer.is(200).json().objects("results");
    results.stream().filter(Crowd::isIn).forEach(this::remember);
    return results.stream().allMatch(Crowd::isIn);
  }

  private static boolean isIn(JsonObject result) {
    return result.text("status").equals("enrolled");
  }

  private void remember(JsonObject result) {
    if (enrolled.put(result.text("email"), result.text("enrollmentId")) == null) {
      tally.person();
    }
  }

  /** Somebody who has mail answers it: by SMTP, or by way of the local call. */
  void answer(Child living) {
    var people = enrolled.keySet().stream().filter(each -> !answering.contains(each)).toList();
    if (people.isEmpty()) {
      return;
    }
    var who = people.get(dice.nextInt(people.size()));
    var mails = living.stepwise.mails(who);
    if (mails.isEmpty()) {
      return;
    }
    answering.add(who);
    var draft =
        new MailProgram(living.smtp, who).answer(mails.getLast()).text("Yes, let us talk.", who);
    if (dice.nextBoolean()) {
      draft.send();
    } else {
      living.stepwise.inbound(draft.raw(), "dmarc=PASS");
    }
    answered.add(who);
    tally.answer();
  }

  /** Whether an answer of the contact was taken. */
  boolean answered(JsonObject enrollment) {
    return answered.contains(address(enrollment));
  }

  /** The rep says a word about each second mail of which nobody knows, true or not. */
  void decide(Child living, String word) {
    asked(living).stream()
        .filter(_ -> dice.nextBoolean())
        .forEach(enrollment -> resolve(living, enrollment, word));
  }

  /** Nothing goes wrong any more: the rep sees everybody. */
  void tellTheTruth(Child living) {
    for (var enrollment : living.stepwise.rep.list(asking())) {
      var left =
          living.stepwise.mails(address(enrollment)).stream()
              .anyMatch(mail -> mail.object("tags").text("step").equals(enrollment.text("step")));
      resolve(living, enrollment, left ? "sent" : "send");
    }
  }

  private String asking() {
    return "/enrollments?state=paused&sequence=" + sequence("ask");
  }

  private List<JsonObject> asked(Child living) {
    var answer = living.stepwise.rep.get(asking());
    return answer.status() >= 500 ? List.of() : answer.is(200).json().objects("items");
  }

  /** It may have been told meanwhile (409), or fail by a fault that was asked for. */
  private static void resolve(Child living, JsonObject enrollment, String word) {
    var path = "/enrollments/" + enrollment.text("id") + "/resolve";
    assertThat(living.stepwise.rep.post(path, Map.of("outcome", word)).status())
        .isIn(200, 409, 500, 502, 503);
  }

  private static String address(JsonObject enrollment) {
    return enrollment.object("contact").text("email");
  }
}
