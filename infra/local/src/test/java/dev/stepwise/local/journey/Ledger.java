package dev.stepwise.local.journey;

import dev.stepwise.local.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The outbox held against the timelines: what is wrong, how many mails left, how many of them again
 * by a decision, and about how many the rep is asked.
 */
record Ledger(List<String> problems, int mails, int again, int asked) {

  static Ledger of(List<Person> people, List<JsonObject> outbox, Map<String, String> enrolled) {
    return new Audit(people, outbox).ledger(enrolled);
  }

  private static final class Audit {
    private final List<String> problems = new ArrayList<>();
    private final List<Person> people;
    private final Map<String, List<JsonObject>> mails = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final List<JsonObject> forwarded;
    private int again;

    Audit(List<Person> people, List<JsonObject> outbox) {
      this.people = people;
      forwarded =
          outbox.stream()
              .filter(mail -> String.valueOf(mail.get("to")).contains(Stepwise.REP))
              .toList();
      for (var mail : outbox) {
        if (mail.object("tags").has("enrollment")) {
          ids.add(mail.text("messageId"));
          mails.computeIfAbsent(tag(mail, "enrollment"), _ -> new ArrayList<>()).add(mail);
        }
      }
    }

    Ledger ledger(Map<String, String> enrolled) {
      var known = new HashSet<String>();
      for (var person : people) {
        known.add(person.id());
        check(person, mails.getOrDefault(person.id(), List.of()));
      }
      enrolled.forEach((address, id) -> expect(known.contains(id), address + " is lost: " + id));
      expect(known.containsAll(mails.keySet()), "mails of nobody: " + mails.keySet());
      int asked = (int) people.stream().filter(Person::isAsked).count();
      return new Ledger(List.copyOf(problems), ids.size(), again, asked);
    }

    private void check(Person person, List<JsonObject> received) {
      expect(person.isSettled(), "nothing comes of " + person.enrollment());
      checkOnce(person, received);
      for (var mail : received) {
        checkTold(person, mail);
      }
      for (var id : person.toldSent()) {
        expect(ids.contains(id), "told but never sent: " + id + " " + person.enrollment());
      }
      if (person.answered()) {
        expect(person.repliedAt().isPresent(), "an answer is lost: " + person.enrollment());
        expect(isForwarded(person), "an answer never reached the rep: " + person.enrollment());
      }
    }

    private void checkOnce(Person person, List<JsonObject> received) {
      Map<String, Integer> ofStep = new HashMap<>();
      Map<String, Integer> ofAttempt = new HashMap<>();
      for (var mail : received) {
        ofStep.merge(tag(mail, "step"), 1, Integer::sum);
        ofAttempt.merge(tag(mail, "step") + "/" + tag(mail, "attempt"), 1, Integer::sum);
      }
      ofAttempt.forEach((attempt, count) ->
          expect(count == 1, "attempt " + attempt + " twice: " + person.enrollment()));
      ofStep.forEach((step, count) -> {
        again += count - 1;
        expect(
            count <= 1 + person.decisions(step),
            "step " + step + " sent " + count + " times: " + person.enrollment());
      });
    }

    private void checkTold(Person person, JsonObject mail) {
      var id = mail.text("messageId");
      expect(person.tells(id), "not told: " + id + " " + person.enrollment());
      expect(
          person.isDelivered(id, tag(mail, "step")),
          "its delivery is not told: " + id + " " + person.enrollment());
      var at = Instant.parse(mail.text("at"));
      expect(
          person.repliedAt().filter(at::isAfter).isEmpty(),
          "sent after the answer: " + id + " " + person.enrollment());
    }

    private boolean isForwarded(Person person) {
      return forwarded.stream().anyMatch(mail -> mail.text("text").contains(person.address()));
    }

    private void expect(boolean holds, String otherwise) {
      if (!holds) {
        problems.add(otherwise);
      }
    }

    private static String tag(JsonObject mail, String name) {
      return mail.object("tags").text(name);
    }
  }
}
