package dev.stepwise.lambda.api;

import dev.stepwise.InvalidValueException;
import dev.stepwise.cadence.Delay;
import dev.stepwise.cadence.NotBefore;
import dev.stepwise.lambda.http.Fields;
import dev.stepwise.lambda.http.Read;
import dev.stepwise.mail.Template;
import dev.stepwise.sequence.Expiry;
import dev.stepwise.sequence.Settings;
import dev.stepwise.sequence.Step;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the steps of a version. */
final class StepsBody {
  /** What a version's copy may weigh: a stored item has 400 KB at most. */
  static final int MAX_SIZE = 300_000;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");

  private final Settings settings;
  private final Supplier<String> newIds;
  private final Set<String> ids = new HashSet<>();
  private boolean threadOpen;

  StepsBody(Settings settings, Supplier<String> newIds) {
    this.settings = settings;
    this.newIds = newIds;
  }

  List<Step> read(List<Fields> fields) {
    List<Step> steps = new ArrayList<>();
    for (Fields f : fields) {
      String type = f.required("type", Read.text(StepsBody::type), "");
      if (type.isEmpty()) {
        continue;
      }
      steps.add(type.equals("email") ? email(f, steps.isEmpty()) : task(f, steps.isEmpty()));
      f.end();
    }
    return steps;
  }

  /** What the copy of these steps weighs as it is stored. */
  static int size(List<Step> steps) {
    return steps.stream()
        .mapToInt(step ->
            switch (step) {
              case Step.Email e -> bytes(e.subject()) + bytes(e.text()) + bytes(e.html());
              case Step.ManualTask t -> bytes(t.title());
            })
        .sum();
  }

  private Step.Email email(Fields f, boolean first) {
    Optional<String> subject = f.optional("subject", copy(Read.line(255)));
    Optional<String> thread = f.optional("thread", Read.text(StepsBody::thread));
    boolean reply =
        thread.map("reply"::equals).orElse(!f.has("subject") && threadOpen && settings.threading());
    if (reply && !threadOpen) {
      f.problem("thread", "must not be \"reply\" in the first email: no thread is open yet");
    } else if (reply && !settings.threading()) {
      f.problem("thread", "must not be \"reply\" while settings.threading is false");
    } else if (reply && f.has("subject")) {
      f.problem("subject", "must be left out of a reply: it takes that of its thread");
    } else if (!reply && !f.has("subject")) {
      f.problem("subject", "is missing: an email that opens a thread needs one");
    }
    threadOpen = true;
    return new Step.Email(
        id(f),
        delay(f, first),
        reply,
        subject.orElse(null),
        f.required("text", copy(Read.lines(20_000)), ""),
        f.optional("html", copy(Read.lines(100_000))).orElse(null),
        expiry(f));
  }

  private Step.ManualTask task(Fields f, boolean first) {
    return new Step.ManualTask(
        id(f),
        delay(f, first),
        f.required("task", Read.oneOf(Step.Kind.class), Step.Kind.TODO),
        f.required("title", copy(Read.line(200)), ""),
        f.optional("waitForCompletion", Read.truth()).orElse(false),
        expiry(f));
  }

  private String id(Fields f) {
    String id = f.optional("id", Read.text(StepsBody::id)).orElseGet(newIds);
    if (!ids.add(id)) {
      f.problem("id", "must not be that of another step");
    }
    return id;
  }

  /** A first step may come at once; how long after it the others come must be said. */
  private static Delay delay(Fields f, boolean first) {
    Delay delay =
        first
            ? f.optional("delay", Read.text(Delay::parse)).orElse(Delay.none())
            : f.required("delay", Read.text(Delay::parse), Delay.none());
    return f.optional("notBefore", Read.text(NotBefore::moment))
        .<Delay>map(moment -> new NotBefore(delay, moment))
        .orElse(delay);
  }

  private static @Nullable Expiry expiry(Fields f) {
    Optional<Duration> after = f.optional("expiresAfter", Read.text(Expiry::parse));
    Optional<Expiry.Then> then = f.optional("onExpired", Read.oneOf(Expiry.Then.class));
    Optional<LocalDateTime> notAfter = f.optional("notAfter", Read.text(Expiry::notAfter));
    if (!f.has("expiresAfter") && !f.has("notAfter") && then.isPresent()) {
      f.problem("onExpired", "must be left out without expiresAfter or notAfter");
    }
    if (f.has("notAfter") && then.filter(Expiry.Then.SEND::equals).isPresent()) {
      f.problem("onExpired", "must be \"skip\" or \"hold\" beside notAfter");
    }
    if (notAfter.isPresent() && isNever(notAfter.get(), f)) {
      f.problem("notAfter", "must be later than notBefore");
    }
    return after.isEmpty() && notAfter.isEmpty()
        ? null
        : new Expiry(after.orElse(null), notAfter.orElse(null), then.orElse(Expiry.Then.HOLD));
  }

  private static boolean isNever(LocalDateTime notAfter, Fields f) {
    return f.optional("notBefore", Read.text(NotBefore::moment))
        .filter(earliest -> !earliest.isBefore(notAfter))
        .isPresent();
  }

  private static Fields.Reader<String> copy(Fields.Reader<String> reader) {
    return value -> {
      String text = reader.read(value);
      Template.parse(text);
      return text;
    };
  }

  private static String type(String text) {
    return oneOf(text, "email", "task");
  }

  private static String thread(String text) {
    return oneOf(text, "new", "reply");
  }

  private static String oneOf(String text, String one, String other) {
    if (!text.equals(one) && !text.equals(other)) {
      throw new InvalidValueException("must be " + one + " or " + other);
    }
    return text;
  }

  private static String id(String text) {
    if (!ID.matcher(text).matches()) {
      throw new InvalidValueException("must be 1 to 32 letters, digits, hyphens or underscores");
    }
    return text;
  }

  private static int bytes(@Nullable String text) {
    return text == null ? 0 : Stored.bytes(text);
  }
}
