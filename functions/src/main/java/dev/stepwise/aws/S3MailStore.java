package dev.stepwise.aws;

import dev.stepwise.Bytes;
import dev.stepwise.StepwiseException;
import dev.stepwise.inbound.MailStore;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Mails where SES's S3 action puts them. */
record S3MailStore(S3Client client, String bucket) implements MailStore {
  private static final String PREFIX = "inbound/";

  /** SES takes no larger mail in. */
  private static final int LARGEST = 40 * 1024 * 1024;

  @Override
  public Optional<Bytes> fetch(String mailId) {
    try {
      Bytes mail =
          client.getObject(
              get -> get.bucket(bucket).key(PREFIX + mailId),
              (_, content) -> Bytes.of(content.readNBytes(LARGEST + 1)));
      return Optional.of(bounded(mailId, mail));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }

  @Override
  public void delete(String mailId) {
    client.deleteObject(delete -> delete.bucket(bucket).key(PREFIX + mailId));
  }

  private static Bytes bounded(String mailId, Bytes mail) {
    if (mail.size() > LARGEST) {
      throw new StepwiseException("the stored mail " + mailId + " has more than 40 MB");
    }
    return mail;
  }
}
