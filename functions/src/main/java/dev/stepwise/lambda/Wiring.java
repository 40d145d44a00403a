package dev.stepwise.lambda;

import dev.stepwise.Ids;
import dev.stepwise.StepwiseException;
import dev.stepwise.aws.Aws;
import dev.stepwise.aws.StepDueJson;
import dev.stepwise.contact.Domain;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.forward.Forwarding;
import dev.stepwise.lambda.api.AttachmentsApi;
import dev.stepwise.lambda.api.BookingsApi;
import dev.stepwise.lambda.api.ContactsApi;
import dev.stepwise.lambda.api.EnrollApi;
import dev.stepwise.lambda.api.EnrollmentsApi;
import dev.stepwise.lambda.api.PausesApi;
import dev.stepwise.lambda.api.PreviewApi;
import dev.stepwise.lambda.api.SendersApi;
import dev.stepwise.lambda.api.SequencesApi;
import dev.stepwise.lambda.api.SuppressionsApi;
import dev.stepwise.lambda.api.TasksApi;
import dev.stepwise.lambda.api.UnsubscribeApi;
import dev.stepwise.lambda.http.Http;
import dev.stepwise.lambda.http.OpenHttp;
import dev.stepwise.lambda.log.JsonLines;
import dev.stepwise.lambda.log.Metrics;
import dev.stepwise.mail.AttachmentTokens;
import dev.stepwise.mail.Composer;
import dev.stepwise.mail.Links;
import dev.stepwise.mail.Tokens;
import dev.stepwise.usecase.Aftermath;
import dev.stepwise.usecase.Author;
import dev.stepwise.usecase.Authority;
import dev.stepwise.usecase.Backoff;
import dev.stepwise.usecase.Booked;
import dev.stepwise.usecase.CarryPauses;
import dev.stepwise.usecase.CaseFiles;
import dev.stepwise.usecase.CloseTask;
import dev.stepwise.usecase.Commit;
import dev.stepwise.usecase.ContactFiles;
import dev.stepwise.usecase.Dispatch;
import dev.stepwise.usecase.EditContact;
import dev.stepwise.usecase.Enroll;
import dev.stepwise.usecase.EnrollOne;
import dev.stepwise.usecase.EraseContact;
import dev.stepwise.usecase.EraseMails;
import dev.stepwise.usecase.ForwardAnswer;
import dev.stepwise.usecase.Guardrails;
import dev.stepwise.usecase.HearMail;
import dev.stepwise.usecase.HearOfBooking;
import dev.stepwise.usecase.HearOfMail;
import dev.stepwise.usecase.JudgeMail;
import dev.stepwise.usecase.MoveEnrollment;
import dev.stepwise.usecase.OptOut;
import dev.stepwise.usecase.Parallel;
import dev.stepwise.usecase.Persons;
import dev.stepwise.usecase.Places;
import dev.stepwise.usecase.Preview;
import dev.stepwise.usecase.ReadMail;
import dev.stepwise.usecase.Redrive;
import dev.stepwise.usecase.Reenroll;
import dev.stepwise.usecase.SendStep;
import dev.stepwise.usecase.StepFire;
import dev.stepwise.usecase.Suppress;
import dev.stepwise.usecase.Sweep;
import dev.stepwise.usecase.TellReps;
import dev.stepwise.usecase.TurnSwitch;
import dev.stepwise.usecase.Turnstile;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Puts a function together: the one place that knows the environment, the clock, randomness and the
 * adapters. Ids and keys are secrets, so randomness is cryptographic.
 */
final class Wiring {
  private static final int AT_ONCE = 16;

  private final Map<String, String> environment;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Ids ids = new Ids(random);
  private final Parallel parallel = new VirtualThreads(AT_ONCE);
  private final Aws aws;

  Wiring(Map<String, String> environment, InstantSource clock) {
    this.environment = Map.copyOf(environment);
    // What is stored has milliseconds: what is decided must not have more.
    this.clock = () -> clock.instant().truncatedTo(ChronoUnit.MILLIS);
    this.aws = new Aws(environment, random, this.clock);
    // Lambda alone sets it: what runs elsewhere has a log of its own.
    if (environment.containsKey("AWS_LAMBDA_RUNTIME_API")) {
      JsonLines.install(aws.aliases());
    }
  }

  Http sequences() {
    Author author = new Author(aws.sequences(), aws.enrollments(), move(), parallel, clock);
    return http(
        new SequencesApi(author, aws.sequences(), aws.idempotencyKeys(), ids, clock)::serve);
  }

  Http enroll() {
    EnrollOne one = new EnrollOne(aws.enrollments(), aws.contacts(), commit(), ids);
    Enroll enroll =
        new Enroll(
            aws.sequences(), aws.senders(), aws.suppressions(), aws.pauses(), one, parallel, clock);
    Reenroll reenroll = new Reenroll(files(), aws.contacts(), commit(), ids, clock);
    Preview preview = new Preview(files(), aws.senders(), aws.contacts(), places(), clock);
    return http(routes -> {
      new EnrollApi(enroll, reenroll, files(), aws.idempotencyKeys(), clock).serve(routes);
      new PreviewApi(preview).serve(routes);
    });
  }

  Http enrollments() {
    EditContact edit = new EditContact(move());
    return http(
        new EnrollmentsApi(files(), aws.contacts(), aws.pauses(), move(), edit, aws.tasks())
            ::serve);
  }

  Http tasks() {
    return http(new TasksApi(aws.tasks(), new CloseTask(aws.tasks(), move()), clock)::serve);
  }

  Http senders() {
    return http(new SendersApi(aws.senders(), clock)::serve);
  }

  Http pauses() {
    TurnSwitch turn =
        new TurnSwitch(
            aws.sequences(), aws.senders(), aws.pauses(), aws.counts(), carryPauses(), clock);
    return http(new PausesApi(turn, aws.sequences(), aws.senders(), aws.pauses(), clock)::serve);
  }

  Http suppressions() {
    return http(new SuppressionsApi(aws.suppressions(), suppress(), clock)::serve);
  }

  OpenHttp attachments() {
    aws.readKeys(clock.instant());
    OpenHttp http = new OpenHttp();
    new AttachmentsApi(new AttachmentTokens(aws.signingKeys()), aws.attachments(), clock)
        .serve(http);
    return http;
  }

  Http contacts() {
    ContactFiles found = new ContactFiles(aws.contacts(), aws.enrollments(), aws.suppressions());
    EraseContact erase = new EraseContact(found, eraseMails(), move(), clock);
    return http(new ContactsApi(found, erase, aws.aliases())::serve);
  }

  OpenHttp bookings() {
    aws.readKeys(clock.instant());
    Booked booked = new Booked(aws.enrollments(), aws.contacts(), new Tokens(aws.signingKeys()));
    HearOfBooking hear = new HearOfBooking(booked, move(), aws.deliveries(), clock);
    OpenHttp http = new OpenHttp();
    new BookingsApi(hear, aws.bookingSecrets(), aws.senders(), clock).serve(http);
    return http;
  }

  OpenHttp unsubscribe() {
    aws.readKeys(clock.instant());
    OpenHttp http = new OpenHttp();
    new UnsubscribeApi(new Tokens(aws.signingKeys()), optOut(), clock).serve(http);
    return http;
  }

  StepDueMessages stepDueMessages() {
    aws.warmUp(clock.instant());
    Dispatch dispatch =
        new Dispatch(aws.mailer(), aws.sendingHolds(), places(), turnstile(), new Backoff(random));
    SendStep send = new SendStep(files(), commit(), composer(), dispatch, clock);
    return new StepDueMessages(
        new StepFire(files(), commit(), send, clock), StepDueJson::read, metrics());
  }

  Sweep sweep() {
    return new Sweep(aws.enrollments(), aws.timers(), aws.inbox(), aws.mailQueue(), clock);
  }

  CarryPauses carryPauses() {
    Authority engine = new Authority(Entry.ENGINE, true, aws.senders());
    return new CarryPauses(
        aws.pauses(),
        aws.enrollments(),
        aws.tasks(),
        move(),
        new CarryPauses.Hands(engine, parallel, random),
        clock);
  }

  Redrive redrive() {
    var reader = new DeadLetterReader(StepDueJson::read);
    return new Redrive(aws.deadLetters(), reader, aws.enrollments(), clock);
  }

  /** A mail must be held within two calls, be it the first that this function sees. */
  InboundMessages inboundMessages() {
    aws.warmUp(clock.instant());
    JudgeMail.rehearse();
    Tokens tokens = new Tokens(aws.signingKeys());
    Persons persons = new Persons(aws.inbox(), aws.enrollments(), aws.contacts(), tokens);
    Forwarding forwarding =
        new Forwarding(
            new AttachmentTokens(aws.signingKeys()),
            variable("PUBLIC_URL"),
            Forwarding.USUAL_LIMIT);
    ForwardAnswer forward =
        new ForwardAnswer(forwarding, aws.attachments(), aws.forwarder(), clock);
    Authority engine = new Authority(Entry.ENGINE, true, aws.senders());
    ReadMail read =
        new ReadMail(
            persons,
            new JudgeMail(aws.mailStore(), persons, aws.senders()),
            new Aftermath(files(), persons, suppress(), hearOfMail(), move(), engine, clock),
            move(),
            new TellReps(forward, aws.sequences()),
            eraseMails(),
            engine);
    return new InboundMessages(new HearMail(aws.inbox(), tokens), read, clock);
  }

  MailEvents mailEvents() {
    return new MailEvents(
        hearOfMail(),
        new Guardrails(aws.counts(), aws.pauses(), aws.sequences(), clock),
        metrics());
  }

  Metrics metrics() {
    return new Metrics(variable("STACK_NAME"), clock);
  }

  private HearOfMail hearOfMail() {
    return new HearOfMail(files(), aws.timers(), suppress(), aws.senders());
  }

  private Suppress suppress() {
    return new Suppress(aws.suppressions(), aws.contacts(), move());
  }

  private EraseMails eraseMails() {
    return new EraseMails(aws.inbox(), aws.mailStore(), aws.attachments());
  }

  private Http http(Consumer<Http> routes) {
    Http http = new Http(aws.senders());
    routes.accept(http);
    return http;
  }

  private CaseFiles files() {
    return new CaseFiles(aws.enrollments(), aws.sequences(), aws.dossiers());
  }

  private Commit commit() {
    Metrics metrics = metrics();
    return new Commit(
        aws.enrollments(), aws.timers(), places(), reason -> metrics.count("Stops", reason.wire()));
  }

  private Turnstile turnstile() {
    Duration share =
        Turnstile.share(
            Integer.parseInt(variable("STEP_FIRE_CONCURRENCY")),
            Double.parseDouble(variable("SENDS_PER_SECOND")));
    return new Turnstile(share, clock, VirtualThreads::rest);
  }

  private Places places() {
    return new Places(aws.ledgers(), aws.senders());
  }

  private MoveEnrollment move() {
    return new MoveEnrollment(files(), commit(), clock);
  }

  private OptOut optOut() {
    return new OptOut(files(), aws.contacts(), suppress(), aws.senders(), move(), clock);
  }

  private Composer composer() {
    Links links =
        new Links(
            aws.signingKeys(), variable("PUBLIC_URL"), new Domain(variable("INBOUND_DOMAIN")));
    return new Composer(links, messageIdDomain(variable("AWS_REGION")));
  }

  /** What SES puts behind the ids of messages in a Region. */
  private static String messageIdDomain(String region) {
    return region.equals("us-east-1") ? "email.amazonses.com" : region + ".amazonses.com";
  }

  private String variable(String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new StepwiseException("the environment variable " + name + " is not set");
    }
    return value;
  }
}
