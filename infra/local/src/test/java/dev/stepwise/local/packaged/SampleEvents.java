package dev.stepwise.local.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * infra/events: what AWS hands to functions, with what was really made in the place of examples.
 */
public final class SampleEvents {
  private static final Path FOLDER = Path.of("../events");

  private final Map<String, String> made = new LinkedHashMap<>();

  /** From now on the example stands for that. */
  public void say(String example, String real) {
    made.put(example, real);
  }

  /** The event of the file of that name, which begins with its function's. */
  public String text(String name) {
    try {
      String text = Files.readString(FOLDER.resolve(name + ".json"));
      for (var each : made.entrySet()) {
        text = text.replace(each.getKey(), each.getValue());
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Set<String> names() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> String.valueOf(file.getFileName()).replaceFirst("\\.json$", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
