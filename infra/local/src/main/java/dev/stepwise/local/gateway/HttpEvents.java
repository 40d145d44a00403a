package dev.stepwise.local.gateway;

import dev.stepwise.local.http.Request;
import dev.stepwise.local.json.Json;
import dev.stepwise.local.template.Surroundings;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The event of an HTTP API, payload format 2.0, as docs.aws.amazon.com/apigateway shows it ("Create
 * AWS Lambda proxy integrations for HTTP APIs").
 */
final class HttpEvents {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** Any other type, forms included, reaches a function in Base64. */
  private static final Pattern TEXT =
      Pattern.compile("(?i)(text/.*|application/(.*\\+)?(json|xml)|application/javascript)(;.*)?");

  private HttpEvents() {}

  /** The event; {@code claims} are absent on an open route. */
  static byte[] event(
      Request request, Routes.Match match, Optional<Map<String, String>> claims, Visit visit) {
    var event = new LinkedHashMap<String, Object>();
    event.put("version", "2.0");
    event.put("routeKey", match.route().key());
    event.put("rawPath", request.path());
    event.put("rawQueryString", request.rawQuery());
    cookies(request).ifPresent(cookies -> event.put("cookies", cookies));
    event.put("headers", headers(request));
    putUnlessEmpty(event, "queryStringParameters", request.query());
    event.put("requestContext", context(request, match, claims, visit));
    putUnlessEmpty(event, "pathParameters", match.parameters());
    body(event, request);
    return Json.bytes(event);
  }

  /** One call to the API: its id and its virtual instant. */
  record Visit(String id, Instant at) {}

  private static void putUnlessEmpty(
      Map<String, Object> event, String name, Map<String, String> values) {
    if (!values.isEmpty()) {
      event.put(name, values);
    }
  }

  private static Optional<List<String>> cookies(Request request) {
    return Optional.ofNullable(request.headers().get("cookie"))
        .map(lines -> Arrays.asList(String.join("; ", lines).split("; *", -1)));
  }

  private static Map<String, String> headers(Request request) {
    var headers = new TreeMap<String, String>();
    request.headers().forEach((name, values) -> headers.put(name, String.join(",", values)));
    headers.remove("cookie");
    return headers;
  }

  private static Map<String, Object> context(
      Request request, Routes.Match match, Optional<Map<String, String>> claims, Visit visit) {
    var context = new LinkedHashMap<String, Object>();
    context.put("accountId", Surroundings.ACCOUNT);
    context.put("apiId", "local");
    claims.ifPresent(values -> context.put("authorizer", authorizer(values)));
    context.put("domainName", request.header("host").orElse("127.0.0.1"));
    context.put("domainPrefix", "local");
    context.put("http", http(request));
    context.put("requestId", visit.id());
    context.put("routeKey", match.route().key());
    context.put("stage", "$default");
    context.put("time", TIME.format(visit.at()));
    context.put("timeEpoch", visit.at().toEpochMilli());
    return context;
  }

  private static Map<String, Object> authorizer(Map<String, String> claims) {
    var jwt = new LinkedHashMap<String, Object>();
    jwt.put("claims", claims);
    jwt.put("scopes", null);
    return Map.of("jwt", jwt);
  }

  private static Map<String, Object> http(Request request) {
    var http = new LinkedHashMap<String, Object>();
    http.put("method", request.method());
    http.put("path", request.path());
    http.put("protocol", request.protocol());
    http.put("sourceIp", request.sourceIp());
    http.put("userAgent", request.header("user-agent").orElse(""));
    return http;
  }

  private static void body(Map<String, Object> event, Request request) {
    if (request.body().isEmpty()) {
      event.put("isBase64Encoded", false);
      return;
    }
    var text = text(request);
    event.put(
        "body", text.orElseGet(() -> Base64.getEncoder().encodeToString(request.body().toArray())));
    event.put("isBase64Encoded", text.isEmpty());
  }

  private static Optional<String> text(Request request) {
    if (!TEXT.matcher(request.header("content-type").orElse("")).matches()) {
      return Optional.empty();
    }
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      return Optional.of(decoder.decode(ByteBuffer.wrap(request.body().toArray())).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
