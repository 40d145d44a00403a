package dev.stepwise.doctor;

import java.util.List;

/**
 * What others are to do with mail that is not the domain's (RFC 7489 §6.6.3): its own record
 * counts, else that of the domain above it; of two none does.
 */
record Dmarc(Dns dns, Stack stack) implements Check {
  @Override
  public List<Finding> look() {
    String domain = stack.sendingDomain();
    for (String each = domain; each.contains("."); each = each.substring(each.indexOf('.') + 1)) {
      List<String> records =
          dns.texts("_dmarc." + each).stream()
              .filter(text -> text.replace(" ", "").startsWith("v=DMARC1"))
              .toList();
      if (!records.isEmpty()) {
        return List.of(judged("_dmarc." + each, records));
      }
    }
    return List.of(
        Finding.mend(
            "DMARC: _dmarc." + domain + " has no record", "publish " + stack.output("Dmarc")));
  }

  private static Finding judged(String name, List<String> records) {
    if (records.size() > 1) {
      return Finding.mend("DMARC: " + name + " has several records", "leave one; now none counts");
    }
    String record = records.getFirst();
    return record.replace(" ", "").contains("p=none")
        ? Finding.note("DMARC: " + name + " only watches (p=none)", "tighten p when reports agree")
        : Finding.good("DMARC: " + name + " is " + record);
  }
}
