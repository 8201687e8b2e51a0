// A text that somebody writes, with its form: what the editor keeps of it, checked and brought down to what Trame knows; its words and links are
// read off it. Memos are such texts. In the stored form a link to the project is called `memo-link` and a picture `memo-image`: projects hold them.
import { z } from 'zod';
import { LINK_KINDS } from './text-link.ts';
import type { LinkKind, TextLink } from './text-link.ts';

/** Bits of a text's format, as the editor counts them. */
export const BOLD = 1;
export const ITALIC = 2;
export const UNDERLINE = 8;
const KNOWN_FORMATS = BOLD | ITALIC | UNDERLINE;

/** Characters of one run of words: a whole interview pasted as one paragraph is below. */
const LONGEST_RUN = 1_000_000;
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
  kind: z.enum(LINK_KINDS),
  id: z.string().min(1).max(500),
  /** What it was called when the link was made; of a verbatim that is quoted, all of it. */
  label: words,
});
const image = z.object({
  type: z.literal('memo-image'),
  version,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  alt: z.string().max(1000),
  /** Pixels; null: as wide as the picture, within the page. */
  width: z.number().int().min(16).max(4000).nullable(),
});

const leaf = z.discriminatedUnion('type', [text, lineBreak, tab, link, image]);
/** What has no parts of its own. */
export type LeafNode = z.infer<typeof leaf>;

const block = {
  version,
  direction: z.literal(null).catch(null),
  format: z.literal('').catch(''),
  indent: z.number().int().min(0).max(MOST_DEPTH).catch(0),
};

const LONGEST_ADDRESS = 2000;

/** An address that leads out of the project: nothing else that a page can call a link is followed. */
export function isWebAddress(address: string): boolean {
  return address.length <= LONGEST_ADDRESS && /^(?:https?:\/\/|mailto:)[^\s]+$/iu.test(address);
}

const webLink = z.object({
  type: z.literal('link'),
  ...block,
  url: z.string().refine(isWebAddress),
  rel: z.null().catch(null),
  target: z.null().catch(null),
  title: z.null().catch(null),
  children: z.array(leaf).max(MOST_CHILDREN),
});
const inline = z.union([leaf, webLink]);
export type InlineNode = z.infer<typeof inline>;
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

/** Counts in from the outside before anything looks further: what is nested without end is no text. */
function isShallow(value: unknown, left = 4 * MOST_DEPTH): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return left > 0 && Object.values(value).every((part) => isShallow(part, left - 1));
}

/** The editor's state; what Trame does not know of it (colours, fonts, alignments) is left out, an unknown kind of node refused. */
export const writtenText = z.custom<{ root: unknown }>((value) => isShallow(value), 'tooDeep').pipe(z.object({ root }));
export type WrittenText = z.infer<typeof writtenText>;

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
export const writtenTextJson = z.string().max(LONGEST_JSON).transform(readJson).pipe(writtenText);

/** A text as it is stored; null where its form cannot be read any more (its words still can). */
export function parseWrittenText(json: string | null): WrittenText | null {
  const read = json === null ? undefined : writtenText.safeParse(readJson(json));
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
    case 'link':
      return node.children.map(wordsOfInline).join('');
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
export function wordsOf({ root: { children } }: WrittenText): string {
  return children.flatMap(linesOf).join('\n').trim();
}

/** Every run of the text, from the top; of a link to the web its words. */
export function leavesOf(document: WrittenText): LeafNode[] {
  const of = (node: BlockNode | ListItemNode | InlineNode): LeafNode[] => ('children' in node ? node.children.flatMap(of) : [node]);
  return document.root.children.flatMap(of);
}

/** What the text points to, each once, in the text's order. */
export function linksOf(document: WrittenText): TextLink[] {
  const found = leavesOf(document).filter((node) => node.type === 'memo-link');
  return [...new Map(found.map(({ kind, id }) => [`${kind} ${id}`, { kind, id }])).values()];
}

/** The same text where each link to `from` leads to `into`; null when there was none. */
export function relinked(document: WrittenText, kind: LinkKind, from: string, into: string): WrittenText | null {
  // a document is JSON through and through
  const copy = JSON.parse(JSON.stringify(document)) as WrittenText;
  const links = leavesOf(copy).filter((node) => node.type === 'memo-link' && node.kind === kind && node.id === from);
  for (const node of links) if (node.type === 'memo-link') node.id = into;
  return links.length > 0 ? copy : null;
}

const run = (words_: string, bits = 0): LeafNode => ({
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

export function runOf(words_: string, bits = 0): LeafNode {
  return run(words_, bits);
}

export function writtenTextOf(children: BlockNode[]): WrittenText {
  return { root: { type: 'root', ...plainBlock, children } };
}

/** Plain words with a form: one paragraph per line. */
export function writtenTextOfWords(plain: string): WrittenText {
  return writtenTextOf(plain.split(/\r\n|\r|\n/u).map((line) => paragraphOf(line === '' ? [] : [run(line)])));
}
