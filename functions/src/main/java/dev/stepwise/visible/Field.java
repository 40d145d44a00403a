package dev.stepwise.visible;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A field of the mail that is answered, as mail programs repeat it in the language of the user. */
enum Field {
  FROM,
  SENT,
  TO,
  CC,
  SUBJECT,
  REPLY;

  private static final int LONGEST_NAME = 40;
  private static final Map<String, Set<Field>> BY_NAME = names();

  /** The fields that this line may begin with: one name can mean two things in two languages. */
  static Set<Field> in(String line) {
    int colon = colon(line);
    if (colon < 0) {
      return EnumSet.noneOf(Field.class);
    }
    String name = bare(Spaces.plain(line.substring(0, colon)));
    Set<Field> found = EnumSet.noneOf(Field.class);
    found.addAll(BY_NAME.getOrDefault(name.toLowerCase(Locale.ROOT), Set.of()));
    return found;
  }

  /** True when these fields together can only be the head of another mail. */
  static boolean makeBlock(Collection<Field> fields) {
    return fields.contains(FROM)
        && fields.size() >= 3
        && (fields.contains(SENT) || fields.contains(SUBJECT));
  }

  private static int colon(String line) {
    for (int i = 0; i < Math.min(line.length(), LONGEST_NAME); i++) {
      if (line.charAt(i) == ':' || line.charAt(i) == '：') {
        return i;
      }
    }
    return -1;
  }

  /** The name without the markup of bold or italic letters. */
  private static String bare(String name) {
    return name.replace("*", "").replace("_", "").strip();
  }

  private static Map<String, Set<Field>> names() {
    Map<String, Set<Field>> names = new HashMap<>();
    for (String language : Phrases.values("fields.txt")) {
      for (String group : language.split(";")) {
        int equals = group.indexOf('=');
        Field field = valueOf(group.substring(0, equals).strip().toUpperCase(Locale.ROOT));
        for (String name : group.substring(equals + 1).split(",")) {
          names
              .computeIfAbsent(
                  name.strip().toLowerCase(Locale.ROOT), _ -> EnumSet.noneOf(Field.class))
              .add(field);
        }
      }
    }
    return names;
  }
}
