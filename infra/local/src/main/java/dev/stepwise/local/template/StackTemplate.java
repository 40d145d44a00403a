package dev.stepwise.local.template;

import dev.stepwise.local.aws.QueueSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/**
 * What the local system takes from template.yaml: everything it starts, with all names resolved.
 */
public record StackTemplate(
    List<FunctionSpec> functions,
    List<QueueSpec> queues,
    List<CreateTableRequest> tables,
    List<String> scheduleGroups,
    List<String> buckets,
    List<Subscription> subscriptions) {

  /** Reads a template; throws {@link TemplateException} where it asks for what is not there. */
  public static StackTemplate read(Path file, Surroundings surroundings) {
    try {
      return parse(Files.readString(file), surroundings);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  static StackTemplate parse(String yaml, Surroundings surroundings) {
    var template = YamlReader.read(yaml);
    return new TemplateParser(template, new Resolver(template, surroundings)).parse();
  }

  public Optional<FunctionSpec> function(String name) {
    return functions.stream().filter(function -> function.name().equals(name)).findFirst();
  }
}
