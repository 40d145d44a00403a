package dev.stepwise.local.aws;

import dev.stepwise.local.aws.http.Answer;
import dev.stepwise.local.aws.http.Call;
import dev.stepwise.local.aws.http.Refusal;
import dev.stepwise.local.aws.http.Service;
import dev.stepwise.local.bytes.Bytes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;

/** S3 on the wire, path style: /bucket/key. */
final class S3Wire implements Service {
  private static final String METADATA = "x-amz-meta-";
  private static final String DISPOSITION = "content-disposition";
  private static final int MAX_KEYS = 1000;
  private final S3Service s3;

  S3Wire(S3Service s3) {
    this.s3 = s3;
  }

  @Override
  public String name() {
    return "s3";
  }

  @Override
  public String operation(Call call) {
    var onBucket = key(call).isEmpty();
    return switch (call.method()) {
      case "PUT" -> onBucket ? "" : "PutObject";
      case "GET" -> onBucket ? "ListObjectsV2" : "GetObject";
      case "HEAD" -> onBucket ? "" : "HeadObject";
      case "DELETE" -> onBucket ? "" : "DeleteObject";
      default -> "";
    };
  }

  @Override
  public Answer handle(String operation, Call call) throws Refusal {
    var bucket = bucket(call);
    if (!s3.has(bucket)) {
      throw new Refusal(404, "NoSuchBucket", "The specified bucket does not exist");
    }
    return switch (operation) {
      case "PutObject" -> put(bucket, call);
      case "GetObject", "HeadObject" -> get(bucket, call);
      case "DeleteObject" -> {
        s3.delete(bucket, key(call));
        yield Answer.empty(204);
      }
      case "ListObjectsV2" -> list(bucket, call);
      default -> throw new Refusal(501, "NotImplemented", call.method() + " " + call.path());
    };
  }

  @Override
  public Answer refused(Refusal refusal) {
    return S3Xml.error(refusal);
  }

  @Override
  public Refusal throttled() {
    return new Refusal(503, "SlowDown", "Please reduce your request rate.");
  }

  private Answer put(String bucket, Call call) throws Refusal {
    var metadata = new HashMap<String, String>();
    call.headers()
        .forEach((name, value) -> {
          if (name.startsWith(METADATA) || name.equals(DISPOSITION)) {
            metadata.put(name, value);
          }
        });
    var type = call.headers().getOrDefault("content-type", "binary/octet-stream");
    var info = s3.put(bucket, key(call), AwsChunked.body(call), type, metadata);
    return Answer.empty(200).with("ETag", quoted(info));
  }

  private Answer get(String bucket, Call call) throws Refusal {
    var info = s3.info(bucket, key(call)).orElseThrow(S3Wire::noSuchKey);
    var content = s3.get(bucket, key(call)).orElseThrow(S3Wire::noSuchKey);
    return new Answer(200, info.metadata(), Bytes.of(content))
        .with("ETag", quoted(info))
        .with("Content-Type", info.type())
        .with("Content-Length", String.valueOf(info.size()))
        .with("Last-Modified", httpDate(info.modified()));
  }

  private Answer list(String bucket, Call call) {
    var query = call.query();
    var max = Math.min(Integer.parseInt(query.getOrDefault("max-keys", "1000")), MAX_KEYS);
    var prefix = query.getOrDefault("prefix", "");
    var after = query.getOrDefault("continuation-token", query.getOrDefault("start-after", ""));
    var found = s3.list(bucket, prefix, after, max + 1);
    return S3Xml.listing(bucket, prefix, max, found);
  }

  private static String bucket(Call call) {
    return call.path().split("/", 3)[1];
  }

  private static String key(Call call) {
    var parts = call.path().split("/", 3);
    return parts.length < 3 ? "" : parts[2];
  }

  private static String quoted(S3Service.Info info) {
    return '"' + info.etag() + '"';
  }

  private static String httpDate(long millis) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC));
  }

  private static Refusal noSuchKey() {
    return new Refusal(404, "NoSuchKey", "The specified key does not exist.");
  }
}
