package dev.stepwise.visible;

import dev.stepwise.visible.Line.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Takes from the lines of a reply those that its author typed, and the quotes between them. */
final class Reply {
  private final List<Line> lines;
  private final List<Line> taken = new ArrayList<>();
  private boolean typed;

  /** True below an attribution: a quote there counts as context only between what was typed. */
  private boolean inHistory;

  /** True below a signature, until a quote ends it. */
  private boolean inSignature;

  /** True below the head of another mail with nothing typed above it. */
  private boolean passedOn;

  private Reply(List<Line> lines) {
    this.lines = lines;
  }

  /** What was typed, without any quote. */
  static String typed(List<Line> lines) {
    Reply reply = new Reply(lines);
    reply.read();
    return reply.passedOn ? "" : reply.text(line -> !line.is(Kind.QUOTE));
  }

  /** What was typed and the quotes that it answers, or what was passed on. */
  static String readable(List<Line> lines) {
    Reply reply = new Reply(lines);
    reply.read();
    return reply.text(_ -> true);
  }

  private void read() {
    boolean[] quoteNext = quoteNext();
    for (int i = 0; i < lines.size(); i++) {
      if (ends(lines.get(i), quoteNext[i])) {
        return;
      }
      take(i);
    }
  }

  /** True when this line and all below it are history. */
  private boolean ends(Line line, boolean quoteNext) {
    return typed && !passedOn && (line.is(Kind.CUT) || (line.is(Kind.ATTRIBUTION) && !quoteNext));
  }

  private void take(int at) {
    Line line = lines.get(at);
    switch (line.kind()) {
      case TEXT, CODE, BLANK, RULE -> {
        if (!inSignature && !isWrappedQuote(at)) {
          add(line);
        }
      }
      case QUOTE -> {
        inSignature = false;
        if (!inHistory || typed) {
          add(line);
        }
      }
      case SIGNATURE, FOOTER, NOTICE -> inSignature = typed;
      case ATTRIBUTION -> {
        inSignature = false;
        inHistory = true;
      }
      case CUT -> passedOn = true;
    }
  }

  private void add(Line line) {
    taken.add(line);
    typed |= isTyped(line);
  }

  private static boolean isTyped(Line line) {
    return line.is(Kind.TEXT) || line.is(Kind.CODE);
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

  /** For each line, whether the next that is neither blank nor an attribution is a quote. */
  private boolean[] quoteNext() {
    boolean[] next = new boolean[lines.size()];
    for (int i = lines.size() - 2; i >= 0; i--) {
      next[i] =
          switch (lines.get(i + 1).kind()) {
            case QUOTE -> true;
            case BLANK, ATTRIBUTION -> next[i + 1];
            case TEXT, CODE, CUT, SIGNATURE, FOOTER, NOTICE, RULE -> false;
          };
    }
    return next;
  }

  private String text(Predicate<Line> wanted) {
    int end = taken.size();
    while (end > 0 && typed && !isTyped(taken.get(end - 1))) {
      end--;
    }
    return taken.subList(0, end).stream()
        .filter(wanted)
        .map(Line::text)
        .collect(Collectors.joining("\n"))
        .strip();
  }
}
