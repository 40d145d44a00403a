package dev.stepwise.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.DkimAttributes;
import software.amazon.awssdk.services.sesv2.model.GetEmailIdentityResponse;
import software.amazon.awssdk.services.sesv2.model.MailFromAttributes;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;

/** The sending domain: verified, signed by DKIM, with a MAIL FROM of its own. */
record Identity(SesV2Client ses, Dns dns, Stack stack) implements Check {
  @Override
  public List<Finding> look() {
    String domain = stack.sendingDomain();
    try {
      return look(domain, ses.getEmailIdentity(ask -> ask.emailIdentity(domain)));
    } catch (NotFoundException e) {
      return List.of(
          Finding.mend(
              "Identity: SES does not know " + domain,
              "deploy with SendingIdentity=make, or aws sesv2 create-email-identity"
                  + " --email-identity "
                  + domain));
    }
  }

  private List<Finding> look(String domain, GetEmailIdentityResponse identity) {
    List<Finding> found = new ArrayList<>();
    found.add(
        identity.verifiedForSendingStatus()
            ? Finding.good("Identity: " + domain + " is verified")
            : Finding.mend(
                "Identity: " + domain + " is not verified",
                "publish the DKIM records and wait until SES has seen them; they are told by "
                    + stack.output("DkimRecords")));
    String status = identity.dkimAttributes().statusAsString();
    String zone = zone(identity.dkimAttributes());
    List<String> missing =
        identity.dkimAttributes().tokens().stream()
            .filter(token -> !isPublished(token, domain, zone))
            .toList();
    found.add(
        "SUCCESS".equals(status) && missing.isEmpty()
            ? Finding.good("DKIM: mails of " + domain + " are signed")
            : Finding.mend(
                "DKIM: SES says " + status + "; records that are missing: " + missing,
                "publish TOKEN._domainkey.%s CNAME TOKEN.%s".formatted(domain, zone)));
    found.add(mailFrom(identity.mailFromAttributes()));
    found.add(bounces(domain, identity));
    return found;
  }

  private boolean isPublished(String token, String domain, String zone) {
    return dns.aliases(token + "._domainkey." + domain)
        .contains((token + "." + zone).toLowerCase(Locale.ROOT));
  }

  /** Where SES keeps the keys: newer Regions have a zone of their own, and name it. */
  private static String zone(DkimAttributes dkim) {
    return Objects.requireNonNullElse(dkim.signingHostedZone(), "dkim.amazonses.com");
  }

  private Finding mailFrom(MailFromAttributes mailFrom) {
    String status = mailFrom == null ? null : mailFrom.mailFromDomainStatusAsString();
    if (status == null) {
      return Finding.note(
          "MAIL FROM: it is SES's own, so that SPF is not yours", "infra/README.md, First deploy");
    }
    String text = "MAIL FROM: " + mailFrom.mailFromDomain() + " is " + status;
    return "SUCCESS".equals(status)
        ? Finding.good(text)
        : Finding.mend(
            text,
            "publish %s and %s".formatted(stack.output("MailFromMx"), stack.output("MailFromSpf")));
  }

  /** They come as events; SES forwards them to the Return-Path too, unless told not to. */
  private static Finding bounces(String domain, GetEmailIdentityResponse identity) {
    return Boolean.TRUE.equals(identity.feedbackForwardingStatus())
        ? Finding.note(
            "Bounces: SES mails them to reps, too",
            "aws sesv2 put-email-identity-feedback-attributes --email-identity %s --no-email-forwarding-enabled"
                .formatted(domain))
        : Finding.good("Bounces: SES mails none to reps");
  }
}
