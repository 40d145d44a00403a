package dev.stepwise.visible;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * HTML as the plain text that the rules read: quotes are marked by ">", what mail programs set
 * above them by the characters of {@link Markers}. The walk is a loop, so that no depth overflows
 * the stack.
 */
final class HtmlText implements NodeFilter {
  private final Page page = new Page();
  private final boolean withSignatures;
  private int quotes;
  private int preformatted;

  private HtmlText(boolean withSignatures) {
    this.withSignatures = withSignatures;
  }

  /** The text without the elements in which mail programs keep signatures, or with them. */
  static String of(String html, boolean withSignatures) {
    HtmlText text = new HtmlText(withSignatures);
    NodeTraversor.filter(text, Jsoup.parse(Markers.without(html)).body());
    return text.page.text();
  }

  @Override
  public FilterResult head(Node node, int depth) {
    return switch (node) {
      case TextNode text -> {
        page.write(text.getWholeText(), preformatted > 0);
        yield FilterResult.CONTINUE;
      }
      case Element element -> head(element);
      default -> FilterResult.CONTINUE;
    };
  }

  private FilterResult head(Element element) {
    Role role = Role.of(element);
    switch (role) {
      case HIDDEN -> {
        return FilterResult.SKIP_ENTIRELY;
      }
      case SIGNATURE -> {
        if (!withSignatures) {
          return FilterResult.SKIP_ENTIRELY;
        }
        page.newLine();
      }
      case ATTRIBUTION -> {
        page.line(Markers.ATTRIBUTION);
        return FilterResult.SKIP_ENTIRELY;
      }
      case CUT -> page.line(Markers.CUT);
      case BREAK -> page.breakLine();
      case RULE -> page.line("-----");
      case CELL -> page.write(" ", false);
      case ITEM -> page.item();
      case PARAGRAPH -> page.paragraph();
      case PREFORMATTED -> open(0, 1);
      case QUOTE -> open(1, 0);
      case BLOCK -> page.newLine();
      case INLINE -> {}
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      switch (Role.of(element)) {
        case QUOTE -> open(-1, 0);
        case PREFORMATTED -> open(0, -1);
        case PARAGRAPH -> page.paragraph();
        case BLOCK, ITEM, CUT, SIGNATURE -> page.newLine();
        case BREAK, RULE, CELL, INLINE, HIDDEN, ATTRIBUTION -> {}
      }
    }
    return FilterResult.CONTINUE;
  }

  private void open(int moreQuotes, int morePreformatted) {
    page.newLine();
    quotes += moreQuotes;
    preformatted += morePreformatted;
    page.paragraph(quotes > 0);
  }
}
