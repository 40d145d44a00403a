package dev.stepwise.local;

import dev.stepwise.local.json.Json;
import dev.stepwise.local.template.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** The file that tells other programs where everything is; it is there only while all is ready. */
final class ReadyFile {
  private final Path file;

  ReadyFile(Path file) {
    this.file = file;
  }

  Path path() {
    return file;
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  void write(LocalSystem system) throws IOException {
    Files.createDirectories(file.getParent());
    var half = file.resolveSibling(file.getFileName() + ".new");
    Files.write(half, Json.bytes(content(system)));
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  static Map<String, Object> content(LocalSystem system) {
    var content = new LinkedHashMap<String, Object>();
    content.put("api", system.api().toString());
    content.put("smtp", system.smtp());
    content.put("tokens", Map.of("admin", system.tokens().admin(), "rep", system.tokens().rep()));
    content.put("inboundDomain", LocalSystem.INBOUND_DOMAIN);
    content.put("region", Surroundings.REGION);
    content.put("bookingSecrets", LocalSystem.BOOKING_SECRETS);
    var aws = new LinkedHashMap<String, String>();
    system.aws().endpoints().forEach((service, uri) -> aws.put(service, uri.toString()));
    content.put("aws", aws);
    return content;
  }
}
