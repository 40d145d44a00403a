package dev.stepwise.local.packaged;

import dev.stepwise.local.template.FunctionSpec;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One function in a process of its own, as Lambda starts it: its runtime client on the class path,
 * the unpacked zip as the task root, and no variables but Lambda's own, the template's and those
 * that lead the SDK to the local AWS.
 */
final class PackagedFunction implements AutoCloseable {
  private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  private final RuntimeApi api;
  private final Process process;
  private final Path log;

  private PackagedFunction(RuntimeApi api, Process process, Path log) {
    this.api = api;
    this.process = process;
    this.log = log;
  }

  /** Starts a function from the folder that the zip was unpacked into. */
  static PackagedFunction start(FunctionSpec spec, Path root, Map<String, String> endpoints) {
    try {
      RuntimeApi api = new RuntimeApi(spec.timeout());
      Path log = Files.createTempFile(root.getParent(), spec.name(), ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command(spec))
              .directory(root.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment(spec, root, api.address()));
      builder.environment().putAll(endpoints);
      Process process = builder.start();
      var _ = process.onExit().thenAccept(ended -> api.ended(ended.exitValue()));
      return new PackagedFunction(api, process, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has one event worked. */
  RuntimeApi.Outcome work(String event) {
    return api.work(event);
  }

  /** Whether it went through a snapshot, as each function of the template does. */
  boolean wasRestored() {
    return api.wasRestored();
  }

  /** What it has logged. */
  String logged() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    api.close();
  }

  private static List<String> command(FunctionSpec spec) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xmx192m",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        runtime(),
        CLIENT,
        spec.handler());
  }

  /** The runtime client and what it needs, and nothing of ours. */
  private static String runtime() {
    return Stream.of(
            CLIENT,
            "com.amazonaws.services.lambda.runtime.Context",
            "com.amazonaws.services.lambda.runtime.serialization.PojoSerializer",
            "software.amazon.awssdk.utilslite.SdkInternalThreadLocal")
        .map(PackagedFunction::jarOf)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String jarOf(String type) {
    try {
      var source = Class.forName(type).getProtectionDomain().getCodeSource();
      return Path.of(source.getLocation().toURI()).toString();
    } catch (ReflectiveOperationException | URISyntaxException e) {
      throw new IllegalStateException(type, e);
    }
  }

  private static Map<String, String> environment(FunctionSpec spec, Path root, String api) {
    Map<String, String> environment = new HashMap<>(spec.environment());
    environment.put("AWS_LAMBDA_RUNTIME_API", api);
    environment.put("LAMBDA_TASK_ROOT", root.toString());
    environment.put("_HANDLER", spec.handler());
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
    environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
    environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "packaged");
    environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "packaged");
    environment.put("AWS_LAMBDA_LOG_FORMAT", "JSON");
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
    environment.put("AWS_ACCESS_KEY_ID", "local");
    environment.put("AWS_SECRET_ACCESS_KEY", "local");
    environment.put("TZ", ":UTC");
    environment.put("LANG", "C.UTF-8");
    return environment;
  }
}
