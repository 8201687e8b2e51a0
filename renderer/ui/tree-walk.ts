// A tree as the lines that are unfolded, and where keys lead among them; no React here.
import { folded } from '../../shared/domain/category.ts';

export interface WalkedNode {
  /** Unlike in the whole tree. */
  readonly key: string;
  /** What letters jump to. */
  readonly text: string;
  readonly hasChildren: boolean;
  readonly children: readonly WalkedNode[];
}

/** One line of the tree as it is seen. */
export interface TreeLine<Node extends WalkedNode> {
  readonly node: Node;
  /** 1 for the top. */
  readonly level: number;
  /** Its place among its siblings, 1 for the first, and their number: for those who hear the tree. */
  readonly place: number;
  readonly siblings: number;
  readonly isUnfolded: boolean;
}

/** The tree as far as it is unfolded; what is folded away costs nothing. */
export function shownLines<Node extends WalkedNode & { readonly children: readonly Node[] }>(
  nodes: readonly Node[],
  isUnfolded: (key: string) => boolean,
): TreeLine<Node>[] {
  const lines: TreeLine<Node>[] = [];
  const walk = (siblings: readonly Node[], level: number): void => {
    for (const [at, node] of siblings.entries()) {
      const isOpen = node.hasChildren && isUnfolded(node.key);
      lines.push({ node, level, place: at + 1, siblings: siblings.length, isUnfolded: isOpen });
      if (isOpen) walk(node.children, level + 1);
    }
  };
  walk(nodes, 1);
  return lines;
}

/** What a key asks of the line under the focus: another line, or its own unfolding. */
export type TreeStep = { readonly to: number } | { readonly unfolds: boolean };

/** As trees do: up and down by lines, right into a branch, left out of it, Home and End. Null for any other key. */
export function stepOfKey(lines: readonly TreeLine<WalkedNode>[], at: number, key: string): TreeStep | null {
  const line = lines[at];
  if (!line) return null;
  const to = (place: number): TreeStep | null => (place >= 0 && place < lines.length ? { to: place } : null);
  switch (key) {
    case 'ArrowDown':
      return to(at + 1);
    case 'ArrowUp':
      return to(at - 1);
    case 'Home':
      return to(0);
    case 'End':
      return to(lines.length - 1);
    case 'ArrowRight':
      if (!line.node.hasChildren) return null;
      return line.isUnfolded ? to(at + 1) : { unfolds: true };
    case 'ArrowLeft':
      return line.isUnfolded ? { unfolds: false } : to(lines.findLastIndex((other, place) => place < at && other.level < line.level));
    default:
      return null;
  }
}

/** The next line whose words begin with what was typed, from this one on and around; -1 where there is none. */
export function lineBeginning(lines: readonly TreeLine<WalkedNode>[], from: number, typed: string): number {
  const wanted = folded(typed);
  const order = lines.map((_, at) => (from + at) % lines.length);
  return order.find((at) => folded(lines[at]?.node.text ?? '').startsWith(wanted)) ?? -1;
}
