package dev.stepwise.aws;

import dev.stepwise.cadence.Wait;
import dev.stepwise.pacing.Slot;
import dev.stepwise.pacing.Slots;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The codec of an enrollment's places: the edition, then a step, a second and a reason each. */
final class SlotsText {
  private static final int PARTS = 3;

  private SlotsText() {}

  static @Nullable String write(Slots slots) {
    return slots.equals(Slots.NONE)
        ? null
        : slots.byStep().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(e -> e.getKey() + ":" + write(e.getValue()))
            .collect(Collectors.joining(",", slots.edition() + "|", ""));
  }

  private static String write(Slot slot) {
    return Long.toString(slot.at().getEpochSecond(), Character.MAX_RADIX) + ":" + slot.why().wire();
  }

  static Slots read(Item item, @Nullable String text) {
    if (text == null) {
      return Slots.NONE;
    }
    String[] parts = text.split("\\|", 2);
    Map<Integer, Slot> slots = new HashMap<>();
    if (parts.length == 2 && !parts[1].isEmpty()) {
      for (String slot : parts[1].split(",")) {
        String[] p = slot.split(":");
        if (p.length != PARTS) {
          throw item.unreadable("slot");
        }
        slots.put(StateText.number(item, p[0]), slot(item, p[1], p[2]));
      }
    }
    return new Slots(StateText.number(item, parts[0]), slots);
  }

  private static Slot slot(Item item, String second, String why) {
    try {
      long at = Long.parseLong(second, Character.MAX_RADIX);
      return new Slot(Instant.ofEpochSecond(at), StateText.constant(item, Wait.class, why));
    } catch (NumberFormatException _) {
      throw item.unreadable("slot");
    }
  }
}
