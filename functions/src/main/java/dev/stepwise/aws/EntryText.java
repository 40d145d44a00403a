package dev.stepwise.aws;

import dev.stepwise.enrollment.Entry;
import java.time.Instant;

/**
 * A timeline entry as one text: type, milliseconds in base 36, step, by whom (nothing: the engine)
 * and the detail, parted by bars. A bar in a name is escaped; the detail comes last and needs none.
 */
final class EntryText {
  private static final int BASE = 36;

  private EntryText() {}

  static String write(Entry e) {
    return String.join(
        "|",
        e.type().wire(),
        Long.toString(e.at().toEpochMilli(), BASE),
        Integer.toString(e.step()),
        e.by().equals(Entry.ENGINE) ? "" : e.by().replace("%", "%25").replace("|", "%7C"),
        e.detail());
  }

  static Entry read(Item item, String text) {
    String[] p = text.split("\\|", 5);
    if (p.length != 5) {
      throw item.unreadable("timeline entry");
    }
    return new Entry(
        at(item, p[1]),
        StateText.constant(item, Entry.Type.class, p[0]),
        StateText.number(item, p[2]),
        p[3].isEmpty() ? Entry.ENGINE : p[3].replace("%7C", "|").replace("%25", "%"),
        p[4]);
  }

  private static Instant at(Item item, String digits) {
    try {
      return Instant.ofEpochMilli(Long.parseLong(digits, BASE));
    } catch (NumberFormatException _) {
      throw item.unreadable("timeline entry");
    }
  }
}
