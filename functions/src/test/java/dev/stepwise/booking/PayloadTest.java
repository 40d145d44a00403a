package dev.stepwise.booking;

import static dev.stepwise.booking.Hooks.calCom;
import static dev.stepwise.booking.Hooks.calendly;
import static dev.stepwise.booking.Hooks.generic;
import static dev.stepwise.booking.Hooks.instead;
import static dev.stepwise.booking.Hooks.tracking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.booking.Booking.Kind;
import dev.stepwise.contact.EmailAddress;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTest {
  private static final EmailAddress ADA = new EmailAddress("ada@example.org");
  private static final EmailAddress CHARLES = new EmailAddress("charles@example.org");
  private static final Instant START = Instant.parse(Hooks.START);
  private static final String NOON = "2026-11-20T12:00:00.000Z";

  @Test
  void calendly_tells_who_booked_what_and_by_which_link() {
    Booking booking = told(Tool.CALENDLY, calendly("invitee.created", "I1", tracking("b123")));

    assertThat(booking.kind()).isEqualTo(Kind.CREATED);
    assertThat(booking.token()).isEqualTo("b123");
    assertThat(booking.people()).containsExactly(ADA, CHARLES);
    assertThat(booking.start()).isEqualTo(START);
    assertThat(booking.detail()).matches("created for 2026-12-01T09:00:00Z, ref [0-9a-z]{10}");
  }

  @Test
  void calendly_tells_a_rescheduling_twice_and_it_is_one_piece_of_news() {
    Booking made = told(Tool.CALENDLY, calendly("invitee.created", "I2", instead("I1")));
    Booking gone = told(Tool.CALENDLY, calendly("invitee.canceled", "I1", "\"rescheduled\":true,"));

    assertThat(made.kind()).isEqualTo(Kind.RESCHEDULED);
    assertThat(gone.kind()).isEqualTo(Kind.RESCHEDULED);
    assertThat(gone.delivery()).isEqualTo(made.delivery());
    assertThat(made.start()).isEqualTo(START);
    assertThat(gone.start()).isNull();
  }

  @Test
  void calendly_tells_a_cancellation() {
    Booking booking =
        told(Tool.CALENDLY, calendly("invitee.canceled", "I1", "\"rescheduled\":false,"));

    assertThat(booking.kind()).isEqualTo(Kind.CANCELLED);
    assertThat(booking.kind().isWanted()).isFalse();
    assertThat(booking.token()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "BOOKING_CREATED,CREATED,true",
    "BOOKING_REQUESTED,REQUESTED,true",
    "BOOKING_RESCHEDULED,RESCHEDULED,true",
    "BOOKING_CANCELLED,CANCELLED,false"
  })
  void cal_com_tells_what_became_of_a_booking(String trigger, Kind kind, boolean wanted) {
    Booking booking = told(Tool.CAL_COM, calCom(trigger, NOON, "{\"stepwise\":\"b123\"}"));

    assertThat(booking.kind()).isEqualTo(kind);
    assertThat(booking.kind().isWanted()).isEqualTo(wanted);
    assertThat(booking.token()).isEqualTo("b123");
    assertThat(booking.people()).containsExactly(ADA, CHARLES);
    assertThat(booking.start()).isEqualTo(START);
  }

  @Test
  void cal_com_news_are_told_apart_by_trigger_and_creation_time() {
    var one = told(Tool.CAL_COM, calCom("BOOKING_CREATED", NOON, "null")).delivery();
    var again = told(Tool.CAL_COM, calCom("BOOKING_CREATED", NOON, "{}")).delivery();
    var seat = told(Tool.CAL_COM, calCom("BOOKING_CREATED", Hooks.START, "{}")).delivery();
    var moved = told(Tool.CAL_COM, calCom("BOOKING_RESCHEDULED", NOON, "{}")).delivery();

    assertThat(again).isEqualTo(one);
    assertThat(seat).isNotEqualTo(one);
    assertThat(moved).isNotEqualTo(one).isNotEqualTo(seat);
  }

  @ParameterizedTest
  @CsvSource({"created,CREATED", "rescheduled,RESCHEDULED", "cancelled,CANCELLED"})
  void any_tool_can_say_it_in_our_words(String event, Kind kind) {
    Booking booking = told(Tool.GENERIC, generic(event, "m1"));

    assertThat(booking.kind()).isEqualTo(kind);
    assertThat(booking.people()).containsExactly(ADA);
    assertThat(booking.start()).isEqualTo(START);
  }

  @Test
  void a_token_is_enough_where_the_address_is_not_known() {
    Booking booking = told(Tool.GENERIC, "{\"event\":\"created\",\"id\":\"m\",\"token\":\"b1\"}");

    assertThat(booking.token()).isEqualTo("b1");
    assertThat(booking.people()).isEmpty();
    assertThat(booking.detail()).startsWith("created, ref ");
  }

  @ParameterizedTest
  @CsvSource({
    "CALENDLY,event,routing_form_submission.created",
    "CALENDLY,event,invitee_no_show.created",
    "CAL_COM,triggerEvent,PING",
    "CAL_COM,triggerEvent,BOOKING_REJECTED",
    "GENERIC,event,no-show"
  })
  void other_news_are_ignored_by_name(Tool tool, String field, String event) {
    var payload = read(tool, "{\"" + field + "\":\"" + event + "\",\"payload\":{}}");

    assertThat(payload).isEqualTo(new Payload.Ignored(event));
  }

  @Test
  void a_name_that_is_none_is_cut_and_cleaned() {
    var payload = read(Tool.GENERIC, "{\"event\":\"ada@example.org\\n" + "x".repeat(90) + "\"}");

    assertThat(payload).isInstanceOf(Payload.Ignored.class);
    assertThat(((Payload.Ignored) payload).event()).hasSize(50).startsWith("ada_example.org_xx");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "CALENDLY; []; event",
        "CALENDLY; null; event",
        "CALENDLY; {\"event\":7}; event",
        "CALENDLY; {\"event\":\"invitee.created\"}; payload.uri",
        "CALENDLY; {\"event\":\"invitee.canceled\",\"payload\":\"x\"}; payload.uri",
        "CAL_COM; {\"payload\":{}}; triggerEvent",
        "CAL_COM; {\"triggerEvent\":\"BOOKING_CREATED\",\"payload\":{}}; payload.uid",
        "GENERIC; {\"id\":\"1\"}; event",
        "GENERIC; {\"event\":\"created\",\"email\":\"a@b.example\"}; id",
        "GENERIC; {\"event\":\"created\",\"id\":\"1\"}; email",
        "GENERIC; {\"event\":\"created\",\"id\":\"1\",\"email\":\"Ada <a@b.c>\"}; email",
        "GENERIC; {\"event\":\"created\",\"id\":\"1\",\"token\":\"b\",\"at\":\"noon\"}; at",
        "GENERIC; {\"event\":\"created\",\"id\":\"1\",\"token\":\"b\",\"at\":7}; at"
      })
  void what_cannot_be_read_names_its_field(Tool tool, String body, String field) {
    var payload = read(tool, body);

    assertThat(payload).isInstanceOf(Payload.Unreadable.class);
    assertThat(((Payload.Unreadable) payload).field()).isEqualTo(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"payload\"", "\"attendees\"", "\"metadata\"", "\"responses\""})
  void fields_of_another_kind_than_we_know_do_no_harm(String field) {
    String body = calCom("BOOKING_CREATED", NOON, "{}").replace(field, field + ":[1],\"old\"");

    assertThat(read(Tool.CAL_COM, body)).isNotNull();
  }

  @Test
  void only_the_first_twenty_people_count() {
    String many =
        IntStream.range(0, 100)
            .mapToObj(i -> "{\"email\":\"p" + i + "@example.org\"}")
            .collect(Collectors.joining(","));
    String body = "{\"triggerEvent\":\"BOOKING_CREATED\",\"payload\":{\"uid\":\"u\",\"attendees\":";

    assertThat(told(Tool.CAL_COM, body + "[" + many + "]}}").people()).hasSize(20);
  }

  private static Payload read(Tool tool, String body) {
    return Payload.read(tool, Hooks.tree(body));
  }

  private static Booking told(Tool tool, String body) {
    Payload payload = read(tool, body);
    assertThat(payload).isInstanceOf(Payload.Told.class);
    return ((Payload.Told) payload).booking();
  }
}
