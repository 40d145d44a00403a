package dev.stepwise.local.lambda;

import dev.stepwise.local.aws.LocalAws;
import dev.stepwise.local.template.StackTemplate;
import dev.stepwise.local.template.Trigger;
import dev.stepwise.local.time.Agenda;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/** All functions of a template. */
public final class LocalFunctions {
  private final List<LocalFunction> functions;

  private LocalFunctions(List<LocalFunction> functions) {
    this.functions = functions;
  }

  /** Makes every handler, in parallel, for each sets up clients of its own. */
  public static LocalFunctions load(StackTemplate template, InstantSource clock) {
    return new LocalFunctions(
        template.functions().parallelStream()
            .map(spec -> LocalFunction.load(spec, clock))
            .toList());
  }

  public List<LocalFunction> all() {
    return functions;
  }

  public Optional<LocalFunction> named(String name) {
    return functions.stream().filter(function -> function.spec().name().equals(name)).findFirst();
  }

  /** Lets queues and the clock run the functions they are to run. */
  public void register(LocalAws aws, Agenda agenda, StackTemplate template) {
    for (var function : functions) {
      function
          .spec()
          .triggers(Trigger.Queue.class)
          .forEach(queue -> agenda.register(new QueuePoller(queue, function, aws.sqs())));
      function
          .spec()
          .triggers(Trigger.Every.class)
          .forEach(every -> runEvery(every, function, agenda, template));
    }
  }

  private static void runEvery(
      Trigger.Every every, LocalFunction function, Agenda agenda, StackTemplate template) {
    var table = template.tables().stream().filter(LocalFunctions::hasDueIndex).findFirst();
    var overdue = table.map(it -> new Overdue(DynamoDbClient.create(), it.tableName()));
    agenda.every(
        every.period(),
        now -> overdue.isEmpty() || overdue.get().test(now),
        now -> function.invoke(ScheduledEvents.event(every.name(), now)));
  }

  private static boolean hasDueIndex(CreateTableRequest table) {
    return table.globalSecondaryIndexes().stream()
        .anyMatch(index -> index.indexName().equals("due"));
  }
}
