package dev.stepwise.local.aws.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stepwise.local.aws.http.Answer;
import dev.stepwise.local.aws.http.Call;
import dev.stepwise.local.aws.http.Refusal;
import dev.stepwise.local.bytes.Bytes;
import dev.stepwise.local.store.Json;
import java.io.StringWriter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** AWS Query: a form asks, XML answers, in which lists are elements called member. */
final class Query {
  private Query() {}

  static ObjectNode form(Call call) {
    var form = Json.object();
    for (var pair : call.body().utf8().split("&", -1)) {
      var parts = pair.split("=", 2);
      if (parts.length == 2) {
        form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return form;
  }

  static Answer answer(String operation, JsonNode told) {
    var result = Json.object().set(operation + "Result", told);
    return xml(200, operation + "Response", result);
  }

  static Answer refused(Refusal refusal) {
    var error = Json.object().put("Code", refusal.code()).put("Message", refusal.text());
    return xml(refusal.status(), "ErrorResponse", Json.object().set("Error", error));
  }

  private static Answer xml(int status, String root, JsonNode content) {
    try {
      var out = new StringWriter();
      var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
      element(xml, root, content);
      xml.close();
      var body = Bytes.of(out.toString().getBytes(StandardCharsets.UTF_8));
      return new Answer(status, Map.of("Content-Type", "text/xml"), body);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("cannot write XML", e);
    }
  }

  private static void element(XMLStreamWriter xml, String name, JsonNode value)
      throws XMLStreamException {
    xml.writeStartElement(name);
    for (var each : value.properties()) {
      element(xml, each.getKey(), each.getValue());
    }
    if (value.isArray()) {
      for (var each : value) {
        element(xml, "member", each);
      }
    }
    xml.writeCharacters(value.asText());
    xml.writeEndElement();
  }
}
