package dev.stepwise.mime;

import dev.stepwise.inbound.ContentType;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.BodyDescriptorBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.MimeParameterMapping;
import org.jspecify.annotations.Nullable;

/**
 * What a part says that it is made of: the first Content-Type and Content-Transfer-Encoding count,
 * and a file's name that only Content-Disposition tells becomes the type's. The library's own
 * leaves RFC 2231's parameters unread, and with them split boundaries.
 */
final class PartType implements BodyDescriptorBuilder {
  /** RFC 2046 allows a boundary of 70 characters; longer ones cost time to look for. */
  private static final int BOUNDARY = 200;

  private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w!#$&^.+-]+/[\\w!#$&^.+-]+");
  private static final Pattern ENCODING = Pattern.compile("[a-z0-9-]+");
  private static final ContentType MAIL = new ContentType("message/rfc822", Map.of());

  private final boolean inDigest;
  private @Nullable ContentType type;
  private @Nullable String encoding;
  private @Nullable String fileName;

  /** Parts of a digest are mails unless they say otherwise (RFC 2046, 5.1.5). */
  PartType(boolean inDigest) {
    this.inDigest = inDigest;
  }

  /** A part's type and transfer encoding as the library wants to be told. */
  record Described(ContentType type, String getTransferEncoding) implements BodyDescriptor {
    @Override
    public String getMimeType() {
      return type.type();
    }

    @Override
    public String getMediaType() {
      return type.type().substring(0, type.type().indexOf('/'));
    }

    @Override
    public String getSubType() {
      return type.type().substring(type.type().indexOf('/') + 1);
    }

    @Override
    public String getCharset() {
      return type.parameter("charset").orElse("us-ascii");
    }

    @Override
    public @Nullable String getBoundary() {
      return type.parameter("boundary").orElse(null);
    }

    @Override
    public long getContentLength() {
      return -1;
    }
  }

  @Override
  public void reset() {
    type = null;
    encoding = null;
    fileName = null;
  }

  @Override
  public @Nullable Field addField(RawField field) {
    String name = field.getNameLowerCase();
    if (name.equals("content-type") && type == null) {
      type = parse(field);
    } else if (name.equals("content-transfer-encoding") && encoding == null) {
      Matcher word = ENCODING.matcher(field.getBody().toLowerCase(Locale.ROOT));
      encoding = word.find() ? word.group() : null;
    } else if (name.equals("content-disposition") && fileName == null) {
      fileName = parameters(RawFieldParser.DEFAULT.parseRawBody(field)).get("filename");
    }
    return null;
  }

  @Override
  public BodyDescriptor build() {
    return new Described(actual(), encoding == null ? "7bit" : encoding);
  }

  @Override
  public BodyDescriptorBuilder newChild() {
    return new PartType(actual().is("multipart/digest"));
  }

  private ContentType actual() {
    ContentType declared = type;
    if (declared == null) {
      declared = inDigest ? MAIL : ContentType.PLAIN;
    }
    if (fileName == null || declared.parameter("name").isPresent()) {
      return declared;
    }
    Map<String, String> named = new HashMap<>(declared.parameters());
    named.put("name", fileName);
    return new ContentType(declared.type(), named);
  }

  /** The type, or text for one that makes no sense (RFC 2045, 5.2). */
  private static ContentType parse(RawField field) {
    RawBody body = RawFieldParser.DEFAULT.parseRawBody(field);
    String name = body.getValue().strip().toLowerCase(Locale.ROOT);
    Map<String, String> parameters = parameters(body);
    String boundary = parameters.getOrDefault("boundary", "");
    boolean isApart = !boundary.isBlank() && boundary.length() <= BOUNDARY;
    boolean isKnown = MEDIA_TYPE.matcher(name).matches();
    if (!isKnown || name.startsWith("multipart/") && !isApart) {
      return new ContentType(ContentType.PLAIN.type(), parameters);
    }
    return new ContentType(name, parameters);
  }

  private static Map<String, String> parameters(RawBody body) {
    MimeParameterMapping all = new MimeParameterMapping();
    for (NameValuePair pair : body.getParams()) {
      if (pair.getValue() != null && !pair.getName().isBlank()) {
        all.addParameter(pair.getName().toLowerCase(Locale.ROOT), pair.getValue());
      }
    }
    Map<String, String> decoded = new HashMap<>(all.getParameters());
    decoded.values().removeIf(value -> value == null);
    return decoded;
  }
}
