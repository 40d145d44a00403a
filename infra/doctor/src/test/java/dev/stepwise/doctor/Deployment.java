package dev.stepwise.doctor;

import dev.stepwise.local.LocalSystem;
import dev.stepwise.local.Options;
import dev.stepwise.local.aws.account.Account;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The template as the local system has it, and its domains' records: nothing is amiss before each
 * test of a class.
 */
final class Deployment implements AfterEachCallback, AfterAllCallback {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  private final LocalSystem local =
      LocalSystem.start(Options.inMemory(Path.of("../../template.yaml"), NOW));
  private final LoopbackDns dns;

  Deployment() {
    try {
      dns = new LoopbackDns();
    } catch (IOException e) {
      local.close();
      throw new UncheckedIOException(e);
    }
    // Beside those that the local system sets for what functions call.
    System.setProperty(
        "aws.endpointUrl",
        Objects.requireNonNull(local.aws().endpoints().get("account")).toString());
    restore();
  }

  Account account() {
    return local.aws().account();
  }

  LoopbackDns dns() {
    return dns;
  }

  /** In that operation's answer says one thing in the place of another. */
  void amend(String operation, String from, String to) {
    account().amend(operation, answer -> answer.replace(from, to));
  }

  private void restore() {
    account().restore();
    dns.set("MX reply.example.com", "inbound-smtp.us-east-1.amazonaws.com");
    dns.set("TXT _dmarc.example.com", "v=DMARC1; p=quarantine; rua=mailto:dmarc@example.com");
    for (String token : List.of("local1", "local2", "local3")) {
      dns.set("CNAME " + token + "._domainkey.example.com", token + ".dkim.amazonses.com");
    }
  }

  /** What the doctor finds. */
  List<Finding> look() {
    return look("stepwise");
  }

  List<Finding> look(String stack) {
    return new Doctor(stack, new Dns(dns.url()), NOW).look();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    restore();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    System.clearProperty("aws.endpointUrl");
    dns.close();
    local.close();
  }
}
