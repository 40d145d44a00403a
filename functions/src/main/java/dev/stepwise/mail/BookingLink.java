package dev.stepwise.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A rep's booking link with a token that the tool hands back in its webhook. Calendly does so with
 * {@code utm_content} (as {@code tracking.utm_content}), Cal.com with {@code metadata[…]}
 * (cal.com/help, "Prefill booking form in Embed"); other tools get a parameter named after us.
 */
final class BookingLink {
  private BookingLink() {}

  /** The link with the token in its query, before any fragment; a parameter of ours is replaced. */
  static String with(String link, Token token) {
    String name = parameter(link);
    int hash = link.indexOf('#');
    String front = hash < 0 ? link : link.substring(0, hash);
    int mark = front.indexOf('?');
    String page = mark < 0 ? front : front.substring(0, mark);
    String kept = mark < 0 ? "" : without(name, front.substring(mark + 1));
    String query = (kept.isEmpty() ? "" : kept + "&") + name + "=" + token;
    return page + "?" + query + (hash < 0 ? "" : link.substring(hash));
  }

  /** The name of the parameter, percent-encoded: RFC 3986 allows no brackets in a query. */
  private static String parameter(String link) {
    String host = host(link);
    if (isOf(host, "calendly.com")) {
      return "utm_content";
    }
    return isOf(host, "cal.com") ? "metadata%5Bstepwise%5D" : "stepwise";
  }

  private static String without(String name, String query) {
    String plain = name.replace("%5B", "[").replace("%5D", "]");
    return Arrays.stream(query.split("&"))
        .filter(pair -> !pair.isEmpty())
        .filter(pair -> !pair.startsWith(name + "=") && !pair.startsWith(plain + "="))
        .collect(Collectors.joining("&"));
  }

  private static boolean isOf(String host, String domain) {
    return host.equals(domain) || host.endsWith("." + domain);
  }

  private static String host(String link) {
    try {
      String host = new URI(link).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (URISyntaxException _) {
      return "";
    }
  }
}
