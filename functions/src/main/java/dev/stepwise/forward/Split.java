package dev.stepwise.forward;

import dev.stepwise.mime.RawPart;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * A tree as far as it fits into a mail, and the leaves that do not; texts come first, then the rest
 * in its order.
 */
record Split(Optional<RawPart> kept, List<Attachment> apart) {
  Split {
    apart = List.copyOf(apart);
  }

  /** At most {@code limit} bytes as they travel. */
  static Split of(RawPart tree, int limit) {
    List<RawPart.Leaf> leaves = Trees.leaves(tree).toList();
    IdentityHashMap<RawPart.Leaf, RawPart.Leaf> kept = new IdentityHashMap<>();
    int left = keep(leaves.stream().filter(Split::isText).toList(), limit, kept);
    keep(leaves.stream().filter(leaf -> !isText(leaf)).toList(), left, kept);
    List<Attachment> apart = new ArrayList<>();
    for (int i = 0; i < leaves.size(); i++) {
      if (!kept.containsKey(leaves.get(i))) {
        apart.add(attachment(i, leaves.get(i)));
      }
    }
    return new Split(Trees.with(tree, kept), apart);
  }

  private static int keep(
      List<RawPart.Leaf> leaves, int limit, IdentityHashMap<RawPart.Leaf, RawPart.Leaf> kept) {
    int left = limit;
    for (RawPart.Leaf leaf : leaves) {
      RawPart.Leaf sendable = Leaves.sendable(leaf);
      if (sendable.body().size() <= left) {
        kept.put(leaf, sendable);
        left -= sendable.body().size();
      }
    }
    return left;
  }

  private static boolean isText(RawPart.Leaf leaf) {
    return leaf.type().isOf("text") && !Leaves.isAttachment(leaf);
  }

  private static Attachment attachment(int index, RawPart.Leaf leaf) {
    return new Attachment(index, Leaves.fileName(leaf), leaf.type().type(), Leaves.content(leaf));
  }
}
