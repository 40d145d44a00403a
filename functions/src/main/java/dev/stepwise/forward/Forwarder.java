package dev.stepwise.forward;

/** Sends one whole message, once: it never tries again by itself, and never throws. */
public interface Forwarder {
  ForwardResult forward(RawLetter letter);
}
