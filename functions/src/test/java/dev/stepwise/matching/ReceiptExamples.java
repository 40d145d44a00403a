package dev.stepwise.matching;

import static dev.stepwise.cadence.CadenceExamples.noonInRome;

import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.forward.Answers;
import dev.stepwise.inbound.Headers;
import dev.stepwise.inbound.Receipt;
import dev.stepwise.mail.SigningKeys;
import dev.stepwise.mail.Token;
import dev.stepwise.mail.Token.Purpose;
import dev.stepwise.mail.Tokens;
import dev.stepwise.memory.Memory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What SES says of mails, and tokens that were signed by a key of ours. */
final class ReceiptExamples {
  private static final SigningKeys KEYS = new Memory(new Random(1)).signingKeys();

  private ReceiptExamples() {}

  static Token token(Purpose purpose, String enrollment) {
    return new Tokens(KEYS).of(purpose, new EnrollmentId(enrollment), noonInRome());
  }

  /** What the mail says, by our keys. */
  static Clues clues(Receipt receipt) {
    return Clues.of(receipt, new Tokens(KEYS));
  }

  /** A mail to nobody in particular, with these fields: "Name: value". */
  static Receipt headed(String... fields) {
    return mail("team@in.example.com", fields);
  }

  /** A mail to that address by its envelope. */
  static Receipt mail(String recipient, String... fields) {
    List<Headers.Field> all =
        Arrays.stream(fields)
            .map(field -> field.split(": ?", 2))
            .map(parts -> new Headers.Field(parts[0], parts[1]))
            .toList();
    return new Receipt(
        "in1", noonInRome(), "", List.of(recipient), new Headers(all), Answers.CLEAN);
  }
}
