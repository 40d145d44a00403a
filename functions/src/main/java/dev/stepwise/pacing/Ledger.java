package dev.stepwise.pacing;

import dev.stepwise.cadence.Cadence;
import dev.stepwise.cadence.Due;
import dev.stepwise.cadence.Wait;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who of a sender's mails leaves when: some days of it, to find places in and to give them away.
 */
public final class Ledger {
  /** Days to either side of a place that decide on it: whoever changes one must see the others. */
  private static final int NEIGHBOURS = 1;

  /** The same where there is a weekly cap. */
  public static final int WEEK = 8;

  private final Pace pace;
  private final Instant now;
  private final NavigableMap<LocalDate, LedgerDay> days = new TreeMap<>();
  private final Times times = new Times();
  private final Rules rules;
  private final TreeSet<LocalDate> changed = new TreeSet<>();

  private Ledger(Pace pace, ZoneId zone, Instant now) {
    this.pace = pace;
    this.now = now;
    this.rules = new Rules(pace, zone, now, times);
  }

  /**
   * For a mail that is due, of a sender in that zone, as far as these days go: places of an older
   * edition that are still to come count no more, for their mails ask again in their turn.
   */
  public static Ledger due(Pace pace, ZoneId zone, Instant now, List<LedgerDay> stored) {
    Ledger ledger = new Ledger(pace, zone, now);
    stored.forEach(day -> ledger.read(day, false));
    return ledger;
  }

  /** For mails that are planned ahead: behind all others, those of an older edition as well. */
  public static Ledger ahead(Pace pace, ZoneId zone, Instant now, List<LedgerDay> stored) {
    Ledger ledger = new Ledger(pace, zone, now);
    stored.forEach(day -> ledger.read(day, true));
    return ledger;
  }

  private void read(LedgerDay day, boolean all) {
    days.put(day.date(), day);
    day.bookings().stream().filter(booking -> all || counts(booking)).forEach(times::add);
  }

  /** Which mail wants a place: one that opens a thread, or one that follows in it. */
  public record Wanted(String mail, boolean first) {}

  /** The place that this mail has, given by the pace as it is now. */
  public Optional<Instant> of(String mail) {
    return times.of(mail).filter(own -> own.edition() == pace.edition()).map(Booking::at);
  }

  /** True when the mail may leave at that very instant; what place it has now does not matter. */
  public boolean allows(Wanted wanted, Instant at) {
    release(wanted);
    return rules.block(wanted, second(at)) == null;
  }

  /** Gives the mail this place, instead of any other that it has. */
  public void book(Wanted wanted, Instant at) {
    release(wanted);
    Booking booking = new Booking(wanted.mail(), second(at), pace.edition());
    times.add(booking);
    LocalDate date = LedgerDay.of(booking.at());
    List<Booking> more = new ArrayList<>(day(date).bookings());
    more.add(booking);
    put(date, more);
  }

  /**
   * Gives the mail that place, or tells which one to ask for next, for others may have their turn
   * before. A place that it has already is kept if it will do.
   */
  public Place ask(Wanted wanted, Slot slot, Cadence cadence) {
    Optional<Instant> own = of(wanted.mail()).filter(at -> !at.isBefore(slot.at()));
    if (own.isPresent() && cadence.allows(own.get())) {
      return new Place.Booked(own.get().equals(slot.at()) ? slot : new Slot(own.get(), Wait.CAP));
    }
    release(wanted);
    Instant at = whole(slot.at());
    if (!days.containsKey(LedgerDay.of(at))) {
      return new Place.Never();
    }
    Rules.Block block = rules.block(wanted, at);
    if (block == null) {
      book(wanted, at);
      return new Place.Booked(new Slot(at, slot.why()));
    }
    Wait why = slot.why() == Wait.CAP && block.why() == Wait.GAP ? Wait.CAP : block.why();
    return new Place.NotBefore(new Slot(whole(cadence.fit(block.until(), why).at()), why));
  }

  /**
   * Gives the mail the first place not before it is due at which its cadence lets it leave; none
   * when there is none among these days.
   */
  public Optional<Slot> book(Wanted wanted, Due due, Cadence cadence) {
    Due open = cadence.fit(due.at(), due.why());
    Place answer = ask(wanted, new Slot(open.at(), open.why()), cadence);
    while (answer instanceof Place.NotBefore(Slot later)) {
      answer = ask(wanted, later, cadence);
    }
    return answer instanceof Place.Booked(Slot slot) ? Optional.of(slot) : Optional.empty();
  }

  /** The days to be written, with those beside them that must not have changed either. */
  public List<LedgerDay> changes() {
    int neighbours = pace.weeklyCap() == null ? NEIGHBOURS : WEEK;
    TreeSet<LocalDate> all = new TreeSet<>();
    for (LocalDate date : changed) {
      for (int i = -neighbours; i <= neighbours; i++) {
        if (days.containsKey(date.plusDays(i))) {
          all.add(date.plusDays(i));
        }
      }
    }
    return all.stream().map(this::day).toList();
  }

  /**
   * The same; of a change of today alone, that day, unless midnight is near: whoever changes
   * another day writes today as well, if it matters.
   */
  public List<LedgerDay> changesOfToday() {
    LocalDate today = LedgerDay.of(now);
    Duration near = pace.gap().plus(pace.spread()).plus(Pace.TURN.multipliedBy(2));
    boolean alone =
        changed.equals(Set.of(today))
            && LedgerDay.of(now.minus(near)).equals(today)
            && LedgerDay.of(now.plus(near)).equals(today);
    return alone ? List.of(day(today)) : changes();
  }

  private boolean counts(Booking booking) {
    return booking.edition() == pace.edition() || !booking.at().isAfter(now.plus(Pace.TURN));
  }

  private LedgerDay day(LocalDate date) {
    return days.getOrDefault(date, LedgerDay.empty(date));
  }

  private void release(Wanted wanted) {
    times
        .remove(wanted.mail())
        .ifPresent(own -> {
          LocalDate date = LedgerDay.of(own.at());
          put(date, day(date).without(own.mail(), own.at()).bookings());
        });
  }

  private void put(LocalDate date, List<Booking> bookings) {
    days.put(date, new LedgerDay(date, day(date).revision(), bookings));
    changed.add(date);
  }

  private static Instant second(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS);
  }

  /** The next whole second, since what is due then is not to leave before. */
  private static Instant whole(Instant at) {
    Instant second = second(at);
    return second.equals(at) ? at : second.plusSeconds(1);
  }
}
