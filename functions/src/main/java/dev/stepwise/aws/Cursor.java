package dev.stepwise.aws;

import dev.stepwise.Ids;
import dev.stepwise.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a list goes on: a few words, opaque to callers. It holds only for the query it was made
 * for, and one that was changed on the way is refused. It opens nothing: keys are made of the query
 * and the words, never taken from the cursor.
 */
public final class Cursor {
  private static final String SEPARATOR = "\n";
  private static final int CHECK = 8;

  private Cursor() {}

  /** The cursor of this query at that place. */
  public static String write(String query, String... place) {
    String words = String.join(SEPARATOR, place);
    String text = Ids.derived("cursor", query, words).substring(0, CHECK) + words;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The place, of so many words; empty when there is no cursor, for a list then begins. */
  public static List<String> read(String query, @Nullable String cursor, int words) {
    if (cursor == null) {
      return List.of();
    }
    String text = decoded(cursor);
    String place = text.length() < CHECK ? "" : text.substring(CHECK);
    List<String> parts = Arrays.asList(place.split(SEPARATOR, -1));
    if (parts.size() != words || !write(query, parts.toArray(String[]::new)).equals(cursor)) {
      throw bad();
    }
    return parts;
  }

  private static String decoded(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw bad();
    }
  }

  private static InvalidValueException bad() {
    return new InvalidValueException("must be a cursor as an earlier page gave it");
  }
}
