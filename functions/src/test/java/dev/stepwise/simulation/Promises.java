package dev.stepwise.simulation;

import dev.stepwise.enrollment.Enrollment;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All promises: has each look at what it has a say in, and counts how often. */
final class Promises {
  private final Map<Promise, long[]> looks = new LinkedHashMap<>();
  private List<Promise> ofChanges = List.of();
  private List<Promise> ofMails = List.of();
  private List<Promise> ofQuiet = List.of();

  Promises(Collection<Promise> all) {
    all.forEach(this::add);
  }

  /** Has one more promise look. */
  void add(Promise promise) {
    looks.put(promise, new long[1]);
    ofChanges = having("changed");
    ofMails = having("accepted");
    ofQuiet = having("quiet");
  }

  private List<Promise> having(String look) {
    return looks.keySet().stream()
        .filter(promise ->
            Arrays.stream(promise.getClass().getDeclaredMethods())
                .anyMatch(method -> method.getName().equals(look)))
        .toList();
  }

  void changed(@Nullable Enrollment before, Enrollment after) {
    look(ofChanges, promise -> promise.changed(before, after));
  }

  void accepted(Accepted mail, Enrollment stored) {
    look(ofMails, promise -> promise.accepted(mail, stored));
  }

  void quiet() {
    look(ofQuiet, Promise::quiet);
  }

  /** A look that a promise took by itself. */
  void looked(Promise promise) {
    looks.getOrDefault(promise, new long[1])[0]++;
  }

  private void look(List<Promise> those, Consumer<Promise> how) {
    for (Promise promise : those) {
      looked(promise);
      how.accept(promise);
    }
  }

  /** What all of them remember. */
  List<Object> remembered() {
    return looks.keySet().stream().map(Promise::remembered).toList();
  }

  /** How often each was checked, by the name of the promise. */
  Map<String, Long> checks() {
    Map<String, Long> checks = new TreeMap<>();
    looks.forEach((promise, count) -> checks.merge(promise.name(), count[0], Long::sum));
    return checks;
  }
}
