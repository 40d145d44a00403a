package dev.stepwise.lambda.api;

import dev.stepwise.contact.Contact;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.lambda.http.Http;
import dev.stepwise.lambda.http.Reply;
import dev.stepwise.lambda.http.Request;
import dev.stepwise.usecase.ContactFile;
import dev.stepwise.usecase.ContactFiles;
import dev.stepwise.usecase.EraseContact;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Contacts: what is known of one, and to forget it. */
public final class ContactsApi {
  private final ContactFiles files;
  private final EraseContact erase;
  private final Function<EmailAddress, String> alias;

  /** {@code alias} says what stands for an address in logs. */
  public ContactsApi(ContactFiles files, EraseContact erase, Function<EmailAddress, String> alias) {
    this.files = files;
    this.erase = erase;
    this.alias = alias;
  }

  public void serve(Http http) {
    http.on("GET /contacts/{email}", this::get).on("DELETE /contacts/{email}", this::delete);
  }

  private Reply get(Request request) {
    EmailAddress email = request.path("email", EmailAddress::new);
    ContactFile file = files.find(email, request.caller());
    return file.isEmpty()
        ? Reply.problem(404, "nothing is known of this address")
        : Reply.ok(view(email, file));
  }

  private Reply delete(Request request) {
    EmailAddress email = request.path("email", EmailAddress::new);
    if (!request.caller().admin()) {
      return Reply.problem(403, "only an admin erases a person");
    }
    erase.erase(email, request.caller());
    return Reply.noContent();
  }

  private Map<String, @Nullable Object> view(EmailAddress email, ContactFile file) {
    Contact contact = file.contact();
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("email", email);
    view.put("contact", contact == null ? null : EnrollmentView.contact(contact));
    view.put("enrollments", file.enrollments().stream().map(EnrollmentView::brief).toList());
    view.put("suppressions", file.suppressions().stream().map(SuppressionView::of).toList());
    view.put("loggedAs", alias.apply(email));
    return view;
  }
}
