package dev.stepwise.memory;

import dev.stepwise.Ids;
import dev.stepwise.forward.ForwardResult;
import dev.stepwise.forward.Forwarder;
import dev.stepwise.forward.RawLetter;
import java.util.ArrayList;
import java.util.List;

/** A forwarder that keeps what it is given. */
public final class MemoryForwarder implements Forwarder {
  private final List<RawLetter> outbox = new ArrayList<>();

  @Override
  public synchronized ForwardResult forward(RawLetter letter) {
    outbox.add(letter);
    return new ForwardResult.Accepted(Ids.derived("forward", Integer.toString(outbox.size())));
  }

  /** What it was given, in that order. */
  public synchronized List<RawLetter> outbox() {
    return List.copyOf(outbox);
  }
}
