package dev.stepwise.mail;

import dev.stepwise.sender.Sender;
import java.util.ArrayList;
import java.util.List;

/** What stands below a mail's copy: postal address and a visible way to opt out. */
record Footer(List<String> lines, String unsubscribe, boolean visible) {

  static Footer of(Sender sender, String unsubscribe, boolean visible) {
    List<String> lines = new ArrayList<>();
    String address = sender.postalAddress();
    if (address != null) {
      lines.add(address);
    }
    return new Footer(lines, unsubscribe, visible);
  }

  String text() {
    List<String> all = new ArrayList<>(lines);
    if (visible) {
      all.add("Would you rather not hear from me? " + unsubscribe);
    }
    return all.isEmpty() ? "" : "\n\n" + String.join("\n", all);
  }

  String html() {
    StringBuilder html = new StringBuilder();
    lines.forEach(line -> html.append(Html.escape(line).replace("\n", "<br>\n")).append("<br>\n"));
    if (visible) {
      html.append("<a href=\"").append(Html.escape(unsubscribe));
      html.append("\">Would you rather not hear from me?</a>");
    }
    return html.isEmpty()
        ? ""
        : "<div style=\"color:#777;font-size:small\"><br>\n" + html + "</div>";
  }
}
