package dev.stepwise.usecase;

import static dev.stepwise.cadence.CadenceExamples.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.cadence.Wait;
import dev.stepwise.contact.Contact;
import dev.stepwise.contact.Country;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentExamples;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.enrollment.State;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Another zone times the step anew: office hours, the sender in Rome (+01:00), enrolled on
 * Wednesday, 4 November 2026 at 12:00 there, each later step two days after the one before.
 */
class EditZoneTest extends UseCaseTest {
  @Test
  void the_window_is_that_of_the_new_zone() {
    EnrollmentId id = enrolled();
    int generation = world.enrollment(id).generation();

    moveTo(id, "America/Los_Angeles");

    // 12:00 in Rome is 03:00 in Los Angeles (-08:00).
    assertThat(due(id)).isEqualTo(at("2026-11-04T09:00:00-08:00"));
    assertThat(world.enrollment(id).generation()).isEqualTo(generation + 1);
    assertThat(world.memory.timers().next()).isPresent();
    Entry told = world.enrollment(id).timeline().getLast();
    assertThat(told.type()).isEqualTo(Entry.Type.CONTACT_CHANGED);
    assertThat(told.detail()).isEqualTo("timeZone; now America/Los_Angeles (contact)");
  }

  @Test
  void a_step_that_the_old_window_kept_back_comes_forward() {
    // Sent at 12:00 in Rome; two days later it is 20:00 in Tokyo (+09:00): Monday there.
    EnrollmentId id = enrolled();
    world.next();
    moveTo(id, "Asia/Tokyo");
    assertThat(due(id)).isEqualTo(at("2026-11-09T09:00:00+09:00"));

    moveTo(id, "Europe/Rome");

    assertThat(due(id)).isEqualTo(at("2026-11-06T12:00:00+01:00"));
  }

  @Test
  void a_start_in_the_future_is_kept() {
    Instant start = at("2026-11-20T10:00:00+01:00");
    results(request(1, start, false, good(EnrollmentExamples.ada())));
    EnrollmentId id = world.memory.timers().take(start).orElseThrow().enrollment();

    moveTo(id, "Europe/Helsinki");
    assertThat(due(id)).isEqualTo(start);

    moveTo(id, "Asia/Tokyo");
    // 10:00 in Rome is 18:00 in Tokyo on Friday.
    assertThat(due(id)).isEqualTo(at("2026-11-23T09:00:00+09:00"));
  }

  @Test
  void a_pause_keeps_its_rest_and_a_mail_that_is_leaving_leaves() {
    EnrollmentId id = enrolled();
    world.whileSending = () -> moveTo(id, "Asia/Tokyo");
    world.next();

    // What follows it goes by a clock of either zone; the window is looked at again when it is due.
    assertThat(world.letters()).hasSize(1);
    done(world.move.pause(id, world.admin()));
    State paused = world.enrollment(id).state();
    moveTo(id, "America/New_York");
    assertThat(world.enrollment(id).state()).isEqualTo(paused);
  }

  @Test
  void a_country_counts_where_no_zone_is_known() {
    EnrollmentId id = enrolled();

    correct(id, null, new Country("US"));

    assertThat(due(id)).isEqualTo(at("2026-11-04T09:00:00-05:00"));
    assertThat(world.enrollment(id).timeline().getLast().detail())
        .isEqualTo("country; now America/New_York (capital)");
  }

  @Test
  void the_same_clock_under_another_name_moves_nothing() {
    EnrollmentId id = enrolled();
    Enrollment before = world.enrollment(id);

    moveTo(id, "Europe/Paris");

    assertThat(world.enrollment(id).state()).isEqualTo(before.state());
    assertThat(world.enrollment(id).generation()).isEqualTo(before.generation());
  }

  private Instant due(EnrollmentId id) {
    State.Active active = (State.Active) world.enrollment(id).state();
    assertThat(active.due().why()).isNotEqualTo(Wait.HOLD);
    return active.due().at();
  }

  private void moveTo(EnrollmentId id, String zone) {
    correct(id, ZoneId.of(zone), null);
  }

  private void correct(EnrollmentId id, @Nullable ZoneId zone, @Nullable Country country) {
    Contact ada = EnrollmentExamples.ada();
    Contact news = new Contact(ada.email(), null, null, null, zone, country, Map.of());
    done(world.edit.edit(id, contact -> contact.updated(news), world.admin()));
  }
}
