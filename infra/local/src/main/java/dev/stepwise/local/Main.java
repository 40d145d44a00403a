package dev.stepwise.local;

import dev.stepwise.local.demo.Demo;
import dev.stepwise.local.template.TemplateException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts the local system from the command line; {@code ./mvnw -Plocal} runs it. */
public final class Main {
  // Held here: a logger that nobody holds forgets its level.
  private static final Logger EVERYONE = Logger.getLogger("");
  private static final Logger PRODUCT = Logger.getLogger("dev.stepwise");
  private static final Duration PAUSE = Duration.ofMillis(170);

  private Main() {}

  public static void main(String[] arguments) {
    ParentWatch.start();
    try {
      run(isOn("demo"));
    } catch (CannotStart | TemplateException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    } catch (IOException | InterruptedException | RuntimeException e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static void run(boolean demo) throws IOException, InterruptedException {
    if (!isOn("verbose")) {
      quieten(demo);
    }
    var options = Options.fromSystemProperties();
    var root = Objects.requireNonNull(options.template().getParent());
    var ready = new ReadyFile(root.resolve("infra/local/target/local.json"));
    ready.delete();
    var system = LocalSystem.start(options);
    Runtime.getRuntime().addShutdownHook(new Thread(system::close));
    ready.write(system);
    if (demo) {
      demonstrate(system, root);
    } else {
      System.out.println(Banner.of(system, ready.path()));
      new CountDownLatch(1).await();
    }
  }

  /** Beside a demonstration's timeline nobody may talk, else the functions not of each message. */
  private static void quieten(boolean demo) {
    (demo ? EVERYONE : PRODUCT).setLevel(Level.WARNING);
  }

  private static boolean isOn(String option) {
    return !System.getProperty(option, "false").equals("false");
  }

  private static void demonstrate(LocalSystem system, Path root)
      throws IOException, InterruptedException {
    var secret = LocalSystem.BOOKING_SECRETS.getOrDefault("generic", "");
    var place = new Demo.Place(system.api(), system.tokens().rep(), system.smtp(), secret);
    new Demo(place, root.resolve("infra/examples"), PAUSE, System.out).run();
    System.exit(0);
  }
}
