// A turn's words in Lexical: plain text in one paragraph, set as the turn is set, without any line break.
import {
  $createParagraphNode,
  $createRangeSelection,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  HISTORY_MERGE_TAG,
} from 'lexical';
import type { LexicalEditor, PointType, TextNode } from 'lexical';
import type { WordsPiece } from '../reader/set-words.ts';

/** Words that come from elsewhere, on one line: a turn has no line breaks of its own. */
export function onOneLine(words: string): string {
  return words.replace(/[ \t]*[\r\n\u2028\u2029]+[ \t]*/gu, ' ');
}

function texts(): TextNode[] {
  return $getRoot().getAllTextNodes();
}

/** Offset among the words of one end of the selection. */
function offsetOf(point: PointType): number {
  if (point.type === 'element') {
    const children = texts();
    return children
      .slice(0, point.getNode().is($getRoot()) ? (point.offset === 0 ? 0 : children.length) : point.offset)
      .reduce((sum, node) => sum + node.getTextContentSize(), 0);
  }
  let length = 0;
  for (const node of texts()) {
    if (node.getKey() === point.key) return length + point.offset;
    length += node.getTextContentSize();
  }
  return length;
}

/** The selection as offsets among the words; null while there is none. */
export interface Selected {
  readonly anchor: number;
  readonly focus: number;
}

export function readSelected(): Selected | null {
  const selection = $getSelection();
  return $isRangeSelection(selection) ? { anchor: offsetOf(selection.anchor), focus: offsetOf(selection.focus) } : null;
}

export function readWords(): string {
  return $getRoot().getTextContent();
}

/** The text node that holds an offset of the words, and the place in it; null where there are no words. */
function placeOf(offset: number): { node: TextNode; at: number } | null {
  let left = offset;
  for (const node of texts()) {
    const size = node.getTextContentSize();
    if (left <= size) return { node, at: left };
    left -= size;
  }
  const last = texts().at(-1);
  return last ? { node: last, at: last.getTextContentSize() } : null;
}

/** Puts the caret among the words, at their end where the offset lies beyond; words are selected from `anchor` on. */
export function putCaret(offset: number, anchor = offset): void {
  const focus = placeOf(offset);
  const start = placeOf(anchor);
  if (!focus || !start) {
    $getRoot().selectEnd();
    return;
  }
  const selection = $createRangeSelection();
  selection.anchor.set(start.node.getKey(), start.at, 'text');
  selection.focus.set(focus.node.getKey(), focus.at, 'text');
  $setSelection(selection);
}

/** Shows the words at once; this is no step that can be taken back. */
export function writeWords(editor: LexicalEditor, pieces: readonly WordsPiece[], caret: number): void {
  editor.update(
    () => {
      const paragraph = $createParagraphNode();
      for (const { text, isBold, isItalic } of pieces) {
        if (text === '') continue;
        const node = $createTextNode(text);
        if (isBold) node.toggleFormat('bold');
        if (isItalic) node.toggleFormat('italic');
        paragraph.append(node);
      }
      $getRoot().clear().append(paragraph);
      putCaret(caret);
    },
    { tag: HISTORY_MERGE_TAG, discrete: true },
  );
}

/** Words in the place of what is selected, or at the caret. */
export function insertWords(words: string): void {
  const selection = $getSelection();
  if ($isRangeSelection(selection)) selection.insertText(words);
}
