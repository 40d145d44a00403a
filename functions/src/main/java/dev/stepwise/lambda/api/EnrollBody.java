package dev.stepwise.lambda.api;

import dev.stepwise.InvalidValueException;
import dev.stepwise.contact.Contact;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.OwnCopy;
import dev.stepwise.lambda.http.Fields;
import dev.stepwise.lambda.http.Problems;
import dev.stepwise.lambda.http.Read;
import dev.stepwise.mail.Template;
import dev.stepwise.sequence.SequenceId;
import dev.stepwise.usecase.Candidate;
import dev.stepwise.usecase.EnrollRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads an enroll call. A bad contact is refused alone; anything else refuses the call. */
final class EnrollBody {
  private static final int MAX_CONTACTS = 1_000;
  private static final EmailAddress NOBODY = new EmailAddress("nobody@example.invalid");

  private EnrollBody() {}

  static EnrollRequest read(Fields f, SequenceId sequence) {
    List<Candidate> contacts = f.required("contacts", EnrollBody::contacts, List.of());
    return new EnrollRequest(
        sequence,
        f.required("sender", Read.email(), NOBODY),
        f.optional("startAtStep", Read.integer(1, 50)).orElse(1),
        f.optional("startAt", Read.instant()).orElse(null),
        f.optional("dryRun", Read.truth()).orElse(false),
        contacts,
        null,
        false);
  }

  private static List<Candidate> contacts(Object value) {
    if (value instanceof List<?> list && !list.isEmpty() && list.size() <= MAX_CONTACTS) {
      return list.stream().map(item -> contact(item == null ? "" : item)).toList();
    }
    throw new InvalidValueException("must be a list of 1 to " + MAX_CONTACTS + " contacts");
  }

  private static Candidate contact(Object value) {
    Problems problems = new Problems();
    Fields f = Fields.of("", value, problems);
    EmailAddress email = f.required("email", Read.email(), NOBODY);
    Contact contact = ContactBody.read(f, email);
    Map<Integer, OwnCopy> overrides =
        f.object("overrides").map(EnrollBody::overrides).orElse(Map.of());
    f.end();
    String given = value instanceof Map<?, ?> m ? Objects.toString(m.get("email"), "") : "";
    return problems.found().isEmpty()
        ? new Candidate.Good(given, contact, overrides)
        : new Candidate.Bad(given, reason(problems));
  }

  private static String reason(Problems problems) {
    return problems.found().stream()
        .map(p -> (p.field() + " " + p.detail()).strip())
        .collect(Collectors.joining("; "));
  }

  private static Map<Integer, OwnCopy> overrides(Fields f) {
    Map<Integer, OwnCopy> overrides = new LinkedHashMap<>();
    for (String step : f.names()) {
      int number = number(f, step);
      f.object(step).ifPresent(copy -> overrides.put(number, ownCopy(copy)));
    }
    if (overrides.values().stream().mapToInt(EnrollBody::size).sum() > StepsBody.MAX_SIZE) {
      f.problem("", "must have at most " + StepsBody.MAX_SIZE + " bytes of copy in all");
    }
    return overrides;
  }

  private static int size(OwnCopy copy) {
    return Stored.bytes(Objects.requireNonNullElse(copy.subject(), ""))
        + Stored.bytes(Objects.requireNonNullElse(copy.text(), ""));
  }

  private static int number(Fields f, String step) {
    if (step.matches("[1-9]\\d?")) {
      return Integer.parseInt(step);
    }
    f.problem(step, "must be named by the number of a step");
    return 0;
  }

  private static OwnCopy ownCopy(Fields f) {
    OwnCopy copy =
        new OwnCopy(
            f.optional("subject", value -> checked(Read.line(255).read(value))).orElse(null),
            f.optional("text", value -> checked(Read.lines(20_000).read(value))).orElse(null));
    f.end();
    return copy;
  }

  private static String checked(String copy) {
    Template.parse(copy);
    return copy;
  }
}
