package dev.stepwise.local.aws;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.stepwise.local.aws.http.Call;
import dev.stepwise.local.aws.http.Refusal;
import java.io.ByteArrayOutputStream;

/**
 * The body of an upload, out of aws-chunked encoding if it is in it; signatures are not checked.
 */
final class AwsChunked {
  private AwsChunked() {}

  static byte[] body(Call call) throws Refusal {
    var encoded =
        call.header("x-amz-content-sha256").startsWith("STREAMING-")
            || call.header("content-encoding").contains("aws-chunked");
    var body = call.body().toArray();
    return encoded ? decoded(body) : body;
  }

  private static byte[] decoded(byte[] body) throws Refusal {
    var out = new ByteArrayOutputStream(body.length);
    var at = 0;
    while (true) {
      var end = lineEnd(body, at);
      var size = size(new String(body, at, end - at, ISO_8859_1));
      if (size == 0) {
        return out.toByteArray();
      }
      at = end + 2;
      if (size < 0 || at + size + 2 > body.length) {
        throw incomplete();
      }
      out.write(body, at, size);
      at += size + 2;
    }
  }

  private static int lineEnd(byte[] body, int from) throws Refusal {
    for (var i = from; i + 1 < body.length; i++) {
      if (body[i] == '\r' && body[i + 1] == '\n') {
        return i;
      }
    }
    throw incomplete();
  }

  private static int size(String line) throws Refusal {
    try {
      return Integer.parseInt(line.split(";", 2)[0].strip(), 16);
    } catch (NumberFormatException e) {
      throw incomplete();
    }
  }

  private static Refusal incomplete() {
    return new Refusal(
        400, "IncompleteBody", "The request body is not whole aws-chunked encoding.");
  }
}
