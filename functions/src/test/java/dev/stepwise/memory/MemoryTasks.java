package dev.stepwise.memory;

import dev.stepwise.Page;
import dev.stepwise.enrollment.Change.TaskWrite;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.task.Task;
import dev.stepwise.task.TaskId;
import dev.stepwise.task.Tasks;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tasks in memory. */
record MemoryTasks(Memory memory) implements Tasks {
  @Override
  public Optional<Task> find(TaskId id) {
    return memory.alone(() -> Optional.ofNullable(memory.tasks.get(id)));
  }

  @Override
  public Page<Task> list(Query query, @Nullable String cursor) {
    return memory.alone(() -> {
      NavigableMap<String, Task> wanted = new TreeMap<>();
      memory.tasks.values().stream()
          .filter(query::matches)
          .forEach(task -> wanted.put(sort(task), task));
      return Pages.of("tasks " + query, wanted, cursor);
    });
  }

  private static String sort(Task task) {
    return "%013d#%s".formatted(task.dueAt().toEpochMilli(), task.id());
  }

  /** A task that is not there cannot be changed. */
  boolean mayWrite(TaskWrite write) {
    return switch (write) {
      case TaskWrite.Open _ -> true;
      case TaskWrite.Close close -> memory.tasks.containsKey(close.id());
      case TaskWrite.Reschedule later -> memory.tasks.containsKey(later.id());
    };
  }

  void blank(TaskId id, Enrollment erased) {
    memory.tasks.computeIfPresent(
        id,
        (_, task) ->
            new Task(
                id,
                erased.facts().contact(),
                task.sender(),
                task.kind(),
                "erased",
                task.state(),
                task.dueAt(),
                task.createdAt()));
  }

  void write(TaskWrite write) {
    switch (write) {
      case TaskWrite.Open open -> memory.tasks.put(open.task().id(), open.task());
      case TaskWrite.Close close ->
          memory.tasks.computeIfPresent(close.id(), (_, task) -> task.in(close.state()));
      case TaskWrite.Reschedule later ->
          memory.tasks.computeIfPresent(later.id(), (_, task) -> task.due(later.dueAt()));
    }
  }
}
