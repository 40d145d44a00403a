package dev.stepwise.local.demo;

import dev.stepwise.local.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The people whom the demonstration writes to. Each reacts once, as its script says; what the
 * timelines tell is all that they remember, so that after a restart nobody reacts twice.
 */
final class Prospects {
  private static final Set<String> REACTIONS = Set.of("heard", "opted_out", "meeting");

  private final Api api;
  private final String smtp;
  private final Clicks clicks;
  private final Scripts scripts;

  Prospects(Api api, String smtp, Clicks clicks, Scripts scripts) {
    this.api = api;
    this.smtp = smtp;
    this.clicks = clicks;
    this.scripts = scripts;
  }

  /** What a prospect will do about a mail, and when. */
  private record Plan(Script script, JsonObject mail, Instant at) {}

  /** How long until somebody reacts, as far as can be foreseen; at most {@code most}. */
  Duration untilNext(Instant now, List<JsonObject> enrollments, Duration most) {
    var foreseen =
        waiting(enrollments)
            .filter(it -> it.text("step").equals(script(it).step()))
            .filter(it -> !it.text("nextAt").isEmpty())
            .map(it -> Instant.parse(it.text("nextAt")).plus(script(it).after()));
    return Stream.concat(plans(enrollments).map(Plan::at), foreseen)
        .map(at -> Duration.between(now, at))
        .filter(wait -> wait.isPositive() && wait.compareTo(most) < 0)
        .min(Duration::compareTo)
        .orElse(most);
  }

  /** Does what is due, and tells whether there was anything. */
  boolean react(Instant now, List<JsonObject> enrollments) {
    var due = plans(enrollments).filter(plan -> !plan.at().isAfter(now)).toList();
    due.forEach(plan -> react(plan, now));
    return !due.isEmpty();
  }

  private void react(Plan plan, Instant now) {
    var letters = new Letters(smtp, plan.script(), plan.mail(), now);
    switch (plan.script().doing()) {
      case ANSWERS -> letters.human().send();
      case IS_AWAY -> letters.absence().send();
      case CONFIRMS -> letters.receipt().send();
      case ACCEPTS -> letters.acceptance().send();
      case BOOKS -> clicks.book(plan.mail(), plan.script(), now);
      case OPTS_OUT -> clicks.optOut(plan.mail());
      case BOUNCES, NOTHING -> {}
    }
  }

  private Stream<Plan> plans(List<JsonObject> enrollments) {
    return waiting(enrollments)
        .filter(it -> isSent(it, script(it).step()))
        .flatMap(it -> plan(it, script(it)).stream());
  }

  private Optional<Plan> plan(JsonObject enrollment, Script script) {
    return api.mailOf(enrollment, script.step())
        .map(mail -> new Plan(script, mail, Instant.parse(mail.text("at")).plus(script.after())));
  }

  /** Those whose prospect has not reacted yet, and will. */
  private Stream<JsonObject> waiting(List<JsonObject> enrollments) {
    return enrollments.stream()
        .filter(it -> !script(it).step().isEmpty())
        .filter(it -> it.objects("timeline").stream().noneMatch(Prospects::isReaction));
  }

  private static boolean isSent(JsonObject enrollment, String step) {
    return enrollment.objects("timeline").stream()
        .anyMatch(entry -> entry.text("type").equals("sent") && entry.text("step").equals(step));
  }

  private static boolean isReaction(JsonObject entry) {
    return REACTIONS.contains(entry.text("type"));
  }

  private Script script(JsonObject enrollment) {
    return scripts.of(Demo.email(enrollment));
  }
}
