package dev.stepwise.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That the template, the code and the API's description speak of the same things. */
class CodeTest {
  /** Lambda gives those of AWS. */
  private static final Pattern VARIABLE = Pattern.compile("(?!AWS_)[A-Z]+(_[A-Z]+)+");

  private static final Pattern ROUTE = Pattern.compile("[A-Z]+ /\\S*");
  private static final Path OPENAPI = Path.of("../openapi.yaml");
  private static final Set<String> METHODS =
      Set.of("get", "head", "post", "put", "patch", "delete", "options", "trace");

  private static final Set<String> SCHEDULES =
      Set.of("SCHEDULE_GROUP", "SCHEDULE_ROLE_ARN", "STEP_DUE_QUEUE_ARN", "DEAD_LETTER_QUEUE_ARN");

  /** Who only stops enrollments arms no timer, though the same code could. */
  private static final Set<String> STOPPING =
      Set.of(
          "SequencesFunction",
          "SuppressionsFunction",
          "ContactsFunction",
          "UnsubscribeFunction",
          "BookingsFunction");

  /** What these arm is due now and goes straight to the queue. */
  private static final Set<String> AT_ONCE = Set.of("MailEventsFunction");

  static List<FunctionSpec> functions() {
    return Deployed.stack().functions();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void a_handler_is_a_class_that_lambda_can_make(FunctionSpec function)
      throws ReflectiveOperationException {
    var handler = Class.forName(function.handler());

    assertThat(handler.getSimpleName()).isEqualTo(function.name());
    assertThat(RequestStreamHandler.class).isAssignableFrom(handler);
    assertThat(Modifier.isPublic(handler.getConstructor().getModifiers())).isTrue();
    assertThat(handler.getConstructor(Map.class, InstantSource.class)).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void a_function_is_given_the_variables_that_it_reads_and_no_others(FunctionSpec function) {
    var own = Deployed.variables(function.name());
    var read = Code.strings(function.handler(), VARIABLE);

    assertThat(read).containsAll(own);
    read.removeAll(function.environment().keySet());
    assertThat(unarmed(function.name())).containsAll(read);
  }

  @Test
  void what_every_function_is_given_somebody_reads() {
    var read =
        functions().stream()
            .flatMap(function -> Code.strings(function.handler(), VARIABLE).stream())
            .collect(Collectors.toSet());

    assertThat(read).containsAll(Deployed.variablesOfAll());
  }

  @ParameterizedTest
  @MethodSource("functions")
  void a_function_serves_the_routes_that_lead_to_it(FunctionSpec function) {
    var led =
        function.triggers(Trigger.Route.class).map(Trigger.Route::key).collect(Collectors.toSet());

    assertThat(Code.strings(function.handler(), ROUTE)).isEqualTo(led);
  }

  @Test
  void the_description_has_the_routes_of_the_template() {
    var routes =
        functions().stream()
            .flatMap(function -> function.triggers(Trigger.Route.class))
            .collect(Collectors.toMap(Trigger.Route::key, Trigger.Route::open));

    assertThat(described()).isEqualTo(routes);
  }

  /** Routes, and whether they are open. */
  private static Map<String, Boolean> described() {
    var paths = YamlReader.read(Deployed.text(OPENAPI)).field("paths").fields();
    return paths.entrySet().stream()
        .flatMap(path ->
            path.getValue().fields().entrySet().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .map(operation ->
                    Map.entry(
                        operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                        operation.getValue().fields().containsKey("security"))))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** What a function's code could read, but never does. */
  private static Set<String> unarmed(String function) {
    var never = new TreeSet<String>();
    if (STOPPING.contains(function) || AT_ONCE.contains(function)) {
      never.addAll(SCHEDULES);
    }
    if (STOPPING.contains(function)) {
      never.add("STEP_DUE_QUEUE_URL");
    }
    return never;
  }
}
