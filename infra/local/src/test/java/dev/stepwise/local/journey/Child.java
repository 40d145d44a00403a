package dev.stepwise.local.journey;

import dev.stepwise.local.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A local system in a process of its own, which keeps everything in a folder. */
final class Child implements AutoCloseable {
  private final Process process;
  final Stepwise stepwise;

  /** Host and port that take mail. */
  final String smtp;

  private Child(Process process, Stepwise stepwise, String smtp) {
    this.process = process;
    this.stepwise = stepwise;
    this.smtp = smtp;
  }

  /** Starts where {@code home} holds the project's template; returns when the system is ready. */
  static Child startIn(Path home) throws IOException {
    Files.copy(
        Running.TEMPLATE, home.resolve("template.yaml"), StandardCopyOption.REPLACE_EXISTING);
    var process =
        new ProcessBuilder(command(home))
            .directory(home.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    awaitReady(process);
    var file = home.resolve("infra/local/target/local.json");
    var local = Json.object(Files.readAllBytes(file)).orElseThrow();
    var api = URI.create(local.text("api"));
    var tokens = local.object("tokens");
    return new Child(
        process,
        new Stepwise(new Caller(api, tokens.text("rep")), new Caller(api, tokens.text("admin"))),
        local.text("smtp"));
  }

  /** Pulls the plug after so long; false when the process ended before. */
  boolean killAfter(long millis) {
    try {
      if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
        return false;
      }
      process.destroyForcibly().waitFor();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Waits for a process that ends itself. */
  void awaitEnd() {
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    killAfter(0);
  }

  private static List<String> command(Path home) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "-XX:TieredStopAtLevel=1",
        "-Dport=0",
        "-DsmtpPort=0",
        "-Dspeed=0.000000001",
        "-Dstart=" + Running.START,
        "-Ddata=" + home.resolve("data"),
        "-cp",
        System.getProperty("java.class.path"),
        "dev.stepwise.local.Main");
  }

  private static void awaitReady(Process process) {
    try {
      var lines = process.inputReader();
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.contains("is ready")) {
          return;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException("the local system ended before it was ready");
  }
}
