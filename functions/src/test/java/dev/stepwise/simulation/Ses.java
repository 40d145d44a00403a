package dev.stepwise.simulation;

import dev.stepwise.Ids;
import dev.stepwise.enrollment.MailReport.News;
import dev.stepwise.forward.ForwardResult;
import dev.stepwise.forward.Forwarder;
import dev.stepwise.forward.RawLetter;
import dev.stepwise.mail.Letter;
import dev.stepwise.mail.Mailer;
import dev.stepwise.mail.SendResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** SES: accepts or not, answers or not, and tells of what it accepted early, late, twice, never. */
final class Ses implements Mailer, Forwarder {
  private static final Duration TIME_OUT = Duration.ofSeconds(10);
  private static final Duration LATEST_PAUSE = Duration.ofDays(2);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(5);
  private static final List<String> FATES =
      List.of(
          "mail throttled",
          "account blocked",
          "mail rejected",
          "mail timed out before",
          "mail timed out after",
          "mail timed out after",
          "mail timed out after",
          "crash before mail",
          "crash after mail");

  private final Cast cast;
  private final Agenda agenda;
  private final Incidents incidents;
  private final Watch watch;
  private final Consumer<Event> events;
  private final int permille;
  private final Instant pausedFrom;
  private final Instant pausedUntil;

  Ses(
      Cast cast,
      Agenda agenda,
      Incidents incidents,
      Watch watch,
      Consumer<Event> events,
      int permille) {
    this.cast = cast;
    this.agenda = agenda;
    this.incidents = incidents;
    this.watch = watch;
    this.events = events;
    this.permille = permille;
    Chance account = cast.chance("account");
    this.pausedFrom = agenda.now().plus(account.between(Duration.ZERO, LATEST_PAUSE));
    this.pausedUntil = pausedFrom.plus(account.between(Duration.ZERO, LONGEST_PAUSE));
  }

  /** What SES tells of a mail, and when. */
  record Event(Accepted mail, News news, Instant at) {}

  @Override
  public Duration timeOut() {
    return TIME_OUT;
  }

  @Override
  public SendResult send(Letter letter) {
    Actor actor = cast.current().orElseThrow();
    actor.callBegins();
    String fate = isPaused(actor) ? "account blocked" : fate(actor);
    cast.pass(Faults.latency(actor));
    return switch (fate) {
      case "mail throttled" -> new SendResult.TryLater("429");
      case "account blocked" -> new SendResult.AccountBlocked("sending paused");
      case "mail rejected" -> new SendResult.Rejected("named refusal");
      case "mail timed out before" -> unknown();
      case "crash before mail" -> throw new Crash("before the mail");
      default -> accepted(letter, fate);
    };
  }

  /** Once in a run SES takes no mail of anybody for some hours. */
  private boolean isPaused(Actor actor) {
    Instant now = agenda.now();
    return !now.isBefore(pausedFrom)
        && now.isBefore(pausedUntil)
        && incidents.happens("account paused", actor.place("send"));
  }

  private String fate(Actor actor) {
    if (!actor.chance.permille(permille)) {
      return "";
    }
    String fate = actor.chance.of(FATES);
    if (!incidents.happens(fate, actor.place("send"))) {
      return "";
    }
    watch.faulty(actor.concerns, fate);
    return fate;
  }

  private SendResult accepted(Letter letter, String fate) {
    String id = Ids.derived("mail", Integer.toString(watch.accepted().size()));
    Accepted mail = new Accepted(id, letter, agenda.now());
    watch.accepted(mail);
    tell(mail);
    if (fate.equals("crash after mail")) {
      throw new Crash("after the mail");
    }
    cast.pass(Faults.latency(cast.current().orElseThrow()));
    return fate.equals("mail timed out after") ? unknown() : new SendResult.Accepted(id);
  }

  private SendResult unknown() {
    cast.pass(TIME_OUT.minusSeconds(2));
    return new SendResult.Unknown("timed out");
  }

  private void tell(Accepted mail) {
    Chance chance = cast.chance("events of " + mail.id());
    tell(mail, new News.Sent(), chance);
    tell(mail, outcome(chance), chance);
  }

  private static News outcome(Chance chance) {
    return switch (chance.below(60)) {
      case 0 -> new News.Bounced(true, "5.1.1");
      case 1, 2 -> new News.Bounced(false, "4.2.2");
      case 3 -> new News.Complained("abuse");
      case 4 -> new News.Delayed("later");
      case 5 -> new News.Rejected("Bad content");
      default -> new News.Delivered();
    };
  }

  private void tell(Accepted mail, News news, Chance chance) {
    String name = news.getClass().getSimpleName() + " " + mail.id();
    int most = Math.min(permille, 300);
    if (chance.permille(most) && incidents.happens("event lost", name)) {
      return;
    }
    events.accept(new Event(mail, news, agenda.now().plus(delay(chance, name, most))));
    if (chance.permille(most) && incidents.happens("event twice", name)) {
      events.accept(new Event(mail, news, agenda.now().plus(delay(chance, name, most))));
    }
  }

  private Duration delay(Chance chance, String name, int most) {
    Duration usual = chance.between(Duration.ZERO, Duration.ofSeconds(4));
    Duration late = chance.between(Duration.ofSeconds(4), Duration.ofMinutes(8));
    Duration later = chance.between(Duration.ofMinutes(8), Duration.ofHours(30));
    if (chance.permille(most) && incidents.happens("event late", name)) {
      return chance.oneIn(3) ? later : late;
    }
    return usual;
  }

  @Override
  public ForwardResult forward(RawLetter letter) {
    Actor actor = cast.current().orElseThrow();
    actor.callBegins();
    String fate = fate(actor);
    cast.pass(Faults.latency(actor));
    if (fate.startsWith("crash before")) {
      throw new Crash("before forwarding");
    }
    if (!fate.isEmpty() && !fate.contains("after")) {
      return new ForwardResult.TryLater(fate);
    }
    watch.heard().forwarded(letter.mailId());
    return fate.isEmpty()
        ? new ForwardResult.Accepted(letter.mailId())
        : new ForwardResult.TryLater(fate);
  }
}
