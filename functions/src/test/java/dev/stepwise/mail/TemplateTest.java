package dev.stepwise.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.InvalidValueException;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
  private static final Values ADA = MailExamples.values(Map.of("city", "Rome", "blank", " "));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Hello {{contact.firstName}};            Hello Ada",
        "Hello {{ contact.firstName | there }};  Hello Ada",
        "Hello {{contact.lastName|there}};       Hello there",
        "Hello {{contact.lastName|a|b}};         Hello a|b",
        "In {{contact.fields.city}};             In Rome",
        "In {{contact.fields.blank|your town}};  In your town",
        "{{contact.company}}{{sender.name}};     EnginesRita Rep",
        "100 % {sure}, a }} and a { {;           100 % {sure}, a }} and a { {"
      })
  void tokens_are_values_or_fallbacks(String copy, String expected) {
    assertThat(rendered(copy, ADA)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Hi {{contact.nickname}};                          unknown token {{contact.nickname}}",
        "Hi {{}};                                          unknown token {{}}",
        "Hi {{contact.fields.}};                           unknown token",
        "Hi {{contact.fields.1st}};                        unknown token",
        "Hi {{contact.FirstName}};                         unknown token",
        "Hi {{contact.firstName;                           not closed with }}: {{contact.firstName",
        "Hi {{contact.firstName}} {{;                      not closed with }}",
        "Hi {{ {{contact.firstName}} }};                   unknown token",
        "Hi {{contact.lastName|{{contact.firstName}}}};    token within the token",
        "Hi {{contact.firstName|}};                        empty fallback",
        "Hi {{contact.firstName|  }};                      empty fallback"
      })
  void what_would_go_out_wrong_is_refused(String copy, String why) {
    assertThatThrownBy(() -> Template.parse(copy))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining(why);
  }

  @Test
  void a_value_is_inserted_once() {
    Values sly = MailExamples.values(Map.of("city", "{{sender.email}} {{nothing"));

    assertThat(rendered("In {{contact.fields.city}}", sly))
        .isEqualTo("In {{sender.email}} {{nothing");
  }

  @Test
  void values_and_fallbacks_are_escaped_and_copy_is_not() {
    Values sly = MailExamples.values(Map.of("city", "<b>\"R&D\"</b> 'x'"));
    Template html = Template.parse("<i>{{contact.fields.city}}</i> {{contact.lastName|<3}}");

    assertThat(html.render(sly, Html::escape))
        .isEqualTo("<i>&lt;b&gt;&quot;R&amp;D&quot;&lt;/b&gt; &#39;x&#39;</i> &lt;3");
  }

  @Test
  void a_line_stays_a_line_whatever_is_inserted() {
    Template subject = Template.parse("Hi from {{sender.signature}}");

    assertThat(subject.line(ADA)).isEqualTo("Hi from Rita Example Ltd");
  }

  @Test
  void tokens_without_value_and_fallback_are_missing_once() {
    Template copy =
        Template.parse(
            "{{contact.lastName}} {{contact.lastName}} {{contact.fields.blank}}"
                + " {{contact.fields.none}} {{contact.fields.none|x}} {{contact.firstName}}");

    assertThat(copy.missing(ADA))
        .containsExactly("contact.lastName", "contact.fields.blank", "contact.fields.none");
  }

  private static String rendered(String copy, Values values) {
    return Template.parse(copy).render(values, UnaryOperator.identity());
  }
}
