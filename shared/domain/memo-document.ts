// The form of a memo: what the editor keeps of it, checked and brought down to what Trame knows; its words and links are read off it.
import { z } from 'zod';
import { MEMO_LINK_KINDS } from './memo.ts';
import type { MemoLink, MemoLinkKind } from './memo.ts';

/** Bits of a text's format, as the editor counts them. */
export const BOLD = 1;
export const ITALIC = 2;
export const UNDERLINE = 8;
const KNOWN_FORMATS = BOLD | ITALIC | UNDERLINE;

/** Characters of one run of words; a paragraph pasted from a book is far below. */
const LONGEST_RUN = 200_000;
const MOST_CHILDREN = 20_000;
/** Lists in lists: what a page can show. */
const MOST_DEPTH = 12;

const version = z.number().default(1);
const format = z
  .number()
  .int()
  .catch(0)
  .transform((bits) => bits & KNOWN_FORMATS);
const words = z.string().max(LONGEST_RUN);
const text = z.object({
  type: z.literal('text'),
  version,
  text: words,
  format,
  detail: z.number().default(0),
  mode: z.literal('normal').catch('normal'),
  style: z.literal('').catch(''),
});
const lineBreak = z.object({ type: z.literal('linebreak'), version });
const tab = z.object({
  type: z.literal('tab'),
  version,
  text: z.literal('\t').catch('\t'),
  format,
  detail: z.literal(2).catch(2),
  mode: z.literal('normal').catch('normal'),
  style: z.literal('').catch(''),
});
const link = z.object({
  type: z.literal('memo-link'),
  version,
  kind: z.enum(MEMO_LINK_KINDS),
  id: z.string().min(1).max(500),
  /** What it was called when the link was made. */
  label: z.string().max(500),
});
const image = z.object({
  type: z.literal('memo-image'),
  version,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  alt: z.string().max(1000),
  /** Pixels; null: as wide as the picture, within the page. */
  width: z.number().int().min(16).max(4000).nullable(),
});

const inline = z.discriminatedUnion('type', [text, lineBreak, tab, link, image]);
export type InlineNode = z.infer<typeof inline>;

const block = {
  version,
  direction: z.literal(null).catch(null),
  format: z.literal('').catch(''),
  indent: z.number().int().min(0).max(MOST_DEPTH).catch(0),
};
const inlines = z.array(inline).max(MOST_CHILDREN);
const paragraph = z.object({
  type: z.literal('paragraph'),
  ...block,
  textFormat: z.literal(0).catch(0),
  textStyle: z.literal('').catch(''),
  children: inlines,
});
const heading = z.object({ type: z.literal('heading'), ...block, tag: z.enum(['h1', 'h2', 'h3']), children: inlines });
const quote = z.object({ type: z.literal('quote'), ...block, children: inlines });

export interface ListItemNode {
  type: 'listitem';
  version: number;
  direction: null;
  format: '';
  indent: number;
  value: number;
  children: (InlineNode | ListNode)[];
}
export interface ListNode {
  type: 'list';
  version: number;
  direction: null;
  format: '';
  indent: number;
  listType: 'bullet' | 'number';
  start: number;
  tag: 'ul' | 'ol';
  children: ListItemNode[];
}
const list: z.ZodType<ListNode> = z.object({
  type: z.literal('list'),
  ...block,
  listType: z.enum(['bullet', 'number']),
  start: z.number().int().min(0).max(1_000_000),
  tag: z.enum(['ul', 'ol']),
  get children() {
    return z.array(listItem).max(MOST_CHILDREN);
  },
});
const listItem: z.ZodType<ListItemNode> = z.object({
  type: z.literal('listitem'),
  ...block,
  value: z.number().int().min(0).max(1_000_000).default(1),
  get children() {
    return z.array(z.union([inline, list])).max(MOST_CHILDREN);
  },
});

const blockNode = z.union([paragraph, heading, quote, list]);
export type BlockNode = z.infer<typeof blockNode>;

const root = z.object({ type: z.literal('root'), ...block, children: z.array(blockNode).max(MOST_CHILDREN) });

/** Counts in from the outside before anything looks further: what is nested without end is no memo. */
function isShallow(value: unknown, left = 4 * MOST_DEPTH): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return left > 0 && Object.values(value).every((part) => isShallow(part, left - 1));
}

/** The editor's state; what Trame does not know of it (colours, fonts, alignments) is left out, an unknown kind of node refused. */
export const memoDocument = z.custom<{ root: unknown }>((value) => isShallow(value), 'tooDeep').pipe(z.object({ root }));
export type MemoDocument = z.infer<typeof memoDocument>;

function readJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Characters; pictures are not among them. */
const LONGEST_JSON = 30_000_000;

/** The editor's state as it travels and is stored. */
export const memoDocumentJson = z.string().max(LONGEST_JSON).transform(readJson).pipe(memoDocument);

/** A memo as it is stored; null where its form cannot be read any more (its words still can). */
export function parseDocument(json: string | null): MemoDocument | null {
  const read = json === null ? undefined : memoDocument.safeParse(readJson(json));
  return read?.success ? read.data : null;
}

function wordsOfInline(node: InlineNode): string {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'tab':
      return '\t';
    case 'linebreak':
      return '\n';
    case 'memo-link':
      return node.label;
    case 'memo-image':
      return node.alt;
  }
}

function linesOf(node: BlockNode | ListItemNode): string[] {
  if (node.type === 'list') return node.children.flatMap(linesOf);
  if (node.type !== 'listitem') return [node.children.map(wordsOfInline).join('')];
  const own = node.children.filter((child) => child.type !== 'list');
  const nested = node.children.filter((child) => child.type === 'list');
  return [...(own.length > 0 || nested.length === 0 ? [own.map(wordsOfInline).join('')] : []), ...nested.flatMap(linesOf)];
}

/** The plain words: one line per paragraph, heading or list item; a link is the words it shows, a picture what it is said to show. */
export function wordsOf({ root: { children } }: MemoDocument): string {
  return children.flatMap(linesOf).join('\n').trim();
}

/** Every run of the text, from the top. */
export function inlinesOf(document: MemoDocument): InlineNode[] {
  const of = (node: BlockNode | ListItemNode | InlineNode): InlineNode[] => ('children' in node ? node.children.flatMap(of) : [node]);
  return document.root.children.flatMap(of);
}

/** What the text points to, each once, in the text's order. */
export function linksOf(document: MemoDocument): MemoLink[] {
  const found = inlinesOf(document).filter((node) => node.type === 'memo-link');
  return [...new Map(found.map(({ kind, id }) => [`${kind} ${id}`, { kind, id }])).values()];
}

/** The same memo where each link to `from` leads to `into`; null when there was none. */
export function relinked(document: MemoDocument, kind: MemoLinkKind, from: string, into: string): MemoDocument | null {
  // a document is JSON through and through
  const copy = JSON.parse(JSON.stringify(document)) as MemoDocument;
  const links = inlinesOf(copy).filter((node) => node.type === 'memo-link' && node.kind === kind && node.id === from);
  for (const node of links) if (node.type === 'memo-link') node.id = into;
  return links.length > 0 ? copy : null;
}

const run = (words_: string, bits = 0): InlineNode => ({
  type: 'text',
  version: 1,
  text: words_,
  format: bits,
  detail: 0,
  mode: 'normal',
  style: '',
});
const plainBlock = { version: 1, direction: null, format: '', indent: 0 } as const;

export function paragraphOf(children: InlineNode[]): BlockNode {
  return { type: 'paragraph', ...plainBlock, textFormat: 0, textStyle: '', children };
}

export function headingOf(tag: 'h1' | 'h2' | 'h3', words_: string): BlockNode {
  return { type: 'heading', ...plainBlock, tag, children: [run(words_)] };
}

export function runOf(words_: string, bits = 0): InlineNode {
  return run(words_, bits);
}

export function documentOf(children: BlockNode[]): MemoDocument {
  return { root: { type: 'root', ...plainBlock, children } };
}

/** Plain text as a memo: one paragraph per line. */
export function documentOfText(plain: string): MemoDocument {
  return documentOf(plain.split(/\r\n|\r|\n/u).map((line) => paragraphOf(line === '' ? [] : [run(line)])));
}
