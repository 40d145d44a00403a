package dev.stepwise.visible;

import dev.stepwise.visible.Line.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Takes from the lines of a reply those that its author typed. */
final class Reply {
  private final List<Line> lines;
  private final List<Line> typed = new ArrayList<>();

  /** True below an attribution: quotes are history, not context that the author chose. */
  private boolean inHistory;

  /** True below a signature, until a quote ends it. */
  private boolean inSignature;

  private boolean hasTyped;

  private Reply(List<Line> lines) {
    this.lines = lines;
  }

  static String visible(List<Line> lines) {
    Reply reply = new Reply(lines);
    reply.read();
    return reply.text();
  }

  private void read() {
    for (int i = 0; i < lines.size(); i++) {
      if (!take(i)) {
        return;
      }
    }
  }

  /** False when all that follows is history. */
  private boolean take(int at) {
    Line line = lines.get(at);
    switch (line.kind()) {
      case TEXT, BLANK, RULE -> {
        if (!inSignature && !isWrappedQuote(at)) {
          add(line);
        }
      }
      case QUOTE -> {
        inSignature = false;
        if (!inHistory) {
          add(line);
        }
      }
      case SIGNATURE, FOOTER, NOTICE -> inSignature = hasTyped;
      case ATTRIBUTION -> {
        inSignature = false;
        inHistory = true;
        return quoteFollows(at) || !hasTyped;
      }
      case CUT -> {
        return false;
      }
    }
    return true;
  }

  private void add(Line line) {
    typed.add(line);
    hasTyped |= line.is(Kind.TEXT);
  }

  private boolean quoteFollows(int at) {
    int next = at + 1;
    while (next < lines.size()
        && (lines.get(next).is(Kind.BLANK) || lines.get(next).is(Kind.ATTRIBUTION))) {
      next++;
    }
    return next < lines.size() && lines.get(next).is(Kind.QUOTE);
  }

  /** A long quoted line that was broken leaves its end without a mark. */
  private boolean isWrappedQuote(int at) {
    return inHistory
        && at > 0
        && at + 1 < lines.size()
        && lines.get(at).is(Kind.TEXT)
        && lines.get(at - 1).is(Kind.QUOTE)
        && lines.get(at + 1).is(Kind.QUOTE)
        && lines.get(at - 1).text().length() > 60;
  }

  private String text() {
    int end = typed.size();
    while (end > 0 && hasTyped && !typed.get(end - 1).is(Kind.TEXT)) {
      end--;
    }
    return typed.subList(0, end).stream().map(Line::text).collect(Collectors.joining("\n")).strip();
  }
}
