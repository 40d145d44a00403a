package dev.stepwise.forward;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stepwise.Bytes;
import dev.stepwise.mime.RawPart;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The lines at the top of a forwarded mail. They go into the bodies themselves, for a part of their
 * own makes some mail programs show the rest as attachments; nothing else in the bodies changes.
 */
record Note(List<String> lines) {
  private static final Pattern BODY = Pattern.compile("(?i)<body(?:\\s[^>]*)?>");
  private static final Pattern LINK = Pattern.compile("https?://[\\w./:-]+$");
  private static final String STYLE =
      "border-left:3px solid #888;padding-left:8px;margin-bottom:16px;color:#555";

  Note {
    lines = List.copyOf(lines);
  }

  /** The lines and an empty one. */
  String text() {
    return String.join("\n", lines) + "\n\n";
  }

  /** The same tree with the lines on top of what a mail program shows first. */
  RawPart on(RawPart tree) {
    return into(tree).orElseGet(() -> before(tree));
  }

  private RawPart before(RawPart tree) {
    RawPart note = Leaves.text(text());
    if (tree instanceof RawPart.Branch branch && branch.type().is("multipart/mixed")) {
      List<RawPart> parts = new ArrayList<>(List.of(note));
      parts.addAll(branch.parts());
      return new RawPart.Branch(branch.type(), parts);
    }
    return Trees.mixed(List.of(note, tree));
  }

  private Optional<RawPart> into(RawPart part) {
    return switch (part) {
      case RawPart.Leaf leaf -> into(leaf);
      case RawPart.Branch branch -> into(branch);
    };
  }

  /** Into each alternative, else into the first part: the others are what goes with it. */
  private Optional<RawPart> into(RawPart.Branch branch) {
    List<RawPart> parts = new ArrayList<>(branch.parts());
    int shown = branch.type().is("multipart/alternative") ? parts.size() : 1;
    boolean isIn = false;
    for (int i = 0; i < shown; i++) {
      Optional<RawPart> noted = into(parts.get(i));
      isIn |= noted.isPresent();
      parts.set(i, noted.orElse(parts.get(i)));
    }
    return isIn ? Optional.of(new RawPart.Branch(branch.type(), parts)) : Optional.empty();
  }

  private Optional<RawPart> into(RawPart.Leaf leaf) {
    Optional<Charset> charset = charset(leaf);
    boolean isHtml = leaf.type().is("text/html");
    boolean isBody = (isHtml || leaf.type().is("text/plain")) && !Leaves.isAttachment(leaf);
    if (!isBody || charset.isEmpty()) {
      return Optional.empty();
    }
    String content = new String(Leaves.content(leaf).toArray(), ISO_8859_1);
    Matcher body = BODY.matcher(content);
    int at = isHtml && body.find() ? body.end() : 0;
    byte[] note = isHtml ? html() : text().replace("\n", "\r\n").getBytes(charset.get());
    String noted = content.substring(0, at) + new String(note, ISO_8859_1) + content.substring(at);
    boolean is64 = Leaves.encoding(leaf) == TransferEncoding.BASE64;
    return Optional.of(
        Leaves.encoded(
            leaf,
            Bytes.of(noted.getBytes(ISO_8859_1)),
            is64 ? TransferEncoding.BASE64 : TransferEncoding.QUOTED_PRINTABLE));
  }

  /** The character set, where ASCII is written in it as it is. */
  private static Optional<Charset> charset(RawPart.Leaf leaf) {
    try {
      Charset charset = Charset.forName(leaf.type().parameter("charset").orElse("us-ascii"));
      boolean hasAscii =
          charset.canEncode() && new String("<a>".getBytes(charset), ISO_8859_1).equals("<a>");
      return hasAscii ? Optional.of(charset) : Optional.empty();
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.of(US_ASCII);
    }
  }

  /** In ASCII, so that it is right in every character set. */
  private byte[] html() {
    String text = lines.stream().map(Note::linked).collect(Collectors.joining("<br>\r\n"));
    return ("<div style=\"" + STYLE + "\">" + text + "</div>\r\n").getBytes(UTF_8);
  }

  /** Not every mail program makes links of addresses in HTML by itself. */
  private static String linked(String line) {
    return LINK.matcher(escaped(line)).replaceAll("<a href=\"$0\">$0</a>");
  }

  private static String escaped(String line) {
    return line.codePoints()
        .mapToObj(c -> c > 126 || "<>&\"'".indexOf(c) >= 0 ? "&#" + c + ";" : Character.toString(c))
        .collect(Collectors.joining());
  }
}
