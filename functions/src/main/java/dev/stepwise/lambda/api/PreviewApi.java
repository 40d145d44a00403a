package dev.stepwise.lambda.api;

import dev.stepwise.cadence.Region;
import dev.stepwise.cadence.Shift;
import dev.stepwise.contact.Contact;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Forecast;
import dev.stepwise.lambda.http.Fields;
import dev.stepwise.lambda.http.Http;
import dev.stepwise.lambda.http.Read;
import dev.stepwise.lambda.http.Reply;
import dev.stepwise.lambda.http.Request;
import dev.stepwise.sequence.SequenceId;
import dev.stepwise.sequence.Step;
import dev.stepwise.usecase.Answer;
import dev.stepwise.usecase.Authority;
import dev.stepwise.usecase.Preview;
import dev.stepwise.usecase.Preview.Calendar;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The calendar of an enrollment, before and after enrolling. */
public final class PreviewApi {
  private static final EmailAddress NOBODY = new EmailAddress("nobody@example.invalid");

  private final Preview preview;

  public PreviewApi(Preview preview) {
    this.preview = preview;
  }

  public void serve(Http http) {
    http.on("POST /sequences/{id}/preview", this::show);
  }

  private Reply show(Request request) {
    SequenceId id = request.path("id", SequenceId::new);
    Function<Authority, Answer<Calendar>> look = request.body(f -> read(f, id));
    return Replies.of(look.apply(request.caller()), PreviewApi::view);
  }

  /** Either an enrollment, or whom to look ahead for. */
  private Function<Authority, Answer<Calendar>> read(Fields f, SequenceId id) {
    if (f.has("enrollment")) {
      EnrollmentId none = new EnrollmentId("0");
      EnrollmentId enrollment = f.required("enrollment", Read.text(EnrollmentId::new), none);
      return who -> preview.of(id, enrollment, who);
    }
    Preview.Wanted wanted =
        new Preview.Wanted(
            f.object("contact").map(PreviewApi::contact).orElse(Contact.of(NOBODY)),
            f.required("sender", Read.email(), NOBODY),
            f.optional("startAtStep", Read.integer(1, 50)).orElse(1),
            f.optional("startAt", Read.instant()).orElse(null));
    return who -> preview.ofNew(id, wanted, who);
  }

  /** One whose address is not known yet will do: zone and country are enough. */
  private static Contact contact(Fields f) {
    Contact contact = ContactBody.read(f, f.optional("email", Read.email()).orElse(NOBODY));
    f.end();
    return contact;
  }

  private static Map<String, @Nullable Object> view(Calendar calendar) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("sequenceId", calendar.version().sequence());
    view.put("version", calendar.version().number());
    view.put("timeZone", calendar.zone().zone());
    view.put("timeZoneFrom", calendar.zone().source().wire());
    view.put(
        "holidayCountries",
        calendar.plan().cadence().holidays().regions().stream().map(Region::code).toList());
    view.put("steps", calendar.steps().stream().map(step -> step(step, calendar)).toList());
    return view;
  }

  private static Map<String, @Nullable Object> step(Forecast forecast, Calendar calendar) {
    Step step = calendar.version().step(forecast.step());
    ZonedDateTime local = forecast.at().atZone(calendar.zone().zone());
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("step", forecast.step());
    view.put("id", step.id());
    view.put("type", step instanceof Step.Email ? "email" : "task");
    view.put("at", forecast.at());
    view.put("day", local.getDayOfWeek().name().substring(0, 3));
    view.put("localTime", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local));
    view.put("shifts", forecast.shifts().stream().map(PreviewApi::shift).toList());
    return view;
  }

  private static Map<String, Object> shift(Shift shift) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("kind", shift.why().wire());
    view.put("until", shift.until());
    return view;
  }
}
