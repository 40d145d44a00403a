package dev.stepwise.local.template;

import java.util.LinkedHashMap;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Turns YAML with CloudFormation's short tags into {@link Value}s. */
final class YamlReader {
  private YamlReader() {}

  static Value read(String yaml) {
    var settings = LoadSettings.builder().setLabel("template.yaml").build();
    return new Compose(settings)
        .composeString(yaml)
        .map(YamlReader::value)
        .orElseThrow(() -> new TemplateException("the file", "is empty"));
  }

  private static Value value(Node node) {
    var tag = node.getTag().getValue();
    return tag.startsWith("!") ? new Value.Call(tag.substring(1), plain(node)) : plain(node);
  }

  private static Value plain(Node node) {
    return switch (node) {
      case ScalarNode scalar -> new Value.Text(scalar.getValue());
      case SequenceNode list ->
          new Value.Items(list.getValue().stream().map(YamlReader::value).toList());
      case MappingNode map -> fields(map);
      default -> throw new TemplateException("the file", "holds a node of kind " + node.getTag());
    };
  }

  private static Value.Fields fields(MappingNode map) {
    var fields = new LinkedHashMap<String, Value>();
    for (var tuple : map.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key) {
        fields.put(key.getValue(), value(tuple.getValueNode()));
      }
    }
    return new Value.Fields(fields);
  }
}
