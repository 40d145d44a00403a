package dev.stepwise.lambda.api;

import static dev.stepwise.lambda.http.Requests.fields;
import static dev.stepwise.lambda.http.Requests.json;
import static dev.stepwise.lambda.http.Requests.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.enrollment.EnrollmentExamples;
import dev.stepwise.usecase.Candidate;
import dev.stepwise.usecase.EnrollRequest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single quotes stand for double ones. */
class EnrollBodyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{'contacts':[{'email':'a@b.example'}]};                                     sender",
        "{'sender':'Rita <r@example.com>','contacts':[{'email':'a@b.example'}]};     sender",
        "{'sender':'r@example.com'};                                                 contacts",
        "{'sender':'r@example.com','contacts':[]};                                   contacts",
        "{'sender':'r@example.com','contacts':{}};                                   contacts",
        "{'sender':'r@example.com','contacts':[{}],'startAtStep':0};                 startAtStep",
        "{'sender':'r@example.com','contacts':[{}],'startAtStep':1e999999999};       startAtStep",
        "{'sender':'r@example.com','contacts':[{}],'startAt':'2026-12-01T09:00'};    startAt",
        "{'sender':'r@example.com','contacts':[{}],'startAt':'tomorrow'};            startAt",
        "{'sender':'r@example.com','contacts':[{}],'dryRun':'no'};                   dryRun",
        "{'sender':'r@example.com','contacts':[{}],'everybody':true};                everybody"
      })
  void a_bad_call_is_refused_naming_its_field(String body, String field) {
    assertThat(fields(refusal(json(body), EnrollBodyTest::read))).containsExactly(field);
  }

  @Test
  void a_call_takes_a_thousand_contacts() {
    assertThat(read(contacts(1_000)).contacts()).hasSize(1_000);
    assertThat(fields(refusal(json(call(contacts(1_001))), EnrollBodyTest::read)))
        .containsExactly("contacts");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{};                                                       email is missing",
        "{'email':'ada'};                                          email must be a bare address",
        "{'email':'ada@localhost'};                                email must be a bare address",
        "{'email':'Ada <ada@b.example>'};                          email must be a bare address",
        "{'email':'ada@b.example\\r\\nBcc: x@y.example'};          email must be a bare address",
        "{'email':'ada@b.example\\n'};                             email must be a bare address",
        "{'email':'ada@b.example,x@y.example'};                    email must be a bare address",
        "{'email':'a..b@b.example'};                               email must be a bare address",
        "{'email':'\\u00e4da@b.example'};                          email must be a bare address",
        "{'email':null};                                           email is missing",
        "{'email':['ada@b.example']};                              email must be a string",
        "{'email':'a@b.example','firstName':'A\\r\\nBcc: x'};      firstName must be one line",
        "{'email':'a@b.example','lastName':'A\\u2028b'};           lastName must be one line",
        "{'email':'a@b.example','company':'A\\u0000'};             company must be one line",
        "{'email':'a@b.example','fields':{'x':'A\\nb'}};           fields.x must be one line",
        "{'email':'a@b.example','fields':{'x y':'z'}};             fields.x y must have a name",
        "{'email':'a@b.example','fields':{'x':['z']}};             fields.x must be a string",
        "{'email':'a@b.example','fields':{'x':1e999999999}};       fields.x must be a string",
        "{'email':'a@b.example','fields':{'x':1e-999999999}};      fields.x must be a string",
        "{'email':'a@b.example','timeZone':'+01:00'};              timeZone must be an IANA",
        "{'email':'a@b.example','nick':'A'};                       nick is not a field",
        "{'email':'a@b.example','overrides':{'0':{}}};             overrides.0 must be named",
        "{'email':'a@b.example','overrides':{'0':null}};           overrides.0 must be named",
        "{'email':'a@b.example','fields':{'1x':null}};             fields.1x must have a name",
        "{'email':'a@b.example','overrides':{'1':{'text':'{{'}}};  overrides.1.text has a token",
        "{'email':'a@b.example','overrides':{'1':{'subject':''}}}; overrides.1.subject must not",
        "{'email':'a@b.example','overrides':{'1':{'html':'x'}}};   overrides.1.html is not",
        "null;                                                     must be a JSON object",
        "[];                                                       must be a JSON object"
      })
  @Timeout(10)
  void a_bad_contact_is_refused_alone(String contact, String why) {
    EnrollRequest request = read("{'email':'first@b.example'}," + contact);

    assertThat(request.contacts().getFirst()).isInstanceOf(Candidate.Good.class);
    assertThat(request.contacts().getLast())
        .isInstanceOfSatisfying(Candidate.Bad.class, bad -> assertThat(bad.why()).contains(why));
  }

  @Test
  void an_address_has_at_most_254_characters() {
    String domain = ("d".repeat(60) + ".").repeat(4) + "example";
    String fits = "a".repeat(254 - domain.length() - 1) + "@" + domain;

    assertThat(read("{'email':'" + fits + "'}").contacts().getFirst())
        .isInstanceOf(Candidate.Good.class);
    assertThat(read("{'email':'a" + fits + "'}").contacts().getFirst())
        .isInstanceOf(Candidate.Bad.class);
  }

  @Test
  void a_missing_address_is_given_back_as_none() {
    assertThat(read("{'firstName':'Ada'}").contacts().getFirst().email()).isEmpty();
  }

  @Test
  void numbers_and_truths_are_fields_too() {
    String contact = "{'email':'a@b.example','fields':{'n':12.50,'big':1e20,'t':true,'e':' '}}";

    assertThat(read(contact).contacts().getFirst())
        .isInstanceOfSatisfying(
            Candidate.Good.class,
            good ->
                assertThat(good.contact().fields())
                    .containsEntry("n", "12.50")
                    .containsEntry("big", "100000000000000000000")
                    .containsEntry("t", "true"));
  }

  private static String contacts(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{'email':'c" + i + "@b.example'}")
        .collect(Collectors.joining(","));
  }

  private static String call(String contacts) {
    return "{'sender':'r@example.com','contacts':[" + contacts + "]}";
  }

  private static EnrollRequest read(String contacts) {
    return json(call(contacts)).body(EnrollBodyTest::read);
  }

  private static EnrollRequest read(dev.stepwise.lambda.http.Fields f) {
    return EnrollBody.read(f, EnrollmentExamples.SEQUENCE);
  }
}
