package dev.stepwise.contract;

import static dev.stepwise.contract.Fixtures.NOON;
import static dev.stepwise.contract.Fixtures.sequence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.InvalidValueException;
import dev.stepwise.Page;
import dev.stepwise.StaleVersionException;
import dev.stepwise.cadence.Region;
import dev.stepwise.sequence.Draft;
import dev.stepwise.sequence.HolidayRule;
import dev.stepwise.sequence.OutOfOffice;
import dev.stepwise.sequence.Sequence;
import dev.stepwise.sequence.Sequences;
import dev.stepwise.sequence.Settings;
import dev.stepwise.sequence.StopOn;
import dev.stepwise.sequence.UnknownOutcome;
import dev.stepwise.sequence.Version;
import dev.stepwise.sequence.ZoneRule;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sequences and their versions. */
public abstract class SequencesContract {
  private Sequences sequences;

  /** The ports over an empty store. */
  protected abstract Ports ports();

  @BeforeEach
  void open() {
    sequences = ports().sequences();
  }

  @Test
  void a_sequence_is_created_once_and_read_as_it_was_written() {
    Sequence first = sequence("a", NOON);
    Sequence other = sequence("a", NOON.plusSeconds(1));

    boolean created = sequences.create(first);
    boolean again = sequences.create(other);

    assertThat(created).isTrue();
    assertThat(again).isFalse();
    assertThat(sequences.find(first.id())).contains(first);
    assertThat(sequences.version(first.id(), 1)).contains(first.current());
    assertThat(sequences.find(sequence("b", NOON).id())).isEmpty();
    assertThat(sequences.version(first.id(), 2)).isEmpty();
  }

  @Test
  void a_published_version_leaves_the_one_before_as_it_was() {
    Sequence first = sequence("a", NOON);
    sequences.create(first);
    Sequence second = first.published(otherDraft(), NOON.plusSeconds(1));

    sequences.save(first, second);

    assertThat(sequences.find(first.id())).contains(second);
    assertThat(sequences.version(first.id(), 1)).contains(first.current());
    assertThat(sequences.version(first.id(), 2)).contains(second.current());
    assertThat(sequences.versions(first.id(), null).items())
        .containsExactly(second.current(), first.current());
  }

  @Test
  void of_two_that_publish_over_the_same_version_the_second_is_stale() {
    Sequence first = sequence("a", NOON);
    sequences.create(first);
    Sequence one = first.published(otherDraft(), NOON.plusSeconds(1));
    Sequence two =
        first.published(
            new Draft("Other", null, Settings.DEFAULTS, first.current().steps()),
            NOON.plusSeconds(1));
    sequences.save(first, one);

    assertThatThrownBy(() -> sequences.save(first, two)).isInstanceOf(StaleVersionException.class);

    assertThat(sequences.find(first.id())).contains(one);
    assertThat(sequences.version(first.id(), 2)).contains(one.current());
  }

  @Test
  void an_archived_sequence_keeps_its_version() {
    Sequence first = sequence("a", NOON);
    sequences.create(first);
    Sequence archived = first.archived(NOON.plusSeconds(5));

    sequences.save(first, archived);

    assertThat(sequences.find(first.id())).contains(archived);
    assertThatThrownBy(() -> sequences.save(first, archived.archived(NOON.plusSeconds(6))))
        .isInstanceOf(StaleVersionException.class);
  }

  @Test
  void lists_are_newest_first_and_go_on_where_they_ended() {
    List<Sequence> newestFirst = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Sequence each = sequence("q" + i, NOON.plusSeconds(i));
      sequences.create(each);
      newestFirst.addFirst(each);
    }

    List<Sequence> found = new ArrayList<>();
    Page<Sequence> page = sequences.list(null);
    found.addAll(page.items());
    while (page.cursor() != null) {
      page = sequences.list(page.cursor());
      found.addAll(page.items());
    }

    assertThat(found).isEqualTo(newestFirst);
    assertThatThrownBy(() -> sequences.list("nonsense")).isInstanceOf(InvalidValueException.class);
  }

  @Test
  void versions_go_on_where_they_ended() {
    Sequence latest = sequence("a", NOON);
    sequences.create(latest);
    for (int i = 1; i < 55; i++) {
      Sequence next = latest.published(otherDraft(), NOON.plusSeconds(i));
      sequences.save(latest, next);
      latest = next;
    }

    List<Version> found = new ArrayList<>();
    Page<Version> page = sequences.versions(latest.id(), null);
    found.addAll(page.items());
    while (page.cursor() != null) {
      page = sequences.versions(latest.id(), page.cursor());
      found.addAll(page.items());
    }

    assertThat(found).extracting(Version::number).hasSize(55).startsWith(55, 54).endsWith(2, 1);
  }

  private static Draft otherDraft() {
    Settings settings =
        new Settings(
            new ZoneRule.Fixed(ZoneId.of("Europe/Rome")),
            Settings.DEFAULTS.windows(),
            false,
            Set.of(StopOn.ACCOUNT_REPLY),
            new HolidayRule(
                Set.of(LocalDate.of(2026, 12, 25)), true, new TreeSet<>(Set.of(new Region("DE")))),
            UnknownOutcome.RESEND,
            Duration.ofMinutes(20),
            false,
            new OutOfOffice(7, 21),
            5);
    return new Draft("Named \"anew\" é", null, settings, Fixtures.version().steps().subList(1, 4));
  }
}
