package dev.stepwise.forward;

import dev.stepwise.Bytes;
import dev.stepwise.Ids;
import dev.stepwise.mime.RawPart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.james.mime4j.dom.BinaryBody;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.message.AbstractEntity;
import org.apache.james.mime4j.message.BasicBodyFactory;
import org.apache.james.mime4j.message.BodyPart;
import org.apache.james.mime4j.message.DefaultMessageWriter;
import org.apache.james.mime4j.message.HeaderImpl;
import org.apache.james.mime4j.message.MessageImpl;
import org.apache.james.mime4j.message.MultipartImpl;
import org.apache.james.mime4j.stream.Field;

/** Writes a header and a tree of parts as one message. */
final class MessageBytes {
  private final String seed;
  private int branches;

  private MessageBytes(String seed) {
    this.seed = seed;
  }

  /** The message; {@code seed} makes boundaries that a part's author cannot have known. */
  static Bytes of(List<Field> envelope, RawPart tree, String seed) {
    AbstractEntity message = new MessageImpl();
    message.setHeader(new HeaderImpl());
    envelope.forEach(message.getHeader()::addField);
    new MessageBytes(seed).fill(message, tree);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new AsIs().writeEntity(message, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Bytes.of(out.toByteArray());
  }

  private void fill(Entity entity, RawPart part) {
    switch (part) {
      case RawPart.Leaf leaf -> {
        ContentFields.of(leaf).forEach(entity.getHeader()::addField);
        BinaryBody body = BasicBodyFactory.INSTANCE.binaryBody(leaf.body().toArray());
        entity.setBody(body);
      }
      case RawPart.Branch branch -> {
        entity.getHeader().addField(ContentFields.of(branch, boundary()));
        entity.setBody(multipart(branch));
      }
    }
  }

  private Multipart multipart(RawPart.Branch branch) {
    String type = branch.type().type();
    Multipart multipart = new MultipartImpl(type.substring(type.indexOf('/') + 1));
    for (RawPart part : branch.parts()) {
      BodyPart child = new BodyPart();
      child.setHeader(new HeaderImpl());
      fill(child, part);
      multipart.addBodyPart(child);
    }
    return multipart;
  }

  /** {@code =_} stands in no quoted-printable and no base64 (RFC 2045, 6.7). */
  private String boundary() {
    branches++;
    return "=_" + Ids.derived(seed, Integer.toString(branches));
  }

  /** Bodies are in their transfer encodings already. */
  private static final class AsIs extends DefaultMessageWriter {
    @Override
    public void writeEntity(Entity entity, OutputStream out) throws IOException {
      writeHeader(entity.getHeader(), out);
      writeBody(entity.getBody(), out);
    }
  }
}
