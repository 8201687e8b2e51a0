// Comments and highlights of a Word file, found by the reader itself: where a comment begins and ends is written into the document as
// bookmarks before it is read, so that its words are the very ones that the text gets, whatever was deleted, moved or tabulated.
import { isPaper } from '../../../shared/domain/document-annotation.ts';
import type { CommentWords, DocumentAnnotations, DocumentComment, DocumentHighlight } from '../../../shared/domain/document-annotation.ts';
import { isInsideSurrogatePair } from '../../../shared/domain/text-offset.ts';
import type { Utf16 } from '../../../shared/domain/text-offset.ts';
import type { TaggedRun } from './rich-text.ts';
import { readXml } from './xml-events.ts';
import type { ZipContainer } from './zip-container.ts';

const WORD_NAMESPACE =
  /xmlns:(\w+)\s*=\s*["']http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|purl\.oclc\.org\/ooxml\/wordprocessingml\/main)["']/;

/** No bookmark that people make has such a name: Word allows no colon. */
const MARK_NAME = /^comment:(Start|End):(.*)$/;

/** What a bookmark says of a comment; null for one of the document's own. */
export function commentMark(bookmark: string | null | undefined): { readonly isStart: boolean; readonly id: string } | null {
  const [, end, id] = MARK_NAME.exec(bookmark ?? '') ?? [];
  return id === undefined ? null : { isStart: end === 'Start', id };
}

/**
 * The document's part with bookmarks where comments begin and end, and shading as the highlight that it looks like. A mark between
 * paragraphs, rows or cells goes to the next paragraph, one among deleted words behind them: no word of the text changes.
 */
export function withMarks(xml: string): string {
  const prefix = WORD_NAMESPACE.exec(xml)?.[1];
  if (prefix === undefined) return xml;
  const shaded = withShadingAsHighlight(xml, prefix);
  return shaded.includes(`<${prefix}:commentRange`) ? withBookmarks(shaded, prefix) : shaded;
}

function withShadingAsHighlight(xml: string, prefix: string): string {
  const shading = new RegExp(`<${prefix}:shd\\b[^>]*?\\b${prefix}:fill\\s*=\\s*["']([0-9A-Fa-f]{6})["'][^>]*>`, 'g');
  return xml
    .replace(shading, (tag, fill: string) => `<${prefix}:highlight ${prefix}:val="#${fill}"${tag.endsWith('/>') ? '/>' : `></${prefix}:highlight>`}`)
    .replaceAll(`</${prefix}:shd>`, '');
}

function withBookmarks(xml: string, prefix: string): string {
  const tags = new RegExp(
    `<${prefix}:commentRange(Start|End)\\b([^>]*)>|</${prefix}:commentRange(?:Start|End)>|<(/?)${prefix}:(p|tbl|tr|tc|del|moveFrom|body)(?=[\\s/>])([^>]*)>`,
    'g',
  );
  const id = new RegExp(`\\b${prefix}:id\\s*=\\s*["']([^"']*)["']`);
  const around: string[] = [];
  let waiting = '';
  const flush = (): string => {
    const marks = waiting;
    waiting = '';
    return marks;
  };
  const isInWords = (): boolean => around.at(-1) === 'p' && !around.includes('del') && !around.includes('moveFrom');
  return xml.replace(tags, (tag, end?: string, attributes?: string, slash?: string, name?: string, rest?: string) => {
    if (end !== undefined) {
      waiting += `<${prefix}:bookmarkStart ${prefix}:name="comment:${end}:${id.exec(attributes ?? '')?.[1] ?? ''}"/>`;
      return isInWords() ? flush() : '';
    }
    if (name === undefined) return '';
    if (slash === '/') {
      const at = around.lastIndexOf(name);
      if (name === 'body') return flush() + tag;
      if (at >= 0) around.length = at;
      return isInWords() ? tag + flush() : tag;
    }
    // a mark of deletion is empty, and so is an empty paragraph
    if (rest?.endsWith('/')) return tag;
    around.push(name);
    return name === 'p' && isInWords() ? tag + flush() : tag;
  });
}

const WORD_COLORS: Readonly<Record<string, string>> = {
  yellow: '#ffff00',
  green: '#00ff00',
  cyan: '#00ffff',
  magenta: '#ff00ff',
  blue: '#0000ff',
  red: '#ff0000',
  darkBlue: '#00008b',
  darkCyan: '#008b8b',
  darkGreen: '#006400',
  darkMagenta: '#800080',
  darkRed: '#8b0000',
  darkYellow: '#808000',
  darkGray: '#808080',
  lightGray: '#d3d3d3',
  black: '#000000',
};

/** `#rrggbb` of a highlight; null for none, white, or a word that Word has not. */
export function colorOf(highlight: string | null | undefined): string | null {
  if (!highlight) return null;
  const color = highlight.startsWith('#') ? highlight.toLowerCase() : WORD_COLORS[highlight];
  return color === undefined || isPaper(color) ? null : color;
}

interface Comment extends CommentWords {
  readonly id: string;
  /** Of its paragraphs: replies name the last one's. */
  readonly paragraphs: readonly string[];
}

/** `YYYY-MM-DDThh:mm:ss` with or without its zone; Word writes the writer's own clock as if it were UTC. */
function timeOf(date: string | undefined): string | null {
  const time = date === undefined || date === '' ? Number.NaN : Date.parse(/(?:Z|[+-]\d\d:\d\d)$/.test(date) ? date : `${date}Z`);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

function readComments(container: ZipContainer): Comment[] {
  const comments: (Comment & { lines: string[]; paragraphs: string[] })[] = [];
  let open: (typeof comments)[number] | null = null;
  let isText = false;
  let deleted = 0;
  const add = (words: string): void => {
    if (open && deleted === 0) open.lines[Math.max(0, open.lines.length - 1)] = (open.lines.at(-1) ?? '') + words;
  };
  for (const content of parts(container, /^word\/comments\d*\.xml$/)) {
    readXml(content, {
      open: (name, { id = '', author = '', date, paraId }) => {
        if (name === 'comment') {
          open = { id, author: author.trim(), at: timeOf(date), text: '', paragraphs: [], lines: [] };
          comments.push(open);
        } else if (name === 'p') {
          open?.lines.push('');
          if (paraId !== undefined) open?.paragraphs.push(paraId);
        } else if (name === 't') isText = true;
        else if (name === 'del') deleted += 1;
        else if (name === 'br' || name === 'cr') add('\n');
        else if (name === 'tab') add('\t');
      },
      close: (name) => {
        if (name === 't') isText = false;
        else if (name === 'del') deleted -= 1;
        else if (name === 'comment') open = null;
      },
      text: (value) => {
        if (isText) add(value);
      },
    });
  }
  return comments.map(({ lines, ...comment }) => ({ ...comment, text: lines.join('\n').trim() }));
}

function* parts(container: ZipContainer, name: RegExp): Generator<Uint8Array> {
  for (const entry of container.entries) {
    const content = name.test(entry.name) ? container.read(entry.name) : null;
    if (content) yield content;
  }
}

/** Comment → the one that it answers. */
function readReplies(container: ZipContainer, comments: readonly Comment[]): Map<string, string> {
  const byParagraph = new Map(comments.flatMap(({ id, paragraphs }) => paragraphs.map((paragraph) => [paragraph, id] as const)));
  const replies = new Map<string, string>();
  for (const content of parts(container, /^word\/commentsExtended\d*\.xml$/)) {
    readXml(content, {
      open: (name, { paraId = '', paraIdParent = '' }) => {
        const [reply, parent] = [byParagraph.get(paraId), byParagraph.get(paraIdParent)];
        if (name === 'commentEx' && reply !== undefined && parent !== undefined && reply !== parent) replies.set(reply, parent);
      },
    });
  }
  return replies;
}

/** Tags of the words under a comment, under one that stands for its whole paragraph, and under a colour. */
export const TAGS = { comment: 'comment ', paragraph: 'paragraph ', color: 'color ' } as const;

/** The stretch without the white space at its ends; null where nothing is left. */
function trimmed(text: string, start: Utf16, end: Utf16): { readonly start: Utf16; readonly end: Utf16 } | null {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  const to = end - (words.length - words.trimEnd().length);
  if (from >= to) return null;
  // a run may end within a character; its stretch does not
  return { start: from - Number(isInsideSurrogatePair(text, from)), end: to + Number(isInsideSurrogatePair(text, to)) };
}

/** What was marked in the text while it was written, as comments and highlights. */
export function annotationsOf(container: ZipContainer, text: string, tagged: readonly TaggedRun[]): DocumentAnnotations | null {
  const all = readComments(container);
  if (all.length === 0 && tagged.length === 0) return null;
  const extents = new Map<string, { start: Utf16; end: Utf16 }>();
  for (const { tag, start, end } of tagged) {
    if (tag.startsWith(TAGS.color)) continue;
    const known = extents.get(tag);
    extents.set(tag, known ? { start: Math.min(known.start, start), end: Math.max(known.end, end) } : { start, end });
  }
  const parents = readReplies(container, all);
  const repliesTo = Map.groupBy(
    all.filter(({ id }) => parents.has(id)),
    ({ id }) => parents.get(id) ?? '',
  );
  const comments: DocumentComment[] = [];
  const unplaced: CommentWords[] = [];
  for (const { id, author, at, text: said } of all) {
    if (parents.has(id)) continue;
    const words = extents.get(TAGS.comment + id);
    const extent = words ?? extents.get(TAGS.paragraph + id);
    const place = extent && trimmed(text, extent.start, extent.end);
    const replies = (repliesTo.get(id) ?? []).map((reply) => ({ author: reply.author, at: reply.at, text: reply.text }));
    if (place) comments.push({ ...place, author, at, text: said, replies, isOnParagraph: words === undefined });
    else unplaced.push({ author, at, text: said });
  }
  return { comments: comments.toSorted((a, b) => a.start - b.start), highlights: highlightsOf(text, tagged), unplaced };
}

/** Stretches of one colour with nothing but white space between them are one. */
function highlightsOf(text: string, tagged: readonly TaggedRun[]): DocumentHighlight[] {
  const found: { color: string; start: Utf16; end: Utf16 }[] = [];
  const last = new Map<string, (typeof found)[number]>();
  for (const { tag, start, end } of tagged.filter(({ tag }) => tag.startsWith(TAGS.color)).toSorted((a, b) => a.start - b.start)) {
    const color = tag.slice(TAGS.color.length);
    const before = last.get(color);
    if (before && text.slice(before.end, start).trim() === '') before.end = Math.max(before.end, end);
    else {
      const stretch = { color, start, end };
      last.set(color, stretch);
      found.push(stretch);
    }
  }
  return found.flatMap(({ color, start, end }) => {
    const place = trimmed(text, start, end);
    return place ? [{ color, ...place }] : [];
  });
}
