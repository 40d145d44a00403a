package dev.stepwise.local.time;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** An agenda on time that moves only where a test moves it. */
@Timeout(120) // Real seconds; only what hangs takes so long.
abstract class AgendaFixture {
  static final Instant START = Instant.parse("2026-11-02T09:00:00Z");

  final VirtualClock clock = new VirtualClock(START, 1e-9);
  final Agenda agenda = new Agenda(clock);
  final Appointments appointments = new Appointments();

  @AfterEach
  void close() {
    agenda.close();
  }
}
