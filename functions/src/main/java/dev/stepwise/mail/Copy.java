package dev.stepwise.mail;

import dev.stepwise.enrollment.OwnCopy;
import dev.stepwise.sequence.Step;
import dev.stepwise.sequence.Version;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The copy of one email step for one contact: the step's, or the contact's own where it has any.
 * The subject of a reply is that of the email whose thread it belongs to.
 */
public record Copy(Template subject, Template text, @Nullable Template html) {

  /** The copy of that email step; {@code overrides} are by step number. */
  public static Copy of(Version version, int step, Map<Integer, OwnCopy> overrides) {
    OwnCopy own = overrides.getOrDefault(step, new OwnCopy(null, null));
    Step.Email email = email(version, step);
    String text = own.text();
    String html = text == null ? email.html() : null;
    return new Copy(
        Template.parse(subject(version, step, overrides)),
        Template.parse(text == null ? email.text() : text),
        html == null ? null : Template.parse(html));
  }

  /** Tokens of any email from that step on, or of a task's title, that would stay blank. */
  public static List<String> missing(
      Version version, int from, Map<Integer, OwnCopy> overrides, Values values) {
    List<String> found = new ArrayList<>();
    for (int step = from; step <= version.last(); step++) {
      List<String> tokens =
          switch (version.step(step)) {
            case Step.Email _ -> of(version, step, overrides).missing(values);
            case Step.ManualTask task -> Template.parse(task.title()).missing(values);
          };
      String where = "step " + step + ": ";
      tokens.forEach(token -> found.add(where + token + " has no value and no fallback"));
    }
    return found;
  }

  /** Own copy for steps that are no emails, and own subjects for replies. */
  public static List<String> misplaced(Version version, Map<Integer, OwnCopy> overrides) {
    return overrides.keySet().stream()
        .sorted()
        .filter(step -> !takes(version, step, overrides.get(step)))
        .map(step -> "overrides." + step + ": step " + step + " takes no such copy")
        .toList();
  }

  private static boolean takes(Version version, int step, @Nullable OwnCopy own) {
    return step >= 1
        && step <= version.last()
        && version.step(step) instanceof Step.Email email
        && (own == null || own.subject() == null || !email.reply());
  }

  /** The tokens of this copy that would stay blank. */
  List<String> missing(Values values) {
    Set<String> missing = new LinkedHashSet<>(subject.missing(values));
    missing.addAll(text.missing(values));
    if (html != null) {
      missing.addAll(html.missing(values));
    }
    return List.copyOf(missing);
  }

  String subject(Values values) {
    return subject.line(values);
  }

  String text(Values values) {
    return text.render(values, UnaryOperator.identity());
  }

  boolean usesSignature() {
    return text.uses("sender.signature");
  }

  private static String subject(Version version, int step, Map<Integer, OwnCopy> overrides) {
    OwnCopy own = overrides.get(step);
    if (own != null && own.subject() != null) {
      return own.subject();
    }
    Step.Email email = email(version, step);
    String subject = email.subject();
    return subject == null ? subject(version, before(version, step), overrides) : subject;
  }

  /** The email before that one: a version's first email is never a reply. */
  private static int before(Version version, int step) {
    int before = step - 1;
    while (!(version.step(before) instanceof Step.Email)) {
      before--;
    }
    return before;
  }

  private static Step.Email email(Version version, int step) {
    if (version.step(step) instanceof Step.Email email) {
      return email;
    }
    throw new IllegalArgumentException("step " + step + " is no email");
  }
}
