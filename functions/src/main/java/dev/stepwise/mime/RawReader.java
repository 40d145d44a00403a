package dev.stepwise.mime;

import dev.stepwise.Bytes;
import dev.stepwise.inbound.ContentType;
import dev.stepwise.inbound.Headers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/** Reads a mail's tree of parts without decoding anything; mails in the mail are leaves. */
public final class RawReader {
  private final MimeTokenStream stream;
  private final FieldBytes fieldBytes = new FieldBytes(MimeReader.HEADER);
  private List<Field> fields = new ArrayList<>();
  private int parts;

  private RawReader(Bytes mail) {
    stream =
        new MimeTokenStream(
            MimeConfig.PERMISSIVE, DecodeMonitor.SILENT, fieldBytes, new PartType(false));
    stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
    stream.parse(new SteadyInput(mail.stream(), MimeReader.SIZE));
  }

  /** The tree, or nothing where it is malformed or beyond a bound of {@link MimeReader}. */
  public static Optional<RawPart> read(Bytes mail) {
    if (mail.size() > MimeReader.SIZE) {
      return Optional.empty();
    }
    try {
      RawReader reader = new RawReader(mail);
      return Optional.of(reader.part(0, EntityState.T_END_MESSAGE));
    } catch (MimeException | IOException | RuntimeException e) {
      // Whoever passes it on then passes on the bytes.
      return Optional.empty();
    }
  }

  /** Reads one entity, up to the state that ends it. */
  private RawPart part(int depth, EntityState end) throws MimeException, IOException {
    demand(++parts <= MimeReader.PARTS && depth <= MimeReader.DEPTH);
    Optional<RawPart> part = Optional.empty();
    while (stream.getState() != end) {
      switch (stream.getState()) {
        case T_START_HEADER -> restart();
        case T_FIELD -> keep(stream.getField());
        case T_START_MULTIPART -> part = Optional.of(branch(depth));
        case T_BODY -> part = Optional.of(leaf());
        default -> {}
      }
      stream.next();
    }
    return part.orElseThrow(RawReader::unreadable);
  }

  private void restart() {
    fields = new ArrayList<>();
    fieldBytes.restart();
  }

  private void keep(Field field) {
    if (field.getNameLowerCase().startsWith("content-")) {
      fields.add(field);
    }
  }

  private RawPart branch(int depth) throws MimeException, IOException {
    demand(!fieldBytes.isCut());
    ContentType type = described().type();
    List<RawPart> children = new ArrayList<>();
    while (stream.next() != EntityState.T_END_MULTIPART) {
      if (stream.getState() == EntityState.T_START_BODYPART) {
        children.add(part(depth + 1, EntityState.T_END_BODYPART));
      }
    }
    demand(!children.isEmpty());
    return new RawPart.Branch(type, children);
  }

  private RawPart leaf() throws MimeException, IOException {
    PartType.Described described = described();
    boolean claimsParts = fields.stream().anyMatch(RawReader::saysMultipart);
    demand(!fieldBytes.isCut() && !claimsParts);
    Headers headers = new Headers(fields.stream().map(HeaderText::of).toList());
    Bytes body = Bytes.of(stream.getInputStream().readAllBytes());
    return new RawPart.Leaf(
        described.type(), headers, fields, described.getTransferEncoding(), body);
  }

  private PartType.Described described() {
    return (PartType.Described) stream.getBodyDescriptor();
  }

  /** True for a multipart that says no boundary: nobody knows where its parts begin. */
  private static boolean saysMultipart(Field field) {
    return field.getNameLowerCase().equals("content-type")
        && field.getBody().strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  private static void demand(boolean holds) throws MimeException {
    if (!holds) {
      throw unreadable();
    }
  }

  private static MimeException unreadable() {
    return new MimeException("no tree of parts, or one beyond a bound");
  }
}
