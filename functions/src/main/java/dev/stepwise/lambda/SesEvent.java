package dev.stepwise.lambda;

import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What SES publishes of a mail: only what we look at. Which part is there depends on the type (<a
 * href="https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html">SES
 * developer guide</a>).
 */
@Json
record SesEvent(
    @Nullable String eventType,
    @Nullable Mail mail,
    @Nullable Bounce bounce,
    @Nullable Complaint complaint,
    @Nullable Delivery delivery,
    @Nullable DeliveryDelay deliveryDelay,
    @Nullable Reject reject,
    @Nullable Failure failure,
    @Nullable Subscription subscription) {

  /** The mail that an event is about: to whom it went, and the tags that we gave it. */
  @Json
  record Mail(
      @Nullable String messageId,
      @Nullable List<String> destination,
      @Nullable Map<String, List<String>> tags) {
    Optional<String> tag(String name) {
      return tags == null
          ? Optional.empty()
          : tags.getOrDefault(name, List.of()).stream().findFirst();
    }
  }

  /** One of the recipients that an event names. */
  @Json
  record Recipient(@Nullable String emailAddress, @Nullable String status) {}

  /** It was not delivered: Permanent, Transient or Undetermined. */
  @Json
  record Bounce(
      @Nullable String bounceType,
      @Nullable String bounceSubType,
      @Nullable List<Recipient> bouncedRecipients) {}

  /** Somebody complained, or is on the account's list of those who did. */
  @Json
  record Complaint(
      @Nullable String complaintSubType,
      @Nullable String complaintFeedbackType,
      @Nullable List<Recipient> complainedRecipients) {}

  /** The recipient's server took it. */
  @Json
  record Delivery(@Nullable List<String> recipients) {}

  /** SES is still trying. */
  @Json
  record DeliveryDelay(@Nullable String delayType, @Nullable List<Recipient> delayedRecipients) {}

  /** SES will not send it. */
  @Json
  record Reject(@Nullable String reason) {}

  /** SES could not put it together. */
  @Json
  record Failure(@Nullable String errorMessage) {}

  /** The contact changed what it wants to get, on SES's own page. */
  @Json
  record Subscription(@Nullable Preferences newTopicPreferences) {}

  /** What the contact wants to get. */
  @Json
  record Preferences(boolean unsubscribeAll) {}
}
