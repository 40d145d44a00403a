package dev.stepwise.local.aws;

import dev.stepwise.local.aws.http.Answer;
import dev.stepwise.local.aws.http.Refusal;
import dev.stepwise.local.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** S3's answers in XML. */
final class S3Xml {
  private S3Xml() {}

  private interface Content {
    void write(XMLStreamWriter xml) throws XMLStreamException;
  }

  static Answer error(Refusal refusal) {
    return xml(
        refusal.status(),
        "Error",
        xml -> {
          element(xml, "Code", refusal.code());
          element(xml, "Message", refusal.text());
        });
  }

  /** A page of at most max of the objects found; one more than max tells that there are more. */
  static Answer listing(
      String bucket, String prefix, int max, List<Map.Entry<String, S3Service.Info>> found) {
    var page = found.subList(0, Math.min(max, found.size()));
    var more = found.size() > page.size() && !page.isEmpty();
    return xml(
        200,
        "ListBucketResult",
        xml -> {
          element(xml, "Name", bucket);
          element(xml, "Prefix", prefix);
          element(xml, "KeyCount", String.valueOf(page.size()));
          element(xml, "MaxKeys", String.valueOf(max));
          element(xml, "IsTruncated", String.valueOf(more));
          if (more) {
            element(xml, "NextContinuationToken", page.getLast().getKey());
          }
          for (var entry : page) {
            contents(xml, entry.getKey(), entry.getValue());
          }
        });
  }

  private static void contents(XMLStreamWriter xml, String key, S3Service.Info info)
      throws XMLStreamException {
    xml.writeStartElement("Contents");
    element(xml, "Key", key);
    element(xml, "LastModified", Instant.ofEpochMilli(info.modified()).toString());
    element(xml, "ETag", '"' + info.etag() + '"');
    element(xml, "Size", String.valueOf(info.size()));
    element(xml, "StorageClass", "STANDARD");
    xml.writeEndElement();
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static Answer xml(int status, String root, Content content) {
    var out = new ByteArrayOutputStream();
    try {
      var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement(root);
      content.write(xml);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("cannot write XML", e);
    }
    return new Answer(
        status, Map.of("Content-Type", "application/xml"), Bytes.of(out.toByteArray()));
  }
}
