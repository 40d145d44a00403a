package dev.stepwise.local.aws;

import dev.stepwise.local.aws.account.Account;
import dev.stepwise.local.aws.account.AccountWire;
import dev.stepwise.local.aws.http.Endpoint;
import dev.stepwise.local.aws.http.Service;
import dev.stepwise.local.store.Store;
import dev.stepwise.local.time.Agenda;
import dev.stepwise.local.time.VirtualClock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every AWS service that the functions call, in this process, in virtual time. */
public final class LocalAws implements AutoCloseable {
  private final Agenda agenda;
  private final Faults faults;
  private final Store store;
  private final DynamoDbService dynamodb;
  private final SchedulerService scheduler;
  private final SesService ses;
  private final SqsService sqs;
  private final S3Service s3;
  private final SsmService ssm;
  private final Account account;
  private final Map<String, URI> uris;
  private final List<Endpoint> endpoints = new ArrayList<>();

  /** Starts every service; with a data directory what they hold survives the process. */
  public LocalAws(VirtualClock clock, Agenda agenda, Optional<Path> data) {
    this(clock, agenda, data, new Faults());
  }

  /** Starts every service with faults of one's own, whose crash may be something gentler. */
  public LocalAws(VirtualClock clock, Agenda agenda, Optional<Path> data, Faults faults) {
    this.agenda = agenda;
    this.faults = faults;
    this.store = data.map(Store::in).orElseGet(Store::inMemory);
    keepTime();
    this.dynamodb = new DynamoDbService(faults, data);
    this.sqs = new SqsService(clock, agenda, store);
    this.scheduler = new SchedulerService(clock, agenda, store, sqs);
    this.ses = new SesService(clock, agenda, store, sqs);
    this.s3 = new S3Service(clock, store);
    this.ssm = new SsmService(store);
    this.account = new Account(SesService.RATE, () -> scheduler.timers().size());
    var accountWire = new AccountWire(account);
    var schedulerEndpoint = started(new SchedulerWire(scheduler));
    var sesEndpoint = started(new SesWire(ses, accountWire));
    var s3Endpoint = started(new S3Wire(s3));
    var sqsEndpoint = started(new SqsWire(sqs, clock));
    var ssmEndpoint = started(new SsmWire(ssm));
    sqs.at(sqsEndpoint.uri());
    this.uris =
        Map.of(
            "dynamodb", dynamodb.uri(),
            "scheduler", schedulerEndpoint.uri(),
            "sesv2", sesEndpoint.uri(),
            "s3", s3Endpoint.uri(),
            "sqs", sqsEndpoint.uri(),
            "ssm", ssmEndpoint.uri(),
            "account", started(accountWire).uri());
    agenda.register(scheduler);
    agenda.register(ses);
  }

  public DynamoDbService dynamodb() {
    return dynamodb;
  }

  public SchedulerService scheduler() {
    return scheduler;
  }

  public SesService ses() {
    return ses;
  }

  public SqsService sqs() {
    return sqs;
  }

  public S3Service s3() {
    return s3;
  }

  public SsmService ssm() {
    return ssm;
  }

  public Account account() {
    return account;
  }

  public Faults faults() {
    return faults;
  }

  /** Base URLs by service: dynamodb, scheduler, sesv2, s3, sqs, ssm; account is all the rest. */
  public Map<String, URI> endpoints() {
    return uris;
  }

  /** Stops the agenda, then the services. */
  @Override
  public void close() {
    agenda.close();
    endpoints.forEach(Endpoint::close);
    dynamodb.close();
    store.close();
  }

  private Endpoint started(Service service) {
    var endpoint = new Endpoint(service, faults);
    endpoints.add(endpoint);
    return endpoint;
  }

  private void keepTime() {
    var table = store.table("clock", String.class);
    table.get("now").map(Instant::parse).ifPresent(agenda::recall);
    agenda.remember(now -> store.together(() -> table.put("now", now.toString())));
  }
}
