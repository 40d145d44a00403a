package dev.stepwise.local.openapi;

import static java.util.stream.Stream.concat;

import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Error;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the description promises of one exchange: every answer is one that it names, and what was
 * not refused had been asked for as it says.
 */
public final class Contract {
  private static final Description API = Description.API;
  private static final Pattern CONTACT = Pattern.compile("/contacts/(\\d+)(/.*)?");

  private final Exchange exchange;
  private final Description.Found found;

  private Contract(Exchange exchange, Description.Found found) {
    this.exchange = exchange;
    this.found = found;
  }

  /** Where the exchange is not as described; the local system's own calls are not. */
  public static List<String> breaches(Exchange exchange) {
    var path = exchange.request().path();
    if (path.startsWith("/_local/")) {
      return List.of();
    }
    return API.find(exchange.request().method(), path)
        .map(found -> new Contract(exchange, found))
        .map(contract -> concat(contract.answer(), contract.request()).toList())
        .orElseGet(() -> unknown(exchange));
  }

  private static List<String> unknown(Exchange exchange) {
    return exchange.reply().status() == 404
        ? List.of()
        : List.of("the route is not described, and the status is no 404");
  }

  private Stream<String> answer() {
    var status = String.valueOf(exchange.reply().status());
    return found
        .operation()
        .child("responses")
        .flatMap(responses -> responses.child(status))
        .map(response -> concat(headers(response), content(response)))
        .orElseGet(() -> Stream.of("status " + status + " is not described"));
  }

  private Stream<String> headers(Place response) {
    return response
        .children("headers")
        .flatMap(header ->
            text(
                "header " + header.getKey(),
                header.getValue(),
                exchange.answered(header.getKey())));
  }

  private Stream<String> content(Place response) {
    var body = exchange.text();
    if (body.isEmpty()) {
      return response.child("content").isPresent() ? Stream.of("the answer is empty") : Stream.of();
    }
    var type = Exchange.mediaType(exchange.answered("content-type"));
    return response
        .child("content")
        .flatMap(content -> content.child(type))
        .map(media -> told("answer", errors(media, type, body), _ -> true))
        .orElseGet(() -> Stream.of("an answer of " + type + " is not described"));
  }

  private Stream<String> request() {
    return exchange.isDone() ? concat(parameters(), body()) : Stream.of();
  }

  private Stream<String> parameters() {
    var all = concat(found.path().items("parameters"), found.operation().items("parameters"));
    var known = all.toList();
    return concat(
        known.stream()
            .flatMap(each -> text(each.text("in") + " " + each.text("name"), each, given(each))),
        exchange.request().query().keySet().stream()
            .filter(name -> known.stream().noneMatch(each -> each.text("name").equals(name)))
            .map(name -> "query " + name + " is not described"));
  }

  private Optional<String> given(Place parameter) {
    var name = parameter.text("name");
    return switch (parameter.text("in")) {
      case "path" -> Optional.ofNullable(found.parts().get(name));
      case "query" -> Optional.ofNullable(exchange.request().query().get(name));
      default -> exchange.asked(name);
    };
  }

  private Stream<String> body() {
    var body = exchange.requestText();
    var described = found.operation().child("requestBody");
    if (body.isBlank()) {
      return described.filter(each -> each.isTrue("required")).stream()
          .map(_ -> "the body is missing");
    }
    var type = Exchange.mediaType(exchange.asked("content-type"));
    return described
        .flatMap(each -> each.child("content"))
        .flatMap(content -> content.child(type).or(() -> content.child("*/*")))
        .map(media -> told("request", errors(media, type, body), this::counts))
        .orElseGet(() -> Stream.of("a request of " + type + " is not described"));
  }

  /** Forms are not looked into. */
  private static List<Error> errors(Place media, String type, String body) {
    if (type.endsWith("json")) {
      return API.errors(media, Description.json(body));
    }
    return type.startsWith("text/") ? API.errors(media, TextNode.valueOf(body)) : List.of();
  }

  /** A contact that is not as described is rejected by itself. */
  private boolean counts(Error error) {
    var contact = CONTACT.matcher(error.getInstanceLocation().toString());
    return !contact.matches()
        || !Description.json(exchange.text())
            .at("/results/" + contact.group(1) + "/status")
            .asText()
            .equals("rejected");
  }

  private static Stream<String> text(String what, Place place, Optional<String> given) {
    if (given.isEmpty()) {
      return place.isTrue("required") ? Stream.of(what + " is missing") : Stream.of();
    }
    return told(what, API.errors(place, given.get()), _ -> true);
  }

  private static Stream<String> told(String what, List<Error> errors, Predicate<Error> counts) {
    return errors.stream().filter(counts).map(error -> what + ": " + error);
  }
}
