// Makes an editor write memos: paragraphs, headings, quotes, lists and emphasis, by keys and by Markdown's signs.
import { $getClipboardDataFromSelection, $insertDataTransferForRichText, setLexicalClipboardDataTransfer } from '@lexical/clipboard';
import { $insertList, $isListItemNode, $isListNode, ListItemNode, ListNode, registerList } from '@lexical/list';
import { registerPlainText } from '@lexical/plain-text';
import { $setBlocksType } from '@lexical/selection';
import {
  $createParagraphNode,
  $findMatchingParent,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_BEFORE_EDITOR,
  COMMAND_PRIORITY_LOW,
  COPY_COMMAND,
  CUT_COMMAND,
  FORMAT_TEXT_COMMAND,
  HISTORIC_TAG,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_BACKSPACE_COMMAND,
  KEY_ENTER_COMMAND,
  PASTE_COMMAND,
  PASTE_TAG,
  mergeRegister,
} from 'lexical';
import type { ElementNode, LexicalEditor, RangeSelection } from 'lexical';
import { blockSign, inlineSign } from './markdown-signs.ts';
import { $createHeadingNode, $createQuoteNode, HeadingNode, MemoImageNode, MemoLinkNode, QuoteNode } from './text-nodes.ts';
import type { HeadingTag } from './text-nodes.ts';

export const MEMO_NODES = [HeadingNode, QuoteNode, ListNode, ListItemNode, MemoLinkNode, MemoImageNode];

export type BlockKind = 'paragraph' | HeadingTag | 'quote' | 'bullet' | 'number';

/** What the caret stands in, for the toolbar. */
export interface CaretForm {
  readonly block: BlockKind;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
}

export const PLAIN_FORM: CaretForm = { block: 'paragraph', bold: false, italic: false, underline: false };

export function $caretForm(): CaretForm {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return PLAIN_FORM;
  return {
    block: $blockAt(selection),
    bold: selection.hasFormat('bold'),
    italic: selection.hasFormat('italic'),
    underline: selection.hasFormat('underline'),
  };
}

function $blockAt(selection: RangeSelection): BlockKind {
  for (let node: ReturnType<typeof selection.anchor.getNode> | null = selection.anchor.getNode(); node; node = node.getParent()) {
    if (node instanceof HeadingNode) return node.tag;
    if (node instanceof QuoteNode) return 'quote';
    if ($isListNode(node)) return node.getListType() === 'number' ? 'number' : 'bullet';
  }
  return 'paragraph';
}

/** Makes the blocks of the selection these; asked for what they are already, plain paragraphs. */
export function $setBlock(kind: BlockKind): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const wanted = $blockAt(selection) === kind ? 'paragraph' : kind;
  if (wanted === 'bullet' || wanted === 'number') $insertList(wanted);
  else $setBlocksType(selection, () => $blockNode(wanted));
}

function $blockNode(kind: 'paragraph' | 'quote' | HeadingTag): ElementNode {
  if (kind === 'paragraph') return $createParagraphNode();
  return kind === 'quote' ? $createQuoteNode() : $createHeadingNode(kind);
}

function $caret(): { readonly key: string; readonly offset: number } | null {
  const selection = $getSelection();
  return $isRangeSelection(selection) && selection.isCollapsed() ? { key: selection.anchor.key, offset: selection.anchor.offset } : null;
}

/** `# `, `- `, `1. `, `> ` at the start of a paragraph, `**words**` and `*words*` anywhere, as the last letter of the sign is typed. */
function $followSigns(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node) || !node.isSimpleText()) return;
  const { offset } = selection.anchor;
  const before = node.getTextContent().slice(0, offset);
  const block = blockSign(before);
  if (block && node.getPreviousSibling() === null && $isParagraphNode(node.getParent())) {
    node.spliceText(0, offset, '', true);
    $setBlock(block);
    return;
  }
  const inline = inlineSign(before);
  if (!inline) return;
  const [first, second] = node.splitText(inline.start, offset);
  const marked = inline.start === 0 ? first : second;
  if (!marked) return;
  marked.setTextContent(inline.words);
  marked.toggleFormat(inline.format);
  // what is typed on is plain again
  const after = marked.select(inline.words.length, inline.words.length);
  if (after.hasFormat(inline.format)) after.toggleFormat(inline.format);
}

function $copy(event: ClipboardEvent | KeyboardEvent | null): boolean {
  const selection = $getSelection();
  if (!(event instanceof ClipboardEvent) || !event.clipboardData || !selection || selection.isCollapsed?.() === true) return false;
  event.preventDefault();
  setLexicalClipboardDataTransfer(event.clipboardData, $getClipboardDataFromSelection(selection));
  return true;
}

function $cut(event: ClipboardEvent | KeyboardEvent | null): boolean {
  if (!$copy(event)) return false;
  const selection = $getSelection();
  if ($isRangeSelection(selection)) selection.removeText();
  return true;
}

function paste(editor: LexicalEditor, event: unknown): boolean {
  const data = event instanceof ClipboardEvent ? event.clipboardData : null;
  if (!data || !(event instanceof ClipboardEvent)) return false;
  event.preventDefault();
  editor.update(
    () => {
      const selection = $getSelection();
      if (selection) $insertDataTransferForRichText(data, selection, editor);
    },
    { tag: PASTE_TAG },
  );
  return true;
}

/** At the start of a heading or a quote, Backspace makes it a paragraph. */
function $unblock(event: KeyboardEvent): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.offset !== 0) return false;
  const anchor = selection.anchor.getNode();
  const block = $findMatchingParent(anchor, (node) => node instanceof HeadingNode || node instanceof QuoteNode);
  if (!block || (anchor !== block && anchor.getPreviousSibling() !== null) || $isListItemNode(block)) return false;
  event.preventDefault();
  (block as HeadingNode | QuoteNode).collapseAtStart();
  return true;
}

export function registerMemoText(editor: LexicalEditor): () => void {
  return mergeRegister(
    registerPlainText(editor),
    registerList(editor),
    editor.registerUpdateListener(({ editorState, prevEditorState, dirtyLeaves, tags }) => {
      if (tags.has(HISTORIC_TAG) || tags.has(PASTE_TAG) || editor.isComposing()) return;
      // one letter was typed: what is pasted, undone or shown anew is left as it is
      const [now, before] = [editorState.read($caret), prevEditorState.read($caret)];
      if (now && before && dirtyLeaves.has(now.key) && (now.offset === before.offset + 1 || now.offset === 1)) editor.update($followSigns);
    }),
    editor.registerCommand(
      FORMAT_TEXT_COMMAND,
      (format) => {
        const selection = $getSelection();
        if ($isRangeSelection(selection)) selection.formatText(format);
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(
      INSERT_PARAGRAPH_COMMAND,
      () => {
        const selection = $getSelection();
        if ($isRangeSelection(selection)) selection.insertParagraph();
        return true;
      },
      COMMAND_PRIORITY_BEFORE_EDITOR,
    ),
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        if (event?.ctrlKey || event?.metaKey || event?.altKey) return false;
        event?.preventDefault();
        return event?.shiftKey === true
          ? editor.dispatchCommand(INSERT_LINE_BREAK_COMMAND, false)
          : editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(KEY_BACKSPACE_COMMAND, $unblock, COMMAND_PRIORITY_LOW),
    editor.registerCommand(COPY_COMMAND, $copy, COMMAND_PRIORITY_LOW),
    editor.registerCommand(CUT_COMMAND, $cut, COMMAND_PRIORITY_LOW),
    editor.registerCommand(PASTE_COMMAND, (event) => paste(editor, event), COMMAND_PRIORITY_LOW),
  );
}
