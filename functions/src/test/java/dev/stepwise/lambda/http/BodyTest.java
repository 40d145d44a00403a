package dev.stepwise.lambda.http;

import static dev.stepwise.lambda.http.Requests.json;
import static dev.stepwise.lambda.http.Requests.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that cannot be read at all, and numbers that are none. */
class BodyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{'a':1,;            line 1, column",
        "{'a':1,\t;          line 1, column",
        "{'a':1} x;          line 1, column",
        "{'a':1,'a':2};      Duplicate field 'a'",
        "{'a':01};           line 1, column",
        "{'a':NaN};          line 1, column",
        "{'a':1e99999999999}; line 1, column",
        "{'a':'\\ud83d'};    half of a surrogate pair",
        "{'\\ude00':1};      half of a surrogate pair",
        "{a:1};              line 1, column",
        "{'a':1}{'b':2};     line 1, column",
        "// hm;              line 1, column",
        "``;                 the body is empty"
      })
  void what_is_no_json_is_400_and_says_where(String body, String where) {
    Reply reply = refusal(json(body), f -> f);

    assertThat(status(reply)).isEqualTo(400);
    assertThat(detail(reply).replace('"', '\'')).contains(where);
  }

  @Test
  void the_place_is_told_by_line_and_column() {
    Reply reply = refusal(json("{\n  'a': nope}"), f -> f);

    assertThat(detail(reply)).contains("line 2, column ");
  }

  @Test
  void no_body_is_400() {
    Reply reply = refusal(Requests.request("application/json", null), f -> f);

    assertThat(status(reply)).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "["})
  void ten_thousand_levels_are_400(String open) {
    String deep = open.equals("[") ? "[".repeat(10_000) : "{'a':".repeat(10_000);

    Reply reply = refusal(json(deep), f -> f);

    assertThat(status(reply)).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "text/plain", "application/x-www-form-urlencoded", "application/jsonx"})
  void another_content_type_is_415(String type) {
    Reply reply = refusal(Requests.request(type, "{}"), f -> f);

    assertThat(status(reply)).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "Application/JSON; charset=utf-8"})
  void json_may_name_its_charset(String type) {
    assertThat(refusal(Requests.request(type, "{}"), f -> f)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "[{}]", "1", "'text'", "true"})
  void a_body_must_be_an_object(String body) {
    Reply reply = refusal(json(body), f -> f);

    assertThat(status(reply)).isEqualTo(422);
    assertThat(detail(reply)).isEqualTo("must be a JSON object");
  }

  @Timeout(10)
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e400",
        "1e999999999",
        "-1e999999999",
        "1e2147483647",
        "1e-999999999",
        "0e999999999",
        "1.5",
        "0",
        "51",
        "4294967297",
        "18446744073709551617",
        "'1'",
        "true",
        "[1]",
        "{}"
      })
  void what_is_no_whole_number_in_range_is_refused_at_once(String number) {
    Request request = json("{'n':" + number + "}");

    Reply reply = refusal(request, f -> f.optional("n", Read.integer(1, 50)));

    assertThat(status(reply)).isEqualTo(422);
    assertThat(Requests.fields(reply)).containsExactly("n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "7.0", "70e-1", "0.7e1"})
  void whole_numbers_may_be_written_in_any_way(String number) {
    Optional<Integer> read =
        json("{'n':" + number + "}").body(f -> f.optional("n", Read.integer(1, 50)));

    assertThat(read).contains(7);
  }

  @Test
  void unknown_fields_are_refused_by_name_even_if_they_are_null() {
    Reply reply = refusal(json("{'b':1,'a':null,'c':{}}"), f -> "read");

    assertThat(Requests.fields(reply)).containsExactly("a", "b", "c");
  }

  @Test
  void a_field_that_is_null_is_as_one_that_is_left_out() {
    Request request = json("{'n':null}");

    assertThat(request.<Optional<?>>body(f -> f.optional("n", Read.truth()))).isEmpty();
    assertThat(request.<Boolean>body(f -> f.has("n"))).isFalse();
    assertThat(Requests.fields(refusal(request, f -> f.required("n", Read.truth(), false))))
        .containsExactly("n");
  }

  private static int status(@Nullable Reply reply) {
    return reply == null ? 200 : reply.status();
  }

  private static String detail(@Nullable Reply reply) {
    return reply != null && reply.body() instanceof Map<?, ?> problem
        ? String.valueOf(problem.get("detail"))
        : "";
  }
}
