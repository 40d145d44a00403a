package dev.stepwise.local.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The strings that a function's code holds: those of its constructor and of all that this leads to
 * in the wiring, the adapters' entrance and the routes.
 */
final class Code {
  private static final Pattern FOLLOWED =
      Pattern.compile("dev/stepwise/(lambda/(\\w+Function|Wiring)|aws/Aws|lambda/api/\\w+Api)");

  private record Method(String owner, String name, String type) {}

  private final Map<String, ClassModel> classes = new HashMap<>();
  private final Set<Method> seen = new HashSet<>();
  private final Deque<Method> ahead = new ArrayDeque<>();
  private final Set<String> strings = new TreeSet<>();

  private Code() {}

  /** The strings of that handler's code which match. */
  static Set<String> strings(String handler, Pattern wanted) {
    var code = new Code();
    code.follow(
        new Method(
            handler.replace('.', '/'), "<init>", "(Ljava/util/Map;Ljava/time/InstantSource;)V"));
    while (!code.ahead.isEmpty()) {
      code.read(code.ahead.pop());
    }
    return code.strings.stream()
        .filter(wanted.asMatchPredicate())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void follow(Method method) {
    if (FOLLOWED.matcher(method.owner()).matches() && seen.add(method)) {
      ahead.push(method);
    }
  }

  private void read(Method method) {
    classes.computeIfAbsent(method.owner(), Code::load).methods().stream()
        .filter(each -> each.methodName().equalsString(method.name()))
        .filter(each -> each.methodType().equalsString(method.type()))
        .flatMap(each -> each.code().stream())
        .flatMap(body -> body.elementStream())
        .forEach(this::look);
  }

  private void look(CodeElement element) {
    switch (element) {
      case LoadConstantInstruction load when load.constantValue() instanceof String text ->
          strings.add(text);
      case InvokeInstruction call ->
          follow(
              new Method(
                  call.owner().asInternalName(),
                  call.name().stringValue(),
                  call.type().stringValue()));
      case InvokeDynamicInstruction lambda -> handles(lambda).forEach(this::follow);
      default -> {}
    }
  }

  private static Stream<Method> handles(InvokeDynamicInstruction lambda) {
    return lambda.bootstrapArgs().stream()
        .filter(DirectMethodHandleDesc.class::isInstance)
        .map(DirectMethodHandleDesc.class::cast)
        .map(handle ->
            new Method(
                handle.owner().descriptorString().replaceAll("^L|;$", ""),
                handle.methodName(),
                handle.lookupDescriptor()));
  }

  private static ClassModel load(String name) {
    try (var bytes = Code.class.getResourceAsStream("/" + name + ".class")) {
      return ClassFile.of().parse(Objects.requireNonNull(bytes, name).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
