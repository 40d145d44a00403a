package dev.stepwise.mime;

import dev.stepwise.Bytes;
import dev.stepwise.inbound.ContentType;
import dev.stepwise.inbound.Headers;
import java.util.List;
import org.apache.james.mime4j.stream.Field;

/** A part of a mail with nothing decoded, for passing it on. */
public sealed interface RawPart {
  ContentType type();

  /**
   * A part with a body, still in its transfer encoding, whose name is in lower case; {@code fields}
   * are those that begin with Content-, as they came, and {@code headers} the same to read.
   */
  record Leaf(ContentType type, Headers headers, List<Field> fields, String encoding, Bytes body)
      implements RawPart {
    public Leaf {
      fields = List.copyOf(fields);
    }
  }

  /** A multipart, whose preamble and epilogue are left out. */
  record Branch(ContentType type, List<RawPart> parts) implements RawPart {
    public Branch {
      parts = List.copyOf(parts);
    }
  }
}
