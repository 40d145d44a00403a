package dev.stepwise.local;

import com.nimbusds.jose.jwk.RSAKey;
import dev.stepwise.local.aws.LocalAws;
import dev.stepwise.local.control.Control;
import dev.stepwise.local.gateway.Gateway;
import dev.stepwise.local.http.ApiClient;
import dev.stepwise.local.http.LocalServer;
import dev.stepwise.local.issuer.Issuer;
import dev.stepwise.local.issuer.IssuerKey;
import dev.stepwise.local.lambda.LocalFunction;
import dev.stepwise.local.lambda.LocalFunctions;
import dev.stepwise.local.smtp.Inbound;
import dev.stepwise.local.smtp.SmtpDoor;
import dev.stepwise.local.template.StackReader;
import dev.stepwise.local.template.StackTemplate;
import dev.stepwise.local.template.Surroundings;
import dev.stepwise.local.time.Agenda;
import dev.stepwise.local.time.VirtualClock;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The deployed system on one JVM: the template's functions, table and queues, an API, a door for
 * mail, and virtual time. The AWS SDK is led by system properties, so one JVM runs one at a time.
 */
public final class LocalSystem implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(LocalSystem.class.getName());
  public static final String INBOUND_DOMAIN = "reply.example.com";

  /** What booking tools sign with here, by the tool's name. */
  static final Map<String, String> BOOKING_SECRETS =
      Map.of(
          "calendly", "local-calendly-secret",
          "cal.com", "local-cal.com-secret",
          "generic", "local-generic-secret");

  private static final String INBOUND_FUNCTION = "InboundReplyFunction";

  private final Options options;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final LocalServer server;
  private final Optional<DataFolder> data;
  private final Issuer issuer;
  private final VirtualClock clock;
  private final Agenda agenda;
  private final LocalAws aws;
  private final SmtpDoor smtp;
  private final Tokens tokens;

  private LocalSystem(Options options) {
    this.options = options;
    try {
      data = Optional.ofNullable(options.data()).map(folder -> opened(DataFolder.open(folder)));
      server = opened(serverOn(options.port()));
      issuer = new Issuer(server.uri().toString(), key(data));
      tokens = new Tokens(issuer.token("local-admin", "admin"), issuer.token("local-rep", "rep"));
      clock = new VirtualClock(options.start(), options.speed());
      agenda = opened(new Agenda(clock));
      aws = opened(new LocalAws(clock, agenda, data.map(DataFolder::path)));
      SdkSettings.pointTo(aws.endpoints());
      smtp = opened(run());
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /** Starts everything; throws {@link CannotStart} where a person can do something about it. */
  public static LocalSystem start(Options options) {
    return new LocalSystem(options);
  }

  public URI api() {
    return server.uri();
  }

  /** Host and port that take mail. */
  public String smtp() {
    return "127.0.0.1:" + smtp.port();
  }

  public Tokens tokens() {
    return tokens;
  }

  public VirtualClock clock() {
    return clock;
  }

  public Agenda agenda() {
    return agenda;
  }

  public LocalAws aws() {
    return aws;
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        LOG.log(Level.WARNING, "a part of the local system could not be closed", e);
      }
    }
  }

  private SmtpDoor run() {
    var surroundings = surroundings();
    var template = StackTemplate.read(options.template(), surroundings);
    provide(template);
    aws.account().deploy(() -> StackReader.read(options.template(), surroundings));
    var functions = LocalFunctions.load(template, clock);
    var inbound = new Inbound(INBOUND_DOMAIN, functions.named(INBOUND_FUNCTION), aws, agenda);
    functions.register(aws, agenda, template);
    agenda.register(inbound);
    server.start(
        Map.of(
            "/", new Gateway(functions.all(), issuer, agenda),
            "/.well-known/", issuer,
            "/_local/", new Control(agenda, aws, inbound, functions)));
    agenda.start();
    ensureSender(functions.all());
    return smtpOn(options.smtpPort(), inbound);
  }

  private Surroundings surroundings() {
    return new Surroundings(
        Parameters.of(issuer),
        issuer.url(),
        Objects.requireNonNull(aws.endpoints().get("sqs")).toString());
  }

  private void provide(StackTemplate template) {
    template.tables().forEach(aws.dynamodb()::create);
    template.queues().forEach(aws.sqs()::declare);
    template.scheduleGroups().forEach(aws.scheduler()::declareGroup);
    template.buckets().forEach(aws.s3()::declare);
    BOOKING_SECRETS.forEach((tool, secret) ->
        aws.ssm().put("/stepwise/" + Surroundings.STACK + "/hooks/" + tool, secret));
    // SES is the only one who publishes here.
    template.subscriptions().forEach(s -> aws.ses().publishTo(s.queue(), s.topicArn(), s.events()));
  }

  private void ensureSender(List<LocalFunction> functions) {
    if (functions.stream().anyMatch(function -> function.spec().serves("PUT /senders/{email}"))) {
      FirstSender.ensure(new ApiClient(api(), tokens.admin()));
    }
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }

  private static RSAKey key(Optional<DataFolder> data) {
    return data.map(folder -> IssuerKey.kept(folder.file("token-key.json")))
        .orElseGet(IssuerKey::fresh);
  }

  private static LocalServer serverOn(int port) {
    try {
      return new LocalServer(port);
    } catch (IOException e) {
      throw inUse(port, "-Dport", e);
    }
  }

  private static SmtpDoor smtpOn(int port, Inbound inbound) {
    try {
      return new SmtpDoor(port, inbound);
    } catch (RuntimeException e) {
      throw inUse(port, "-DsmtpPort", e);
    }
  }

  private static CannotStart inUse(int port, String option, Exception cause) {
    return new CannotStart(
        "Port %d is in use; choose another with %s=….".formatted(port, option), cause);
  }
}
