// Makes an editor write texts with headings, quotes, lists, emphasis and links, by keys and by Markdown's signs: the library's, brought down to what
// a written text keeps.
import { $isLinkNode, LinkNode } from '@lexical/link';
import { $insertList, $isListItemNode, $isListNode, ListItemNode, ListNode, registerList } from '@lexical/list';
import {
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  HEADING,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  LINK,
  ORDERED_LIST,
  QUOTE,
  UNORDERED_LIST,
  registerMarkdownShortcuts,
} from '@lexical/markdown';
import type { TextMatchTransformer } from '@lexical/markdown';
import { $createHeadingNode, $createQuoteNode, $isHeadingNode, $isQuoteNode, HeadingNode, QuoteNode, registerRichText } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import {
  $createParagraphNode,
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  $onUpdate,
  COMMAND_PRIORITY_LOW,
  INDENT_CONTENT_COMMAND,
  KEY_BACKSPACE_COMMAND,
  KEY_DOWN_COMMAND,
  OUTDENT_CONTENT_COMMAND,
  mergeRegister,
} from 'lexical';
import type { ElementNode, LexicalEditor, RangeSelection } from 'lexical';
import { isWebAddress } from '../../shared/domain/written-text.ts';
import { PictureNode, ProjectLinkNode } from './text-nodes.ts';

export const TEXT_NODES = [HeadingNode, QuoteNode, ListNode, ListItemNode, LinkNode, ProjectLinkNode, PictureNode];

const HEADING_TAGS = ['h1', 'h2', 'h3'] as const;
export type HeadingTag = (typeof HEADING_TAGS)[number];
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
    if ($isHeadingNode(node)) return tagOf(node);
    if ($isQuoteNode(node)) return 'quote';
    if ($isListNode(node)) return node.getListType() === 'number' ? 'number' : 'bullet';
  }
  return 'paragraph';
}

function tagOf(node: HeadingNode): HeadingTag {
  return HEADING_TAGS.find((tag) => tag === node.getTag()) ?? 'h3';
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

/** Two opening brackets ask for a link to the project, and are gone. */
function askingForLink(onAsk: () => void): TextMatchTransformer {
  return {
    type: 'text-match',
    dependencies: [],
    regExp: /\[\[$/u,
    trigger: '[',
    replace: (brackets) => {
      brackets.remove();
      $onUpdate(onAsk);
    },
  };
}

/** At the start of a heading or a quote, Backspace makes it a paragraph: the library does so for empty ones only. */
function $unblock(event: KeyboardEvent): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.offset !== 0) return false;
  const anchor = selection.anchor.getNode();
  const block = $findMatchingParent(anchor, (node) => $isHeadingNode(node) || $isQuoteNode(node));
  if (!block || (anchor !== block && anchor.getPreviousSibling() !== null)) return false;
  event.preventDefault();
  $setBlocksType(selection, () => $createParagraphNode());
  return true;
}

/** Alt+Shift+→ puts a point of a list under the one above it, Alt+Shift+← takes it out again: Tab stays the way out of the text. */
function $indentOnKeys(event: KeyboardEvent, editor: LexicalEditor): boolean {
  if (!event.altKey || !event.shiftKey || (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft')) return false;
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !$findMatchingParent(selection.anchor.getNode(), $isListItemNode)) return false;
  event.preventDefault();
  return editor.dispatchCommand(event.key === 'ArrowRight' ? INDENT_CONTENT_COMMAND : OUTDENT_CONTENT_COMMAND, undefined);
}

/** What comes in from pages and other editors, brought down to what a written text keeps: else it could not be kept at all. */
function registerBounds(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(HeadingNode, (node) => {
      if (node.getTag() !== tagOf(node)) node.setTag(tagOf(node));
    }),
    editor.registerNodeTransform(ListNode, (node) => {
      if (node.getListType() === 'check') node.setListType('bullet');
    }),
    editor.registerNodeTransform(LinkNode, (node) => {
      if (isWebAddress(node.getURL())) return;
      for (const child of node.getChildren()) node.insertBefore(child);
      node.remove();
    }),
  );
}

/** The text's title, or the panel's, is the heading above them all. */
function registerHeadingLevels(editor: LexicalEditor): () => void {
  return editor.registerMutationListener(HeadingNode, (mutations) => {
    for (const [key, mutation] of mutations) {
      const element = mutation === 'destroyed' ? null : editor.getElementByKey(key);
      if (element) element.ariaLevel = String(Number(element.tagName.slice(1)) + 1);
    }
  });
}

export function registerRichBehaviour(editor: LexicalEditor, onAskLink: () => void): () => void {
  const signs = [HEADING, QUOTE, UNORDERED_LIST, ORDERED_LIST, BOLD_ITALIC_STAR, BOLD_STAR, ITALIC_STAR, ITALIC_UNDERSCORE, LINK];
  return mergeRegister(
    registerRichText(editor),
    registerList(editor),
    registerMarkdownShortcuts(editor, [...signs, askingForLink(onAskLink)]),
    registerBounds(editor),
    registerHeadingLevels(editor),
    editor.registerCommand(KEY_BACKSPACE_COMMAND, $unblock, COMMAND_PRIORITY_LOW),
    editor.registerCommand(KEY_DOWN_COMMAND, (event) => $indentOnKeys(event, editor), COMMAND_PRIORITY_LOW),
  );
}

/** The web address that the caret stands in. */
export function $addressAtCaret(): string | null {
  const selection = $getSelection();
  const link = $isRangeSelection(selection) ? $findMatchingParent(selection.anchor.getNode(), $isLinkNode) : null;
  return link ? link.getURL() : null;
}
