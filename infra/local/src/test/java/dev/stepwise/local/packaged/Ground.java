package dev.stepwise.local.packaged;

import dev.stepwise.local.aws.LocalAws;
import dev.stepwise.local.template.StackTemplate;
import dev.stepwise.local.template.Surroundings;
import dev.stepwise.local.time.Agenda;
import dev.stepwise.local.time.VirtualClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipInputStream;

/**
 * What the template makes, on a local AWS that calls no function: whatever is on a queue stays
 * there until a test hands it on. Its time is real, for that is the packaged functions' time.
 */
final class Ground implements AutoCloseable {
  /** What the booking tool signs with. */
  static final String SECRET = "a-secret-of-the-tool";

  private static final String MAIL = "inbound/o3vrnil0e2ic28trm7dfhrc2v0clambda4nbp0g1";
  private static final String ANSWER =
      """
      From: Ada Quillfeather <ada@prospect.example>\r
      To: reply@reply.example.com\r
      Subject: Re: Hello Ada\r
      \r
      Yes, call me tomorrow.\r
      """;

  private static final Path TEMPLATE = Path.of("../../template.yaml");
  private static final Path ZIP = Path.of("../../functions/target/functions.zip");
  private static final Map<String, String> PARAMETERS =
      Map.of(
          "SendingDomain", "example.com",
          "InboundDomain", "reply.example.com",
          "TokenIssuer", "https://issuer.example.com",
          "TokenAudience", "stepwise");

  private final LocalAws aws;
  private final StackTemplate template;
  private final Path root;

  /** Makes everything; the zip is unpacked into a folder of that one. */
  Ground(Path folder) {
    VirtualClock clock = new VirtualClock(Instant.now(), 1);
    aws = new LocalAws(clock, new Agenda(clock), Optional.empty());
    String sqs = Objects.requireNonNull(aws.endpoints().get("sqs")).toString();
    template =
        StackTemplate.read(TEMPLATE, new Surroundings(PARAMETERS, "https://api.example.com", sqs));
    template.tables().forEach(aws.dynamodb()::create);
    template.queues().forEach(aws.sqs()::declare);
    template.scheduleGroups().forEach(aws.scheduler()::declareGroup);
    template.buckets().forEach(aws.s3()::declare);
    aws.ssm().put("/stepwise/" + Surroundings.STACK + "/hooks/generic", SECRET);
    root = unpacked(folder.resolve("task"));
  }

  /** Lays the answer where SES lays it; the sample event tells of it. */
  void storeAnswer() {
    aws.s3().put("stepwise-InboundBucket", MAIL, ANSWER.getBytes(StandardCharsets.UTF_8));
  }

  LocalAws aws() {
    return aws;
  }

  StackTemplate template() {
    return template;
  }

  /** Starts the function that an event's file is named after. */
  PackagedFunction start(String event) {
    var spec = template.function(event.split("-", 2)[0]).orElseThrow();
    return PackagedFunction.start(spec, root, endpoints());
  }

  @Override
  public void close() {
    aws.close();
  }

  private Map<String, String> endpoints() {
    Map<String, String> variables = new LinkedHashMap<>();
    aws.endpoints()
        .forEach((service, uri) ->
            variables.put("AWS_ENDPOINT_URL_" + service.toUpperCase(Locale.ROOT), uri.toString()));
    return variables;
  }

  private static Path unpacked(Path folder) {
    try (InputStream in = Files.newInputStream(ZIP);
        ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = folder.resolve(entry.getName());
        if (!entry.isDirectory()) {
          Files.createDirectories(Objects.requireNonNull(file.getParent()));
          Files.copy(zip, file);
        }
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("functions.zip is made by ./mvnw package", e);
    }
  }
}
