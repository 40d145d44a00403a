package dev.stepwise.doctor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;

/**
 * Whether SES takes mail for the inbound domain: it does so only for what is verified in the
 * Region, be it the domain itself or one above it (SES Developer Guide, Creating and verifying
 * identities).
 */
record InboundIdentity(SesV2Client ses, Stack stack) implements Check {
  @Override
  public List<Finding> look() {
    return stack.receivesMail() ? List.of(finding(stack.inboundDomain())) : List.of();
  }

  private Finding finding(String domain) {
    Map<String, Boolean> verified = new LinkedHashMap<>();
    atOrAbove(domain).forEach(each -> isVerified(each).ifPresent(is -> verified.put(each, is)));
    if (verified.containsValue(true)) {
      return Finding.good("Inbound: SES takes mail for " + domain);
    }
    return verified.keySet().stream()
        .findFirst()
        .map(known ->
            Finding.mend(
                "Inbound: SES takes no mail for %s, for %s is not verified"
                    .formatted(domain, known),
                "publish the DKIM records of the tokens that this shows: aws sesv2"
                    + " get-email-identity --query DkimAttributes --email-identity "
                    + known))
        .orElseGet(() ->
            Finding.mend(
                "Inbound: SES takes no mail for %s, for it knows neither it nor a domain above it"
                    .formatted(domain),
                "publish the DKIM records of the tokens that this answers: aws sesv2"
                    + " create-email-identity --email-identity "
                    + domain));
  }

  private static Stream<String> atOrAbove(String domain) {
    return Stream.iterate(
        domain, each -> each.contains("."), each -> each.substring(each.indexOf('.') + 1));
  }

  /** Nothing where it is no identity in this Region. */
  private Optional<Boolean> isVerified(String domain) {
    try {
      return Optional.of(
          ses.getEmailIdentity(ask -> ask.emailIdentity(domain)).verifiedForSendingStatus());
    } catch (NotFoundException e) {
      return Optional.empty();
    }
  }
}
