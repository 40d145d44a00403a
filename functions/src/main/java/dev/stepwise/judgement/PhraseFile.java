package dev.stepwise.judgement;

import dev.stepwise.StepwiseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What mail systems write, as data: phrases in sections, in the order in which they are tried. Each
 * file says at its top how a phrase is written.
 */
final class PhraseFile {
  /** Longer texts are read this far, in characters: a mail system says what it has to say first. */
  private static final int LENGTH = 30_000;

  private static final Pattern URL = Pattern.compile("\\bhttps?://[^\\s<>\"]{0,500}");
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u3000>]+");

  private final List<Entry> entries;

  private PhraseFile(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /** A phrase and the section that it stands in. */
  record Hit(String section, String phrase) {}

  private record Entry(String section, Phrase phrase) {}

  /** The file of that name beside this class. */
  static PhraseFile load(String name) {
    List<Entry> entries = new ArrayList<>();
    String section = "";
    for (String line : lines(name)) {
      if (line.startsWith("[") && line.endsWith("]")) {
        section = line.substring(1, line.length() - 1);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        entries.add(new Entry(section, Phrase.of(line)));
      }
    }
    return new PhraseFile(entries);
  }

  /** Text as phrases are: lower case, single spaces, no quote marks, no links. */
  static String plain(String text) {
    String bounded = text.substring(0, Math.min(LENGTH, text.length()));
    String words = SPACE.matcher(URL.matcher(bounded).replaceAll(" ")).replaceAll(" ");
    return words.replace('’', '\'').toLowerCase(Locale.ROOT).strip();
  }

  /** The first phrase of these sections, in the file's order, that a plain text has. */
  Optional<Hit> first(String plain, Set<String> sections) {
    for (Entry entry : entries) {
      if (sections.contains(entry.section()) && entry.phrase().isIn(plain)) {
        return Optional.of(new Hit(entry.section(), entry.phrase().written()));
      }
    }
    return Optional.empty();
  }

  boolean has(String plain, String section) {
    return first(plain, Set.of(section)).isPresent();
  }

  private static List<String> lines(String name) {
    try (InputStream in = PhraseFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new StepwiseException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new StepwiseException("cannot read resource " + name, e);
    }
  }
}
