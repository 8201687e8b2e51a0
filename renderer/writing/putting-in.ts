// Puts into a text what comes from beside it: a link apart from its neighbours, at the caret or where it was dropped; blocks at its end.
import {
  $createTextNode,
  $getNearestNodeFromDOMNode,
  $getRoot,
  $getSelection,
  $insertNodes,
  $isRangeSelection,
  $isTextNode,
  $parseSerializedNode,
  $isElementNode,
} from 'lexical';
import type { LexicalNode, PointType, SerializedLexicalNode } from 'lexical';
import type { BlockNode } from '../../shared/domain/written-text.ts';
import { gapsAt } from './gaps.ts';
import type { DraggedLink } from './link-drag.ts';
import { $createProjectLinkNode, $isProjectLinkNode } from './text-nodes.ts';

const wordsIn = (node: LexicalNode | null | undefined): string => node?.getTextContent() ?? '';

function $wordsBefore(point: PointType): string {
  const node = point.getNode();
  const { offset } = point;
  if ($isElementNode(node)) return wordsIn(node.getChildAtIndex(offset - 1));
  return wordsIn(node).slice(0, offset) || wordsIn(node.getPreviousSibling());
}

function $wordsAfter(point: PointType): string {
  const node = point.getNode();
  const { offset } = point;
  if ($isElementNode(node)) return wordsIn(node.getChildAtIndex(offset));
  return wordsIn(node).slice(offset) || wordsIn(node.getNextSibling());
}

/** In the block that the caret stands in. */
function $neighbours(): readonly [before: string, after: string] {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return ['', ''];
  const [start, end] = selection.isBackward() ? [selection.focus, selection.anchor] : [selection.anchor, selection.focus];
  return [$wordsBefore(start), $wordsAfter(end)];
}

/** The caret is behind it afterwards. A text not written in yet has no caret: its end is meant. */
export function $putLink({ kind, id, words }: DraggedLink): void {
  if ($getSelection() === null) $getRoot().selectEnd();
  const [before, after] = gapsAt(...$neighbours());
  const link = $createProjectLinkNode(kind, id, words);
  $insertNodes([...(before === '' ? [] : [$createTextNode(before)]), link, ...(after === '' ? [] : [$createTextNode(after)])]);
}

/** Puts the caret where something was let go of; at the text's end where there are no words. */
export function $caretAt(x: number, y: number): void {
  const point = document.caretRangeFromPoint(x, y);
  const node = point && $getNearestNodeFromDOMNode(point.startContainer);
  if ($isProjectLinkNode(node)) node.selectNext(0, 0);
  else if ($isTextNode(node)) node.select(point?.startOffset, point?.startOffset);
  else (node ?? $getRoot()).selectEnd();
}

/** Under what is written; in place of it where that is nothing. */
export function $append(blocks: readonly BlockNode[]): void {
  const root = $getRoot();
  const nodes = blocks.map((block) => $parseSerializedNode(block as SerializedLexicalNode));
  if (root.getTextContent().trim() === '') root.clear();
  root.append(...nodes);
  root.selectEnd();
}
