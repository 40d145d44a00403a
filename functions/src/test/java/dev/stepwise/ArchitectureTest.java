package dev.stepwise;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.security.SecureRandom;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The arrows between the layers, and who may make clock, environment and randomness. */
class ArchitectureTest {
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.stepwise");

  private static final String[] CONCEPTS = {
    "dev.stepwise",
    "dev.stepwise.booking..",
    "dev.stepwise.cadence..",
    "dev.stepwise.contact..",
    "dev.stepwise.pacing..",
    "dev.stepwise.pause..",
    "dev.stepwise.sender..",
    "dev.stepwise.sending..",
    "dev.stepwise.sequence..",
    "dev.stepwise.task..",
    "dev.stepwise.mail..",
    "dev.stepwise.enrollment..",
    "dev.stepwise.inbound..",
    "dev.stepwise.matching..",
    "dev.stepwise.mime..",
    "dev.stepwise.forward..",
    "dev.stepwise.judgement..",
    "dev.stepwise.visible..",
    "dev.stepwise.timer..",
    "dev.stepwise.deadletter..",
    "dev.stepwise.idempotency..",
    "dev.stepwise.json.."
  };

  private static final DescribedPredicate<JavaClass> AMAZON =
      resideInAnyPackage("software.amazon..", "com.amazonaws..");

  /** Calls that give another answer each time. */
  private static final DescribedPredicate<JavaCall<?>> CHANCE =
      call("java\\.time\\.\\w+", "now")
          .or(call("java\\.time\\.(Clock|InstantSource)", "(system|tick).*"))
          .or(call("java\\.lang\\.System", "currentTimeMillis|nanoTime|getenv|getProperty"))
          .or(call("java\\.lang\\.Math", "random"))
          .or(call("java\\.util\\.UUID", "randomUUID"))
          .or(call("java\\.util\\.concurrent\\.ThreadLocalRandom", "current"))
          .or(call("java\\.util\\.random\\.RandomGenerator", "getDefault|of"))
          .or(constructor(Random.class))
          .or(constructor(SecureRandom.class))
          .as("of clock, environment or chance");

  @Test
  void every_package_belongs_to_a_layer() {
    classes().should().resideInAnyPackage(layers()).check(PRODUCT);
  }

  @Test
  void concepts_know_no_layer_above_them() {
    noClasses()
        .that()
        .resideInAnyPackage(CONCEPTS)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "dev.stepwise.usecase..", "dev.stepwise.lambda..", "dev.stepwise.aws.."))
        .check(PRODUCT);
  }

  @Test
  void use_cases_know_neither_handlers_nor_adapters() {
    noClasses()
        .that()
        .resideInAPackage("dev.stepwise.usecase..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("dev.stepwise.lambda..", "dev.stepwise.aws.."))
        .check(PRODUCT);
  }

  @Test
  void adapters_know_only_concepts() {
    noClasses()
        .that()
        .resideInAPackage("dev.stepwise.aws..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("dev.stepwise.lambda..", "dev.stepwise.usecase.."))
        .check(PRODUCT);
  }

  @Test
  void only_the_wiring_knows_adapters() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.stepwise.aws..")
        .and()
        .doNotHaveFullyQualifiedName("dev.stepwise.lambda.Wiring")
        .should()
        .dependOnClassesThat(resideInAnyPackage("dev.stepwise.aws.."))
        .check(PRODUCT);
  }

  @Test
  void concepts_and_use_cases_know_nothing_of_amazon() {
    noClasses()
        .that()
        .resideInAnyPackage(CONCEPTS)
        .or()
        .resideInAPackage("dev.stepwise.usecase..")
        .should()
        .dependOnClassesThat(AMAZON)
        .check(PRODUCT);
  }

  @Test
  void the_sdk_is_the_adapters_own() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.stepwise.aws..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("software.amazon.."))
        .check(PRODUCT);
  }

  @Test
  void clock_and_chance_come_from_outside() {
    noClasses()
        .that(not(assignableTo(RequestStreamHandler.class)))
        .and()
        .doNotHaveFullyQualifiedName("dev.stepwise.lambda.Wiring")
        .should()
        .callCodeUnitWhere(CHANCE)
        .check(PRODUCT);
  }

  @Test
  void handlers_read_the_real_world_only_in_the_constructor_that_lambda_calls() {
    noClasses()
        .should()
        .callCodeUnitWhere(
            CHANCE
                .and(
                    DescribedPredicate.describe(
                        "outside a no-argument constructor",
                        call ->
                            !call.getOrigin().isConstructor()
                                || !call.getOrigin().getRawParameterTypes().isEmpty()))
                .and(
                    DescribedPredicate.describe(
                        "in a handler",
                        call -> call.getOriginOwner().isAssignableTo(RequestStreamHandler.class))))
        .check(PRODUCT);
  }

  @Test
  void functions_are_stream_handlers_and_nothing_else_is() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Function")
        .should()
        .resideInAPackage("dev.stepwise.lambda")
        .andShould()
        .implement(RequestStreamHandler.class)
        .check(PRODUCT);
    classes()
        .that()
        .implement(RequestStreamHandler.class)
        .should()
        .haveSimpleNameEndingWith("Function")
        .check(PRODUCT);
  }

  @Test
  void concepts_form_no_cycle() {
    slices().matching("dev.stepwise.(*)..").should().beFreeOfCycles().check(PRODUCT);
  }

  private static String[] layers() {
    String[] layers = java.util.Arrays.copyOf(CONCEPTS, CONCEPTS.length + 3);
    layers[CONCEPTS.length] = "dev.stepwise.usecase..";
    layers[CONCEPTS.length + 1] = "dev.stepwise.aws..";
    layers[CONCEPTS.length + 2] = "dev.stepwise.lambda..";
    return layers;
  }

  private static DescribedPredicate<JavaCall<?>> call(String type, String method) {
    return target(owner(nameMatching(type))).and(target(nameMatching(method)));
  }

  private static DescribedPredicate<JavaCall<?>> constructor(Class<?> type) {
    return call(type.getName().replace(".", "\\."), "<init>");
  }
}
