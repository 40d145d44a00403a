package dev.stepwise.local.aws.account;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A stack as it is deployed.
 *
 * @param id what names it beside its name
 */
public record StackSpec(
    String name,
    String id,
    Map<String, String> parameters,
    Map<String, String> outputs,
    List<Resource> resources) {

  /**
   * One of its resources.
   *
   * @param properties as the template has them, all scalars as texts; none for kinds of which
   *     CloudFormation alone tells
   */
  public record Resource(String logicalId, String type, String physicalId, JsonNode properties) {}

  boolean isCalled(String nameOrId) {
    return name.equals(nameOrId) || id.equals(nameOrId);
  }

  Stream<Resource> ofType(String type) {
    return resources.stream().filter(each -> each.type().equals(type));
  }
}
