package dev.stepwise.mime;

import dev.stepwise.inbound.ContentType;
import dev.stepwise.inbound.Headers;
import dev.stepwise.inbound.Mail.Bound;
import dev.stepwise.inbound.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/** The walk through one mail and its multiparts; enclosed mails get walks of their own. */
final class Entities {
  private final MimeReader reader;
  private final MimeTokenStream stream;
  private final FieldBytes fieldBytes;
  private final List<Part> parts = new ArrayList<>();
  private List<Headers.Field> fields = new ArrayList<>();
  private Headers headers = Headers.NONE;
  private ContentType type = ContentType.PLAIN;
  private boolean atRoot = true;
  private int depth;
  private int seen;
  private final Deque<Multipart> open = new ArrayDeque<>();

  /** A multipart that is being read: what stood before its first part, if there is one. */
  private record Multipart(int partsBefore, String preamble) {}

  Entities(InputStream in, MimeReader reader, int depth) {
    this.reader = reader;
    this.depth = depth;
    this.fieldBytes = new FieldBytes(MimeReader.HEADER);
    this.stream =
        new MimeTokenStream(
            MimeConfig.PERMISSIVE, DecodeMonitor.SILENT, fieldBytes, new PartType(false));
    stream.parse(in);
  }

  /** The header fields of the mail itself. */
  Headers headers() {
    return headers;
  }

  ContentType type() {
    return type;
  }

  List<Part> parts() {
    return parts;
  }

  /** Reads to the end, or as far as it can. */
  void readAll() {
    try {
      while (stream.getState() != EntityState.T_END_OF_STREAM && visit(stream.getState())) {
        stream.next();
      }
    } catch (MimeException | IOException | RuntimeException e) {
      // The library gives up on the rest; what was read until now stays.
      reader.cut(Bound.UNREADABLE);
    }
  }

  /** False when there is enough. */
  private boolean visit(EntityState state) throws IOException {
    switch (state) {
      case T_START_HEADER -> {
        fields = new ArrayList<>();
        fieldBytes.restart();
        seen++;
        stream.setRecursionMode(isTooDeep() ? RecursionMode.M_FLAT : RecursionMode.M_NO_RECURSE);
        return reader.mayHaveAnother();
      }
      case T_FIELD -> fields.add(HeaderText.of(stream.getField()));
      case T_END_HEADER -> endHeader();
      case T_START_MULTIPART -> {
        noteType();
        depth++;
        open.push(new Multipart(seen, ""));
      }
      case T_PREAMBLE -> {
        open.pop();
        open.push(new Multipart(seen, reader.text(ContentType.PLAIN, stream.getInputStream())));
      }
      case T_END_MULTIPART -> {
        depth--;
        endMultipart(open.pop());
      }
      case T_BODY -> body();
      default -> {}
    }
    return true;
  }

  private boolean isTooDeep() {
    return depth >= MimeReader.DEPTH;
  }

  private void endHeader() {
    if (fieldBytes.isCut()) {
      reader.cut(Bound.HEADER);
    }
    if (atRoot) {
      headers = new Headers(fields);
    }
  }

  /** A multipart without a part: what somebody wrote is all before a boundary that never came. */
  private void endMultipart(Multipart multipart) {
    if (seen == multipart.partsBefore() && !multipart.preamble().isBlank()) {
      parts.add(new Part.Text(ContentType.PLAIN, Headers.NONE, multipart.preamble()));
    }
  }

  private ContentType noteType() {
    ContentType declared = ((PartType.Described) stream.getBodyDescriptor()).type();
    if (atRoot) {
      type = declared;
      atRoot = false;
    }
    return declared;
  }

  private void body() throws IOException {
    ContentType declared = noteType();
    if (isTooDeep() && (declared.isOf("multipart") || MimeReader.isMail(declared))) {
      reader.cut(Bound.DEPTH);
      return;
    }
    InputStream decoded = stream.getDecodedInputStream();
    parts.add(reader.leaf(declared, new Headers(fields), decoded, depth));
  }
}
