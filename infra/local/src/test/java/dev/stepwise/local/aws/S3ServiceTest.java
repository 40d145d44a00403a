package dev.stepwise.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

class S3ServiceTest {
  private static AwsUnderTest local;
  private static S3Client s3;

  @BeforeAll
  static void start() {
    local = AwsUnderTest.inMemory();
    s3 = local.s3();
  }

  @AfterAll
  static void stop() {
    s3.close();
    local.close();
  }

  @Test
  void an_object_comes_back_as_it_was_put() {
    s3.putObject(
        p ->
            p.bucket("mails")
                .key("in/a b+ü")
                .contentType("message/rfc822")
                .metadata(Map.of("k", "v")),
        RequestBody.fromString("grüße"));

    var got = s3.getObjectAsBytes(g -> g.bucket("mails").key("in/a b+ü"));

    assertThat(got.asUtf8String()).isEqualTo("grüße");
    assertThat(got.response().contentType()).isEqualTo("message/rfc822");
    assertThat(got.response().metadata()).containsEntry("k", "v");
    assertThat(local.aws.s3().get("mails", "in/a b+ü"))
        .contains("grüße".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_streamed_upload_is_taken_out_of_its_chunks() {
    var bytes = new byte[300_000];
    bytes[299_999] = 7;
    s3.putObject(
        p -> p.bucket("mails").key("streamed"),
        RequestBody.fromContentProvider(
            () -> new ByteArrayInputStream(bytes), bytes.length, "application/octet-stream"));

    assertThat(local.aws.s3().get("mails", "streamed")).contains(bytes);
    assertThat(s3.getObjectAsBytes(g -> g.bucket("mails").key("streamed")).asByteArray())
        .isEqualTo(bytes);
  }

  @Test
  void the_head_tells_size_and_time() {
    local.aws.s3().put("mails", "head", new byte[5]);

    var head = s3.headObject(h -> h.bucket("mails").key("head"));

    assertThat(head.contentLength()).isEqualTo(5);
    assertThat(head.lastModified()).isEqualTo(AwsUnderTest.START);
  }

  @Test
  void a_deleted_object_is_gone_and_deleting_it_again_is_fine() {
    local.aws.s3().put("mails", "gone", new byte[1]);

    s3.deleteObject(d -> d.bucket("mails").key("gone"));
    s3.deleteObject(d -> d.bucket("mails").key("gone"));

    assertThatThrownBy(() -> s3.getObjectAsBytes(g -> g.bucket("mails").key("gone")))
        .isInstanceOf(NoSuchKeyException.class);
    assertThatThrownBy(() -> s3.headObject(h -> h.bucket("mails").key("gone")))
        .isInstanceOf(NoSuchKeyException.class);
  }

  @Test
  void a_listing_goes_through_a_prefix_in_pages() {
    for (var i = 1; i <= 5; i++) {
      local.aws.s3().put("mails", "list/" + i, new byte[i]);
    }
    local.aws.s3().put("mails", "lisu", new byte[1]);

    var pages = s3.listObjectsV2Paginator(l -> l.bucket("mails").prefix("list/").maxKeys(2));

    assertThat(pages.contents().stream().map(S3Object::key))
        .containsExactly("list/1", "list/2", "list/3", "list/4", "list/5");
  }

  @Test
  void an_unknown_bucket_is_refused() {
    assertThatThrownBy(() -> s3.listObjectsV2(l -> l.bucket("none")))
        .isInstanceOf(NoSuchBucketException.class);
  }
}
