package dev.stepwise.forward;

import dev.stepwise.inbound.ContentType;
import dev.stepwise.mime.RawPart;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Trees of parts: their leaves, and trees without some. */
final class Trees {
  private Trees() {}

  static RawPart mixed(List<RawPart> parts) {
    return new RawPart.Branch(new ContentType("multipart/mixed", Map.of()), parts);
  }

  /** All leaves, in order. */
  static Stream<RawPart.Leaf> leaves(RawPart part) {
    return switch (part) {
      case RawPart.Leaf leaf -> Stream.of(leaf);
      case RawPart.Branch branch -> branch.parts().stream().flatMap(Trees::leaves);
    };
  }

  /** True when some part is of such a type. */
  static boolean has(RawPart part, Set<String> types) {
    return types.contains(part.type().type())
        || part instanceof RawPart.Branch branch
            && branch.parts().stream().anyMatch(child -> has(child, types));
  }

  /** The tree with these very leaves instead of those; where there is none, a branch may go. */
  static Optional<RawPart> with(RawPart part, IdentityHashMap<RawPart.Leaf, RawPart.Leaf> kept) {
    return switch (part) {
      case RawPart.Leaf leaf -> Optional.ofNullable(kept.get(leaf));
      case RawPart.Branch branch -> {
        List<RawPart> parts = new ArrayList<>();
        branch.parts().forEach(child -> with(child, kept).ifPresent(parts::add));
        yield parts.isEmpty()
            ? Optional.empty()
            : Optional.of(new RawPart.Branch(branch.type(), parts));
      }
    };
  }
}
