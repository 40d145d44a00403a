package dev.stepwise.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stepwise.local.aws.http.Answer;
import dev.stepwise.local.aws.http.Call;
import dev.stepwise.local.aws.http.Refusal;
import dev.stepwise.local.aws.http.Service;
import dev.stepwise.local.store.Json;
import java.util.Optional;

/** EventBridge Scheduler on the wire: REST with JSON bodies under /schedules/{Name}. */
final class SchedulerWire implements Service {
  private static final String PATH = "/schedules/";
  private static final String ARN = "arn:aws:scheduler:us-east-1:" + SqsService.ACCOUNT;
  private static final double MILLIS = 1000.0;

  private final SchedulerService scheduler;

  SchedulerWire(SchedulerService scheduler) {
    this.scheduler = scheduler;
  }

  @Override
  public String name() {
    return "scheduler";
  }

  @Override
  public String operation(Call call) {
    if (!call.path().startsWith(PATH)) {
      return "";
    }
    return switch (call.method()) {
      case "POST" -> "CreateSchedule";
      case "GET" -> "GetSchedule";
      case "PUT" -> "UpdateSchedule";
      case "DELETE" -> "DeleteSchedule";
      default -> "";
    };
  }

  @Override
  public Answer handle(String operation, Call call) throws Refusal {
    if (operation.isEmpty()) {
      throw new Refusal(404, "UnknownOperationException", call.method() + " " + call.path());
    }
    var name = call.path().substring(PATH.length());
    return switch (operation) {
      case "CreateSchedule" -> {
        var schedule = read(name, call);
        scheduler.create(schedule);
        yield arn(schedule);
      }
      case "UpdateSchedule" -> {
        var schedule = read(name, call);
        scheduler.update(schedule);
        yield arn(schedule);
      }
      case "GetSchedule" -> Answer.json(described(scheduler.get(group(call), name)));
      default -> {
        scheduler.delete(group(call), name);
        yield Answer.json(Json.object());
      }
    };
  }

  @Override
  public Answer refused(Refusal refusal) {
    return Answer.json(refusal.status(), Json.object().put("Message", refusal.text()))
        .with("x-amzn-ErrorType", refusal.code());
  }

  @Override
  public Refusal throttled() {
    return new Refusal(429, "ThrottlingException", "Rate exceeded");
  }

  private Schedule read(String name, Call call) throws Refusal {
    return ScheduleRequest.read(name, body(call), scheduler.now());
  }

  private static JsonNode body(Call call) throws Refusal {
    try {
      return Json.read(call.body().toArray());
    } catch (IllegalArgumentException e) {
      throw ScheduleRequest.invalid("the body is not JSON");
    }
  }

  private static Answer arn(Schedule schedule) {
    return Answer.json(Json.object().put("ScheduleArn", arnOf(schedule)));
  }

  private static String arnOf(Schedule schedule) {
    return ARN + ":schedule/" + schedule.key();
  }

  private static ObjectNode described(Schedule schedule) {
    ObjectNode out = schedule.request().deepCopy();
    out.remove("ClientToken");
    return out.put("Arn", arnOf(schedule))
        .put("Name", schedule.name())
        .put("GroupName", schedule.group())
        .put("CreationDate", schedule.created() / MILLIS)
        .put("LastModificationDate", schedule.modified() / MILLIS);
  }

  private static String group(Call call) {
    return Optional.ofNullable(call.query().get("groupName")).orElse("default");
  }
}
