package dev.stepwise.lambda.api;

import static dev.stepwise.lambda.http.Requests.fields;
import static dev.stepwise.lambda.http.Requests.json;
import static dev.stepwise.lambda.http.Requests.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.sequence.Draft;
import dev.stepwise.sequence.Settings;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single quotes stand for double ones. */
class SequenceBodyTest {
  private static final String EMAIL = "{'type':'email','subject':'Hi','text':'Hello'}";

  @Test
  void omitted_settings_are_the_defaults() {
    Draft draft = read(sequence("{}", EMAIL));

    assertThat(draft.settings()).isEqualTo(Settings.DEFAULTS);
    assertThat(draft.steps()).hasSize(1);
  }

  @Test
  void windows_that_touch_or_have_no_day_in_common_do_not_overlap() {
    Draft draft =
        read(
            sequence(
                "{'windows':[{'days':['MON'],'from':'09:00','to':'12:00'},"
                    + "{'days':['MON'],'from':'12:00','to':'17:00'},"
                    + "{'days':['SAT'],'from':'09:00','to':'17:00'}]}",
                EMAIL));

    assertThat(draft.settings().windows().list()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{'type':'sms','text':'x'};                                      type",
        "{'text':'x'};                                                   type",
        "{'type':'email','subject':'Hi','text':'x','cc':'y'};            cc",
        "{'type':'task','task':'call','title':'x','subject':'y'};        subject",
        "{'type':'email','subject':'Hi','text':'x','delay':'-P1D'};      delay",
        "{'type':'email','subject':'Hi','text':'x','delay':'P366D'};     delay",
        "{'type':'email','subject':'Hi','text':'x','delay':'P1M'};       delay",
        "{'type':'email','subject':'Hi','text':'x','delay':'2.5BD'};     delay",
        "{'type':'email','subject':'Hi','text':'x','delay':2};           delay",
        "{'type':'email','subject':'Hi','text':'x','notBefore':'2026-02-30'}; notBefore",
        "{'type':'email','subject':'Hi','text':'x','notBefore':'2100-01-01'}; notBefore",
        "{'type':'email','subject':'Hi','text':'x','notBefore':'2026-12-01T09:00Z'}; notBefore",
        "{'type':'email','subject':'Hi','text':'x','notBefore':'tomorrow'}; notBefore",
        "{'type':'email','subject':'','text':'x'};                       subject",
        "{'type':'email','subject':'  ','text':'x'};                     subject",
        "{'type':'email','text':'x'};                                    subject",
        "{'type':'email','thread':'new','text':'x'};                     subject",
        "{'type':'email','thread':'reply','text':'x'};                   thread",
        "{'type':'email','thread':'old','subject':'Hi','text':'x'};      thread",
        "{'type':'email','subject':'Hi','text':''};                      text",
        "{'type':'email','subject':'Hi'};                                text",
        "{'type':'email','subject':'Hi','text':'{{contact.nick}}'};      text",
        "{'type':'email','subject':'Hi {{contact.firstName','text':'x'}; subject",
        "{'type':'email','subject':'Hi','text':'x','html':'{{'};         html",
        "{'type':'email','subject':'Hi\\r\\nBcc: x@y.example','text':'x'}; subject",
        "{'type':'email','subject':'Hi\\nthere','text':'x'};             subject",
        "{'type':'email','subject':'Hi\\u2028there','text':'x'};         subject",
        "{'type':'email','subject':'Hi\\u0000','text':'x'};              subject",
        "{'type':'email','subject':'Hi','text':'x\\u0000'};              text",
        "{'type':'task','task':'fax','title':'x'};                       task",
        "{'type':'task','task':'call'};                                  title",
        "{'type':'task','task':'call','title':'{{nobody}}'};             title",
        "{'type':'task','task':'call','title':'x','waitForCompletion':1}; waitForCompletion",
        "{'id':'a b','type':'email','subject':'Hi','text':'x'};          id"
      })
  void a_bad_step_is_refused_naming_its_field(String step, String field) {
    assertThat(fields(refused(sequence("{}", step)))).contains("steps[0]." + field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{'timeZone':'Europe/Atlantis'};                      timeZone",
        "{'timeZone':'+02:00'};                               timeZone",
        "{'timeZone':'Etc/GMT+2'};                            timeZone",
        "{'timeZone':'EST'};                                  timeZone",
        "{'timeZone':'GMT'};                                  timeZone",
        "{'timeZone':'Z'};                                    timeZone",
        "{'timeZone':'UTC+2'};                                timeZone",
        "{'timeZone':''};                                     timeZone",
        "{'window':{'from':'17:00','to':'09:00'}};            window.to",
        "{'window':{'from':'09:00','to':'09:00'}};            window.to",
        "{'window':{'days':[]}};                              window.days",
        "{'window':{'days':['MONDAY']}};                      window.days",
        "{'window':{'days':['']}};                            window.days",
        "{'window':{'from':'9:00'}};                          window.from",
        "{'window':{'to':'24:01'}};                           window.to",
        "{'window':{'from':'24:00'}};                         window.to",
        "{'window':{'until':'17:00'}};                        window.until",
        "{'window':[]};                                       window",
        "{'windows':[]};                                      windows",
        "{'window':{},'windows':[{}]};                        windows",
        "{'windows':[{'to':'08:00'}]};                        windows[0].to",
        "{'windows':[{'to':'12:00'},{'days':[]}]};            windows[1].days",
        "{'windows':[{'to':'12:00'},{'from':'11:59'}]};       windows[1]",
        "{'windows':[{'to':'12:00'},{'from':'12:00','at':1}]}; windows[1].at",
        "{'threading':'yes'};                                 threading",
        "{'stopOn':['replies']};                              stopOn",
        "{'stopOn':'reply'};                                  stopOn",
        "{'holidays':['2026-02-30']};                         holidays",
        "{'holidays':[null]};                                 holidays",
        "{'holidayCountries':['XX']};                         holidayCountries",
        "{'holidayCountries':['TH']};                         holidayCountries",
        "{'holidayCountries':['US-XX']};                      holidayCountries",
        "{'holidayCountries':['DE','US-NY-QQ']};              holidayCountries",
        "{'holidayCountries':['germany']};                    holidayCountries",
        "{'holidayCountries':['de']};                         holidayCountries",
        "{'holidayCountries':'DE'};                           holidayCountries",
        "{'onUnknownOutcome':'guess'};                        onUnknownOutcome",
        "{'unknownGrace':'PT89S'};                            unknownGrace",
        "{'unknownGrace':'PT168H1S'};                         unknownGrace",
        "{'unknownGrace':'-PT15M'};                           unknownGrace",
        "{'colour':'red'};                                    colour"
      })
  void a_bad_setting_is_refused_naming_its_field(String settings, String field) {
    assertThat(fields(refused(sequence(settings, EMAIL)))).containsExactly("settings." + field);
  }

  @Test
  void a_sequence_has_one_to_fifty_steps() {
    assertThat(fields(refused(sequence("{}")))).containsExactly("steps");
    assertThat(fields(refused("{'name':'x'}"))).containsExactly("steps");
    assertThat(read(sequence("{}", tasks(50))).steps()).hasSize(50);
    assertThat(fields(refused(sequence("{}", tasks(51))))).containsExactly("steps");
  }

  @ParameterizedTest
  @CsvSource({"Q4\\r\\nX: y", "Q4\\nx", "Q4\\u2028x", "Q4\\u2029x", "Q4\\u0000x", "Q4\\u0085x"})
  void a_name_is_one_line(String name) {
    String body = "{'name':'" + name + "x','steps':[" + EMAIL + "]}";

    assertThat(fields(refused(body))).containsExactly("name");
  }

  @Test
  void html_is_no_longer_than_what_is_stored_can_be_read() {
    String step = "{'type':'email','subject':'Hi','text':'x','html':'%s'}";

    assertThat(read(sequence("{}", step.formatted("x".repeat(100_000)))).steps()).hasSize(1);
    assertThat(fields(refused(sequence("{}", step.formatted("x".repeat(100_001))))))
        .containsExactly("steps[0].html");
  }

  @Test
  void two_steps_cannot_share_an_id() {
    String step = "{'id':'a','type':'task','task':'call','title':'x','delay':'P1D'}";

    assertThat(fields(refused(sequence("{}", step, step)))).containsExactly("steps[1].id");
  }

  @Test
  void a_reply_has_no_subject_and_needs_threading() {
    String reply = "{'type':'email','delay':'P1D','thread':'reply','text':'x'}";
    String own = "{'type':'email','delay':'P1D','thread':'reply','subject':'y','text':'x'}";

    assertThat(fields(refused(sequence("{}", EMAIL, own)))).containsExactly("steps[1].subject");
    assertThat(fields(refused(sequence("{'threading':false}", EMAIL, reply))))
        .containsExactly("steps[1].thread");
  }

  @Test
  void several_problems_are_told_at_once() {
    String body =
        "{'owner':'Rita <rita@example.com>','settings':{'timeZone':'Mars'},"
            + "'steps':[{'type':'email','text':''}],'extra':1}";

    assertThat(fields(refused(body)))
        .containsExactlyInAnyOrder(
            "name", "owner", "settings.timeZone", "steps[0].subject", "steps[0].text", "extra");
  }

  private static String sequence(String settings, String... steps) {
    return "{'name':'x','settings':" + settings + ",'steps':[" + String.join(",", steps) + "]}";
  }

  private static String tasks(int count) {
    return IntStream.range(0, count)
        .mapToObj(_ -> "{'type':'task','task':'todo','title':'x','delay':'P1D'}")
        .collect(Collectors.joining(","));
  }

  private static Draft read(String body) {
    int[] count = {0};
    return json(body).body(f -> SequenceBody.creating(f, () -> "id" + count[0]++));
  }

  private static dev.stepwise.lambda.http.Reply refused(String body) {
    int[] count = {0};
    return java.util.Objects.requireNonNull(
        refusal(json(body), f -> SequenceBody.creating(f, () -> "id" + count[0]++)),
        "it was taken");
  }
}
