package dev.stepwise.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a flood can cost, and who is told of it. */
class CapsTest {
  private static final Value ALARMS =
      YamlReader.read(Deployed.text(Path.of("../alarms.yaml"))).field("Resources");

  /** What an opt-out's limit refuses is lost: mail programs ask once. */
  @Test
  void each_open_route_but_the_opt_out_has_a_limit_of_its_own() {
    var open =
        Deployed.stack().functions().stream()
            .flatMap(function -> function.triggers(Trigger.Route.class))
            .filter(Trigger.Route::open)
            .map(Trigger.Route::key)
            .filter(key -> !key.equals("POST /u/{token}"))
            .collect(Collectors.toSet());

    var limits = Deployed.properties("HttpApi").field("RouteSettings").fields();

    assertThat(open).hasSizeGreaterThan(3);
    assertThat(limits).containsOnlyKeys(open);
    // As the property is bare JSON, a parameter would come as a text.
    assertThat(limits.values())
        .allSatisfy(limit ->
            assertThat(limit.fields().values())
                .hasSize(2)
                .allMatch(each -> each instanceof Value.Text(var n) && n.matches("[0-9]+")));
  }

  @Test
  void every_other_route_has_the_limit_that_the_team_sets() {
    var limit = Deployed.properties("HttpApi").field("DefaultRouteSettings").fields();

    assertThat(limit)
        .containsOnlyKeys("ThrottlingRateLimit", "ThrottlingBurstLimit")
        .allSatisfy((_, value) ->
            assertThat(value)
                .isEqualTo(new Value.Call("Ref", new Value.Text("ApiRequestsPerSecond"))));
  }

  /** The metric of a table is without its indexes'. */
  @Test
  void an_alarm_tells_when_the_table_or_an_index_turns_writes_away() {
    var watched =
        ALARMS.field("TableThrottles").field("Properties").field("Metrics").items().stream()
            .map(each -> each.field("MetricStat").field("Metric"))
            .filter(
                metric -> metric.field("MetricName").equals(new Value.Text("WriteThrottleEvents")))
            .map(metric -> index(metric.field("Dimensions").items()))
            .toList();

    var wanted =
        Deployed.stack().tables().getFirst().globalSecondaryIndexes().stream()
            .map(index -> index.indexName())
            .collect(Collectors.toList());
    wanted.add("the table");
    assertThat(watched).containsExactlyInAnyOrderElementsOf(wanted);
  }

  private static String index(List<Value> dimensions) {
    return dimensions.stream()
        .filter(each -> each.field("Name").equals(new Value.Text("GlobalSecondaryIndexName")))
        .map(each -> each.field("Value") instanceof Value.Text(var name) ? name : "")
        .findFirst()
        .orElse("the table");
  }
}
