package dev.stepwise.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.doctor.Finding.Grade;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchedulerQuotasTest {
  private static final String RAISE =
      "aws service-quotas request-service-quota-increase --service-code scheduler --quota-code ";
  @RegisterExtension static final Deployment DEPLOYMENT = new Deployment();

  @Test
  void quotas_that_suffice_are_told() {
    assertThat(told())
        .extracting(Finding::text)
        .containsExactly(
            "Scheduler: Invocations throttle limit is 100000 a second, mails leave at 100000",
            "Scheduler: CreateSchedule request rate is 100000 a second, mails leave at 100000",
            "Scheduler: there are 0 timers, and room for 10000000");
  }

  @ParameterizedTest
  @CsvSource({
    "L-LOCAL001,Scheduler: CreateSchedule request rate is 250 a second; mails leave at 100000",
    "L-LOCAL002,Scheduler: Invocations throttle limit is 250 a second; mails leave at 100000"
  })
  void a_rate_below_that_of_mails_is_to_be_raised_to_it(String code, String text) {
    DEPLOYMENT.amend("ListServiceQuotas", code + "\",\"Value\":100000", code + "\",\"Value\":250");

    assertThat(told())
        .contains(Finding.mend(text.replace(';', ','), RAISE + code + " --desired-value 100000"));
  }

  @Test
  void room_that_is_nearly_used_up_is_to_be_doubled() {
    DEPLOYMENT.amend("GetMetricStatistics", "\"Maximum\":0", "\"Maximum\":8000000");

    assertThat(told())
        .contains(
            Finding.mend(
                "Scheduler: there are 8000000 timers, and room for 10000000",
                RAISE + "L-LOCAL003 --desired-value 20000000"));
  }

  @Test
  void quotas_come_page_by_page() {
    AtomicBoolean first = new AtomicBoolean(true);
    DEPLOYMENT
        .account()
        .amend(
            "ListServiceQuotas",
            answer ->
                first.getAndSet(false)
                    ? "{\"Quotas\": [], \"NextToken\": \"2\"}"
                    : answer.replace("10000000", "20000000"));

    assertThat(told())
        .contains(Finding.good("Scheduler: there are 0 timers, and room for 20000000"));
  }

  @Test
  void what_was_never_raised_may_be_told_among_the_defaults_alone() {
    DEPLOYMENT.account().amend("ListServiceQuotas", answer -> "{\"Quotas\": []}");

    assertThat(told())
        .contains(Finding.good("Scheduler: there are 0 timers, and room for 10000000"))
        .hasSize(3);
  }

  @Test
  void without_a_metric_of_timers_their_room_is_told() {
    DEPLOYMENT.amend("ListServiceQuotas", "UsageMetric", "NoMetric");

    assertThat(told()).contains(Finding.good("Scheduler: there is room for 10000000 timers"));
  }

  @Test
  void a_quota_that_is_not_told_is_worth_a_note() {
    DEPLOYMENT.amend("ListServiceQuotas", "Number of schedules", "Another");

    assertThat(told())
        .filteredOn(each -> each.grade() == Grade.NOTE)
        .extracting(Finding::text)
        .containsExactly("Scheduler: Service Quotas tells no Number of schedules");
  }

  @Test
  void who_may_not_ask_is_told_so() {
    DEPLOYMENT.account().deny("ListServiceQuotas");

    assertThat(DEPLOYMENT.look())
        .filteredOn(Finding::isToBeMended)
        .extracting(Finding::text)
        .containsExactly("Quotas: AWS does not tell: AccessDenied");
  }

  private static List<Finding> told() {
    return DEPLOYMENT.look().stream()
        .filter(each -> each.text().startsWith("Scheduler:"))
        .filter(each -> !each.text().contains("put off"))
        .toList();
  }
}
