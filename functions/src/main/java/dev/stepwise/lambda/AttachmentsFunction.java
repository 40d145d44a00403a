package dev.stepwise.lambda;

import java.time.InstantSource;
import java.util.Map;

/** What the links to attachments lead to: no token but the link's own, for anybody who has it. */
public final class AttachmentsFunction extends ApiFunction {
  public AttachmentsFunction() {
    this(System.getenv(), InstantSource.system());
  }

  public AttachmentsFunction(Map<String, String> environment, InstantSource clock) {
    super(new Wiring(environment, clock).attachments());
  }
}
