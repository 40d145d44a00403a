package dev.stepwise.local.control;

import dev.stepwise.local.http.Reply;

/** A control call that cannot be done; it becomes a problem document. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String title;

  private Refusal(int status, String title, String detail) {
    super(detail);
    this.status = status;
    this.title = title;
  }

  static Refusal unreadable(String detail) {
    return new Refusal(400, "Unreadable request", detail);
  }

  static Refusal badContent(String detail) {
    return new Refusal(422, "Bad content", detail);
  }

  static Refusal unknown(String path) {
    return new Refusal(404, "Not found", "there is no " + path + " in the local system");
  }

  static Refusal wrongMethod(String method, String path) {
    return new Refusal(405, "Method not allowed", path + " has no " + method);
  }

  Reply reply() {
    return Reply.problem(status, title, String.valueOf(getMessage()));
  }
}
