// A turn's words in Lexical: plain text in one paragraph, set as the turn is set, without any line break.
import { $createParagraphNode, $createTextNode, $getRoot, $getSelection, $isRangeSelection, HISTORY_MERGE_TAG } from 'lexical';
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

/** Puts the caret among the words, at their end where the offset lies beyond. */
export function putCaret(offset: number): void {
  let left = offset;
  const nodes = texts();
  for (const node of nodes) {
    const size = node.getTextContentSize();
    if (left <= size) {
      node.select(left, left);
      return;
    }
    left -= size;
  }
  const last = nodes.at(-1);
  if (last) last.selectEnd();
  else $getRoot().selectEnd();
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
