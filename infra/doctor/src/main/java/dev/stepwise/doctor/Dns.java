package dev.stepwise.doctor;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;
import org.jspecify.annotations.Nullable;

/** Records as the domain name system has them, asked by the JDK's own resolver. */
final class Dns {
  private static final String FACTORY = "com.sun.jndi.dns.DnsContextFactory";

  private final String server;

  /** {@code server} is a URL such as {@code dns://127.0.0.1:53}; {@code dns:} is the system's. */
  Dns(String server) {
    this.server = server;
  }

  /** That nobody answers, so that nothing is known of the name. */
  static final class Silent extends RuntimeException {
    private static final long serialVersionUID = 1;

    Silent(String name, Throwable cause) {
      super("DNS gives no answer about " + name, cause);
    }
  }

  List<String> texts(String name) {
    return records(name, "TXT").stream().map(Dns::unquoted).toList();
  }

  /** Names of mail servers, without their preference. */
  List<String> mailServers(String name) {
    return records(name, "MX").stream()
        .map(record -> host(record.substring(record.indexOf(' ') + 1)))
        .toList();
  }

  List<String> aliases(String name) {
    return records(name, "CNAME").stream().map(Dns::host).toList();
  }

  @SuppressWarnings("BanJNDI") // The provider for DNS hands out texts and loads nothing.
  private List<String> records(String name, String type) {
    Hashtable<String, String> environment = new Hashtable<>();
    environment.put(Context.INITIAL_CONTEXT_FACTORY, FACTORY);
    environment.put(Context.PROVIDER_URL, server);
    try {
      InitialDirContext context = new InitialDirContext(environment);
      try {
        return values(context.getAttributes(name, new String[] {type}).get(type));
      } finally {
        context.close();
      }
    } catch (NameNotFoundException e) {
      return List.of();
    } catch (NamingException e) {
      throw new Silent(name, e);
    }
  }

  private static List<String> values(@Nullable Attribute attribute) throws NamingException {
    List<String> values = new ArrayList<>();
    for (int i = 0; attribute != null && i < attribute.size(); i++) {
      values.add(String.valueOf(attribute.get(i)));
    }
    return values;
  }

  /** JNDI quotes what has blanks, and parts a long text into several. */
  private static String unquoted(String text) {
    return text.replaceAll("\" \"", "").replaceAll("^\"|\"$", "");
  }

  private static String host(String name) {
    return name.strip().replaceFirst("\\.$", "").toLowerCase(Locale.ROOT);
  }
}
