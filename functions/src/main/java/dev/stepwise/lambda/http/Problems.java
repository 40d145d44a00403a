package dev.stepwise.lambda.http;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a request, field by field; a body is read to its end to tell all of it. */
public final class Problems {
  private static final int MOST = 100;

  /** One field and what would be right. */
  public record Problem(String field, String detail) {}

  private final List<Problem> found = new ArrayList<>();

  /** Notes a problem; beyond a hundred nobody reads on. */
  public void add(String field, String detail) {
    if (found.size() < MOST) {
      found.add(new Problem(field, detail));
    }
  }

  public List<Problem> found() {
    return List.copyOf(found);
  }

  /** Refuses the request whole, if anything was noted. */
  public void refuseIfAny() {
    if (!found.isEmpty()) {
      throw new RefusedException(Reply.invalid(found));
    }
  }
}
