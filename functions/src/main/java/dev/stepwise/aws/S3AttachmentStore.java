package dev.stepwise.aws;

import dev.stepwise.forward.Attachment;
import dev.stepwise.forward.AttachmentStore;
import dev.stepwise.mail.AttachmentName;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Attachments beside the mails that they came with; whoever gets one saves it, and never runs it.
 */
record S3AttachmentStore(S3Client client, S3Presigner presigner, String bucket)
    implements AttachmentStore {
  private static final String PREFIX = "attachments/";

  /** Time enough to follow a redirect. */
  private static final Duration VALID = Duration.ofMinutes(5);

  @Override
  public void put(String mailId, Attachment attachment) {
    AttachmentName name = new AttachmentName(mailId, attachment.index());
    client.putObject(
        put ->
            put.bucket(bucket)
                .key(PREFIX + name)
                .contentType(attachment.type())
                .contentDisposition(disposition(attachment.fileName())),
        RequestBody.fromInputStream(attachment.content().stream(), attachment.content().size()));
  }

  @Override
  public Optional<URI> link(AttachmentName name) {
    try {
      client.headObject(head -> head.bucket(bucket).key(PREFIX + name));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
    var signed =
        presigner.presignGetObject(link ->
            link.signatureDuration(VALID)
                .getObjectRequest(get -> get.bucket(bucket).key(PREFIX + name)));
    return Optional.of(URI.create(signed.url().toString()));
  }

  @Override
  public void delete(String mailId) {
    client
        .listObjectsV2Paginator(list -> list.bucket(bucket).prefix(PREFIX + mailId + "/"))
        .contents()
        .forEach(object -> client.deleteObject(delete -> delete.bucket(bucket).key(object.key())));
  }

  /** RFC 6266: a name in ASCII for old programs, and the name. */
  private static String disposition(String fileName) {
    String ascii = fileName.replaceAll("[^ !#-\\[\\]-~]", "_");
    String encoded = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\""
        + ascii
        + "\"; filename*=UTF-8''"
        + encoded.replace("*", "%2A");
  }
}
