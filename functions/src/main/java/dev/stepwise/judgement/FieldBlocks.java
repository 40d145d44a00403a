package dev.stepwise.judgement;

import dev.stepwise.inbound.Headers;
import java.util.ArrayList;
import java.util.List;

/** The fields of a report (RFC 3464, RFC 5965, RFC 8098): blocks parted by blank lines. */
final class FieldBlocks {
  /** More fields than a mail to one person can earn. */
  private static final int MOST = 2_000;

  /** What is longer than this many characters goes on without being read. */
  private static final int LENGTH = 10_000;

  private FieldBlocks() {}

  /** The blocks of a report's text; lines that are no fields are passed over. */
  static List<Headers> of(String text) {
    List<Headers> blocks = new ArrayList<>();
    List<Headers.Field> block = new ArrayList<>();
    for (String line : text.lines().limit(MOST).toList()) {
      if (line.isBlank()) {
        endBlock(blocks, block);
        block = new ArrayList<>();
      } else if (Character.isWhitespace(line.charAt(0)) && !block.isEmpty()) {
        continueField(block, line);
      } else {
        addField(block, line);
      }
    }
    endBlock(blocks, block);
    return blocks;
  }

  private static void addField(List<Headers.Field> block, String line) {
    int colon = line.indexOf(':');
    if (colon > 0 && colon <= 60 && line.substring(0, colon).strip().indexOf(' ') < 0) {
      String name = line.substring(0, colon).strip();
      block.add(new Headers.Field(name, line.substring(colon + 1).strip()));
    }
  }

  private static void continueField(List<Headers.Field> block, String line) {
    Headers.Field last = block.getLast();
    if (last.value().length() < LENGTH) {
      block.removeLast();
      block.add(new Headers.Field(last.name(), last.value() + " " + line.strip()));
    }
  }

  private static void endBlock(List<Headers> blocks, List<Headers.Field> block) {
    if (!block.isEmpty()) {
      blocks.add(new Headers(block));
    }
  }
}
