package dev.stepwise.local;

import dev.stepwise.local.demo.Demo;
import dev.stepwise.local.template.TemplateException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/** Starts the local system from the command line; {@code ./mvnw -Plocal} runs it. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws Exception {
    ParentWatch.start();
    try {
      run();
    } catch (CannotStart | TemplateException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void run() throws Exception {
    var options = Options.fromSystemProperties();
    var root = Objects.requireNonNull(options.template().getParent());
    var ready = new ReadyFile(root.resolve("infra/local/target/local.json"));
    ready.delete();
    var system = LocalSystem.start(options);
    Runtime.getRuntime().addShutdownHook(new Thread(system::close));
    ready.write(system);
    if (Options.property("demo", "false").equals("false")) {
      System.out.println(banner(system, ready));
      new CountDownLatch(1).await();
    }
    new Demo(system.api(), system.tokens().rep(), root.resolve("infra/examples")).run();
    System.exit(0);
  }

  private static String banner(LocalSystem system, ReadyFile ready) {
    var started = ProcessHandle.current().info().startInstant();
    var seconds = started.map(at -> Duration.between(at, Instant.now()).toMillis() / 1000.0);
    return """

    Stepwise is ready%s. It is %s here, and time moves as you say.

      API      %s
      Mail in  %s, for anyone@%s
      Tokens   %s

    Try:
      curl -s %s/_local/clock
      curl -s -H "Authorization: Bearer $(jq -r .tokens.rep infra/local/target/local.json)" %s/sequences
      curl -s -X POST %s/_local/clock -d '{"advance":"P1D"}'

    Ctrl-C ends it. ./mvnw -Plocal -Ddemo plays four weeks in half a minute.
    """
        .formatted(
            seconds.map(" after %.1f s"::formatted).orElse(""),
            system.clock().now().truncatedTo(ChronoUnit.SECONDS),
            system.api(),
            system.smtp(),
            LocalSystem.INBOUND_DOMAIN,
            ready.path(),
            system.api(),
            system.api(),
            system.api());
  }
}
