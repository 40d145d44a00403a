package dev.stepwise.local.journey;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Some calls to AWS that go wrong next. */
record Mischief(String service, String operation, String kind, int count) {
  private static final int MOST = 4;

  /** A crash is rarer than the rest: it takes a life as a kill does. */
  private static final List<String> KINDS =
      List.of(
          "throttle",
          "throttle",
          "fail",
          "fail",
          "timeoutBefore",
          "timeoutBefore",
          "timeoutAfter",
          "timeoutAfter",
          "timeoutAfter",
          "crash");

  private static final List<List<String>> OPERATIONS =
      List.of(
          List.of("sesv2", "SendEmail"),
          List.of("sesv2", "SendEmail"),
          List.of("sesv2", "SendEmail"),
          List.of("dynamodb", "UpdateItem"),
          List.of("dynamodb", "UpdateItem"),
          List.of("dynamodb", "TransactWriteItems"),
          List.of("dynamodb", "BatchGetItem"),
          List.of("dynamodb", "PutItem"),
          List.of("dynamodb", "GetItem"),
          List.of("dynamodb", "Query"),
          List.of("scheduler", "CreateSchedule"),
          List.of("sqs", "SendMessage"),
          List.of("sqs", "SendMessageBatch"),
          List.of("s3", "GetObject"));

  static Mischief of(Random dice) {
    return at(OPERATIONS.get(dice.nextInt(OPERATIONS.size())), dice);
  }

  /** When mails leave next. */
  static Mischief ofSending(Random dice) {
    return at(List.of("sesv2", "SendEmail"), dice);
  }

  private static Mischief at(List<String> where, Random dice) {
    var kind = KINDS.get(dice.nextInt(KINDS.size()));
    // More than three in a row are more than the SDK repeats.
    return new Mischief(where.getFirst(), where.getLast(), kind, 1 + dice.nextInt(MOST));
  }

  void befall(Child living, Tally tally) {
    var body = Map.of("service", service, "operation", operation, "kind", kind, "count", count);
    living.stepwise.rep.post("/_local/faults", body).is(200);
    tally.fault(kind.equals("crash") ? 0 : count);
  }
}
