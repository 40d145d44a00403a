package dev.stepwise.lambda.api;

import dev.stepwise.InvalidValueException;
import dev.stepwise.Page;
import dev.stepwise.contact.Contact;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.Contacts;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Enrollments;
import dev.stepwise.enrollment.State;
import dev.stepwise.enrollment.StopReason;
import dev.stepwise.enrollment.Switches;
import dev.stepwise.lambda.http.Fields;
import dev.stepwise.lambda.http.Http;
import dev.stepwise.lambda.http.Read;
import dev.stepwise.lambda.http.Reply;
import dev.stepwise.lambda.http.Request;
import dev.stepwise.pause.Pauses;
import dev.stepwise.pause.Pauses.Under;
import dev.stepwise.sequence.SequenceId;
import dev.stepwise.task.Tasks;
import dev.stepwise.usecase.Answer;
import dev.stepwise.usecase.Authority;
import dev.stepwise.usecase.CaseFile;
import dev.stepwise.usecase.CaseFiles;
import dev.stepwise.usecase.EditContact;
import dev.stepwise.usecase.MoveEnrollment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Enrollments: list, get, correct the contact, and what a person does to one. */
public final class EnrollmentsApi {
  private static final Set<String> STATES =
      Set.of("active", "paused", "held", "awaiting_task", "finished", "stopped", "failed");

  private final CaseFiles files;
  private final Contacts contacts;
  private final Pauses pauses;
  private final MoveEnrollment move;
  private final EditContact edit;
  private final Tasks tasks;

  public EnrollmentsApi(
      CaseFiles files,
      Contacts contacts,
      Pauses pauses,
      MoveEnrollment move,
      EditContact edit,
      Tasks tasks) {
    this.files = files;
    this.contacts = contacts;
    this.pauses = pauses;
    this.move = move;
    this.edit = edit;
    this.tasks = tasks;
  }

  public void serve(Http http) {
    http.on("GET /enrollments", this::list)
        .on("GET /enrollments/{id}", this::get)
        .on("PATCH /enrollments/{id}", this::patch)
        .on("POST /enrollments/{id}/pause", r -> moved(r, move::pause))
        .on(
            "POST /enrollments/{id}/resume",
            r -> moved(r, (id, who) -> move.resume(id, tasks, who)))
        .on("POST /enrollments/{id}/stop", r -> moved(r, this::stop))
        .on("POST /enrollments/{id}/send-now", r -> moved(r, move::sendNow))
        .on("POST /enrollments/{id}/retry", r -> moved(r, move::retry))
        .on("POST /enrollments/{id}/resolve", this::resolve);
  }

  private Reply list(Request request) {
    EmailAddress sender = WantedSender.of(request).orElse(null);
    Enrollments.Query query =
        new Enrollments.Query(
            request.query("sequence", SequenceId::new).orElse(null),
            request.query("contact", EmailAddress::new).orElse(null),
            sender,
            request.query("state", EnrollmentsApi::state).orElse(null));
    Page<Enrollment> page =
        Replies.from(request, cursor -> files.enrollments().list(query, cursor));
    Map<EmailAddress, Contact> known =
        contacts.known(page.items().stream().map(e -> e.facts().contact()).toList());
    Map<Under, Switches> switches = switches(page.items());
    return Replies.page(
        page,
        e ->
            EnrollmentView.of(
                e, of(e.facts().contact(), known), switches.getOrDefault(under(e), Switches.NONE)));
  }

  /** Looked up only where somebody stands still for one. */
  private Map<Under, Switches> switches(List<Enrollment> page) {
    List<Under> all =
        page.stream()
            .filter(e -> e.state() instanceof State.Paused s && s.reason().isSwitch())
            .map(EnrollmentsApi::under)
            .distinct()
            .toList();
    return all.isEmpty() ? Map.of() : pauses.of(all);
  }

  private static Under under(Enrollment e) {
    return new Under(e.facts().sequence(), e.facts().sender());
  }

  private static Contact of(EmailAddress email, Map<EmailAddress, Contact> known) {
    Contact contact = known.get(email);
    return contact == null ? Contact.of(email) : contact;
  }

  private Reply get(Request request) {
    EnrollmentId id = request.path("id", EnrollmentId::new);
    Optional<CaseFile> file = files.find(id);
    if (file.isEmpty()) {
      return Reply.problem(404, "there is no enrollment " + id);
    }
    Enrollment e = file.get().enrollment();
    return request.caller().mayActFor(e.facts().sender())
        ? Reply.ok(EnrollmentView.of(e, file.get().dossier()))
        : Reply.problem(403, "this enrollment is another sender's");
  }

  private Reply patch(Request request) {
    EnrollmentId id = request.path("id", EnrollmentId::new);
    EmailAddress nobody = new EmailAddress("nobody@example.invalid");
    Contact news = request.body(f -> news(f, nobody));
    return view(edit.edit(id, contact -> contact.updated(news), request.caller()));
  }

  /** The contact's parts by themselves, or within "contact" as an enrollment shows them. */
  private static Contact news(Fields f, EmailAddress whoever) {
    Optional<Fields> nested = f.object("contact");
    if (nested.isEmpty()) {
      return ContactBody.read(f, whoever);
    }
    Contact news = ContactBody.read(nested.get(), whoever);
    nested.get().end();
    return news;
  }

  private Reply resolve(Request request) {
    EnrollmentId id = request.path("id", EnrollmentId::new);
    boolean sent =
        request.body(f -> f.required("outcome", Read.text(EnrollmentsApi::wentOut), true));
    return view(move.resolve(id, sent, request.caller()));
  }

  private Answer<Enrollment> stop(EnrollmentId id, Authority who) {
    return move.stop(id, StopReason.STOPPED_BY_USER, who);
  }

  private Reply moved(
      Request request, BiFunction<EnrollmentId, Authority, Answer<Enrollment>> work) {
    EnrollmentId id = request.path("id", EnrollmentId::new);
    request.body(f -> id, id);
    return view(work.apply(id, request.caller()));
  }

  private Reply view(Answer<Enrollment> answer) {
    return Replies.of(answer, e -> EnrollmentView.of(e, files.dossier(e)));
  }

  private static boolean wentOut(String outcome) {
    return switch (outcome) {
      case "sent" -> true;
      case "send" -> false;
      default -> throw new InvalidValueException("must be \"sent\" or \"send\"");
    };
  }

  private static String state(String text) {
    if (!STATES.contains(text)) {
      throw new InvalidValueException(
          "must be one of " + String.join(", ", STATES.stream().sorted().toList()));
    }
    return text;
  }
}
