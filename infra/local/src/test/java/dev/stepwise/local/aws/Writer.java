package dev.stepwise.local.aws;

import java.nio.file.Path;
import java.time.Duration;

/** A process that writes everywhere and prints each number once all of it was acknowledged. */
final class Writer {
  private Writer() {}

  static void main(String[] args) {
    var local = AwsUnderTest.in(Path.of(args[0]));
    var dynamodb = local.dynamodb();
    var sqs = local.sqs();
    for (var i = 0; ; i++) {
      var name = "n" + i;
      DynamoDbServiceTest.transact(dynamodb, name, name + "b");
      sqs.sendMessage(m -> m.queueUrl(local.aws.sqs().url("work")).messageBody(name));
      local.aws.s3().put("mails", name, new byte[] {1});
      local.agenda.advance(Duration.ofSeconds(1));
      System.out.println(i + " " + local.clock.now());
      System.out.flush();
    }
  }
}
