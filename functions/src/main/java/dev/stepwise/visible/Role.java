package dev.stepwise.visible;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * What an element of a mail's HTML is for: by the names that mail programs give, else by its tag.
 */
enum Role {
  /** Never shown. */
  HIDDEN,
  SIGNATURE,
  /** Says who wrote the quote below it. */
  ATTRIBUTION,
  /** Begins the mail that is answered. */
  CUT,
  QUOTE,
  PREFORMATTED,
  PARAGRAPH,
  BLOCK,
  ITEM,
  CELL,
  RULE,
  BREAK,
  INLINE;

  private static final List<Container> CONTAINERS =
      Phrases.values("containers.txt").stream().map(Container::of).toList();

  private static final Pattern HIDDEN_STYLE =
      Pattern.compile("display\\s{0,3}:\\s{0,3}none|mso-hide\\s{0,3}:\\s{0,3}all");

  /** The line that desktop Outlook draws above From, Sent, To and Subject. */
  private static final Pattern OUTLOOK_LINE =
      Pattern.compile("border-top:\\s?solid #?[0-9a-z]{3,12} 1\\.0pt");

  private static final Pattern INDENT = Pattern.compile("border(?:-left)?\\s{0,3}:\\s{0,3}none");

  /** An element that a mail program names by an id, a class or another attribute. */
  private record Container(Role role, String attribute, String value) {
    /** Reads "role attribute value". */
    static Container of(String line) {
      String[] words = line.split("\\s+");
      return new Container(valueOf(words[0].toUpperCase(Locale.ROOT)), words[1], words[2]);
    }

    boolean holds(Element element) {
      return switch (attribute) {
        case "class" -> element.hasClass(value);
        case "class-ends" -> element.className().endsWith(value);
        default -> element.attr(attribute).equalsIgnoreCase(value);
      };
    }
  }

  static Role of(Element element) {
    if (element.attributesSize() > 0) {
      for (Container container : CONTAINERS) {
        if (container.holds(element)) {
          return container.role() == ATTRIBUTION ? attribution(element) : container.role();
        }
      }
    }
    return byStyle(element);
  }

  /** Gmail sets the head of a forwarded mail where it else says who wrote. */
  private static Role attribution(Element element) {
    return element.ownText().contains("----") ? BLOCK : ATTRIBUTION;
  }

  private static Role byStyle(Element element) {
    String style = element.attr("style").toLowerCase(Locale.ROOT);
    if (HIDDEN_STYLE.matcher(style).find()) {
      return HIDDEN;
    }
    if (OUTLOOK_LINE.matcher(style).find()) {
      return CUT;
    }
    return element.nameIs("blockquote") ? blockquote(element, style) : byTag(element.normalName());
  }

  /** Gmail indents what its user types by a quote without a line at its side. */
  private static Role blockquote(Element element, String style) {
    return INDENT.matcher(style).find() && !element.hasAttr("type") ? PARAGRAPH : QUOTE;
  }

  private static Role byTag(String tag) {
    return switch (tag) {
      case "script", "style", "template", "title", "head", "noscript", "object" -> HIDDEN;
      case "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table" -> PARAGRAPH;
      case "pre", "textarea" -> PREFORMATTED;
      case "li", "dt", "dd" -> ITEM;
      case "td", "th" -> CELL;
      case "hr" -> RULE;
      case "br" -> BREAK;
      case "div", "tr", "body", "section", "article", "header", "footer", "address", "center" ->
          BLOCK;
      default -> INLINE;
    };
  }
}
