package dev.stepwise.memory;

import dev.stepwise.Page;
import dev.stepwise.StaleVersionException;
import dev.stepwise.contact.Domain;
import dev.stepwise.enrollment.Change;
import dev.stepwise.enrollment.Claim;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Enrollments;
import dev.stepwise.enrollment.Erasure;
import dev.stepwise.enrollment.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Enrollments in memory. */
record MemoryEnrollments(Memory memory) implements Enrollments {
  @Override
  public Optional<Enrollment> find(EnrollmentId id) {
    return memory.alone(() -> Optional.ofNullable(stored(id)));
  }

  private @Nullable Enrollment stored(EnrollmentId id) {
    return memory.enrollments.get(id.value());
  }

  @Override
  public Entered create(Entrance entrance) {
    return memory.alone(() -> {
      Change ending = entrance.ending();
      if (stored(entrance.enrollment().id()) != null) {
        return Entered.ALREADY_THERE;
      }
      if (!isFree(entrance) || (ending != null && !mayWrite(ending))) {
        return Entered.TAKEN;
      }
      write(entrance);
      return Entered.CREATED;
    });
  }

  private boolean isFree(Entrance entrance) {
    Enrollment e = entrance.enrollment();
    EnrollmentId holder = memory.locks.get(e.facts().contact());
    return holder == null || holder.equals(e.id()) || holder.equals(entrance.replaces());
  }

  private void write(Entrance entrance) {
    Enrollment e = entrance.enrollment();
    Change ending = entrance.ending();
    memory.enrollments.put(e.id().value(), e);
    memory.locks.put(e.facts().contact(), e.id());
    memory.contacts.put(entrance.contact().email(), entrance.contact());
    if (!entrance.overrides().isEmpty()) {
      memory.overrides.put(e.id(), entrance.overrides());
    }
    if (entrance.account() != null) {
      memory.accounts.computeIfAbsent(entrance.account(), _ -> new ArrayList<>()).add(e.id());
    }
    if (ending != null) {
      write(ending);
    }
  }

  @Override
  public ClaimResult claim(ClaimRequest request) {
    return memory.alone(() -> {
      Enrollment e = stored(request.enrollment());
      if (e == null || !isClaimable(e, request)) {
        return e != null && holds(e, request)
            ? new ClaimResult.Taken(e)
            : new ClaimResult.NotTaken(e);
      }
      Enrollment taken = claimed(e, request);
      memory.enrollments.put(e.id().value(), taken);
      return new ClaimResult.Taken(taken);
    });
  }

  private static boolean isClaimable(Enrollment e, ClaimRequest request) {
    return e.state() instanceof State.Active s
        && e.claim() == null
        && !e.isReading()
        && e.generation() == request.generation()
        && s.step() == request.step()
        && !s.due().at().isAfter(request.latest());
  }

  private static boolean holds(Enrollment e, ClaimRequest request) {
    return e.claim() != null && e.claim().id().equals(request.claimId());
  }

  private static Enrollment claimed(Enrollment e, ClaimRequest request) {
    int attempt = e.attempt() + 1;
    return new Enrollment(
        e.facts(),
        e.revision() + 1,
        e.generation(),
        attempt,
        e.state(),
        new Claim(request.claimId(), request.step(), attempt, request.now()),
        e.thread(),
        e.openTasks(),
        e.holds(),
        e.timeline());
  }

  @Override
  public void save(Change change) {
    memory.alone(() -> {
      if (!mayWrite(change)) {
        throw new StaleVersionException("enrollment " + change.before().id());
      }
      write(change);
    });
  }

  private boolean mayWrite(Change change) {
    return isUnchanged(change.before())
        && change.tasks().stream().allMatch(new MemoryTasks(memory)::mayWrite);
  }

  private boolean isUnchanged(Enrollment before) {
    Enrollment now = stored(before.id());
    return now != null
        && now.revision() == before.revision()
        && now.generation() == before.generation()
        && now.attempt() == before.attempt()
        && claimId(now).equals(claimId(before));
  }

  private static Optional<String> claimId(Enrollment e) {
    return Optional.ofNullable(e.claim()).map(Claim::id);
  }

  private void write(Change change) {
    Enrollment after = change.after();
    memory.enrollments.put(after.id().value(), after);
    change.tasks().forEach(new MemoryTasks(memory)::write);
    if (change.messageId() != null) {
      memory.messages.put(change.messageId(), after.id());
    }
    if (change.contact() != null) {
      memory.contacts.put(change.contact().email(), change.contact());
    }
  }

  @Override
  public void erase(Erasure erasure) {
    memory.alone(() -> {
      Enrollment after = erasure.after();
      if (!isUnchanged(erasure.before())) {
        throw new StaleVersionException("enrollment " + after.id());
      }
      erasure.tasks().forEach(task -> new MemoryTasks(memory).blank(task, after));
      erasure.messageIds().forEach(memory.messages::remove);
      memory.overrides.remove(after.id());
      memory.enrollments.put(after.id().value(), after);
    });
  }

  @Override
  public Page<Enrollment> list(Query query, @Nullable String cursor) {
    return memory.alone(() -> {
      NavigableMap<String, Enrollment> wanted = new TreeMap<>(memory.enrollments);
      wanted.values().removeIf(e -> !query.matches(e));
      return Pages.of("enrollments " + query, wanted, cursor);
    });
  }

  @Override
  public List<EnrollmentId> ofAccount(Domain account) {
    return memory.alone(() -> List.copyOf(memory.accounts.getOrDefault(account, List.of())));
  }

  @Override
  public List<Overdue> overdue(Instant before, int limit) {
    return memory.alone(() ->
        memory.enrollments.values().stream()
            .flatMap(MemoryEnrollments::waiting)
            .filter(waiting -> waiting.due().isBefore(before))
            .sorted(Comparator.comparing(Overdue::due))
            .limit(limit)
            .toList());
  }

  private static Stream<Overdue> waiting(Enrollment e) {
    Claim claim = e.claim();
    int step = e.step().orElse(claim == null ? 0 : claim.step());
    return e.lookAfter().stream()
        .map(due ->
            new Overdue(
                e.id(), e.facts().sequence(), e.facts().version(), step, e.generation(), due));
  }
}
