package dev.stepwise.simulation;

import java.util.Collection;
import java.util.Set;

/**
 * Which calls can get into each other's way: those that touch a row which somebody else may write
 * meanwhile. All others commute with whatever others do, so that it is no choice when they are
 * made: they are made at once, and every order of the calls that matter is still gone through.
 *
 * <p>In a maze there is one contact, who is written when the enrollment begins, before anybody
 * reads it, and never suppressed: reading contact, account, suppressions and dossier commutes. So
 * does reading a version or the facts of an enrollment, which never change, or a stored mail; and
 * putting things on queues and setting timers, for all that is due at one instant is there at once
 * and in no order. A forwarding touches its mail alone. SendEmail counts as a read of the
 * enrollment: the promises look at it then.
 */
final class Access {
  private static final Set<String> ENROLLMENT =
      Set.of(
          "Enrollments.find",
          "Enrollments.create",
          "Enrollments.claim",
          "Enrollments.save",
          "Enrollments.overdue",
          "Mailer.send",
          "Inbox.keep",
          "Inbox.leads");

  private Access() {}

  /** True when somebody else may write, or read, what this call reads or writes. */
  static boolean matters(Player player, Collection<Player> all) {
    boolean mails = all.stream().filter(Access::looksAtMails).count() > 1;
    return ENROLLMENT.contains(player.call)
        || (player.call.startsWith("Inbox.") && mails)
        || touchesHead(player);
  }

  /**
   * The head of the sequence is written by who publishes, and by nobody else. Who tells the rep of
   * a mail reads its name, which no edit of a maze changes.
   */
  static boolean touchesHead(Player player) {
    return player.call.startsWith("Sequences.")
        && !player.call.endsWith(".version")
        && !looksAtMails(player);
  }

  /** Mails' own rows matter while two are at work that look at them. */
  private static boolean looksAtMails(Player player) {
    String name = player.actor.name;
    return name.startsWith("mail") || name.startsWith("again") || name.startsWith("sweep");
  }
}
