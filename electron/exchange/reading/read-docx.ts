// The words of a Word file, in reading order, how they are set, and what was commented and highlighted.
import mammoth from 'mammoth';
import type { DocumentAnnotations } from '../../../shared/domain/document-annotation.ts';
import { unreadable } from '../../../shared/domain/unreadable.ts';
import { TAGS, annotationsOf, colorOf, commentMark, withMarks } from './docx-annotations.ts';
import { DocumentWriter, headingKind, type InlineStyle, type ParagraphKind, PLAIN, type DocumentText } from './document-writer.ts';
import { isMarkup, openContainer, type ZipContainer } from './zip-container.ts';

/** Mammoth takes up to 1.6 kB of memory for each: this many stay near 900 MB, and 250,000 words need fewer. */
const MOST_XML_TAGS = 550_000;

/** Refuses what is no Word file, is protected, damaged or would not fit in memory. `file`: the name a refusal cites. */
export async function readDocx(bytes: Uint8Array, file: string): Promise<DocumentText & { readonly annotations: DocumentAnnotations | null }> {
  const container = openContainer(bytes, file);
  checkParts(container, file);
  try {
    const document = layOut(await documentOf(container));
    return { ...document, annotations: annotationsOf(container, document.text, document.tagged) };
  } catch (cause) {
    // Mammoth's own errors differ by version and say nothing to the user: parts missing, XML not well formed, too deep.
    throw Object.assign(unreadable(file, cause instanceof RangeError ? 'tooDeep' : 'damaged'), { cause });
  }
}

/** The parts are whole, declare no document type (the way to entity bombs) and together have no more tags than memory can take. */
function checkParts(container: ZipContainer, file: string): void {
  if (!container.entries.some(({ name }) => /^word\/document\d*\.xml$/.test(name))) throw unreadable(file, 'notAsNamed');
  let tags = 0;
  for (const part of container.entries.filter(isMarkup)) {
    const content = container.read(part.name) ?? new Uint8Array();
    if (Buffer.from(content.buffer, content.byteOffset, content.length).includes('<!DOCTYPE')) throw unreadable(file, 'damaged');
    for (const byte of content) if (byte === 0x3c) tags += 1;
    if (tags > MOST_XML_TAGS) throw unreadable(file, 'tooLarge');
  }
}

/** Mammoth's document tree, as far as it is read here. */
interface DocxNode {
  readonly type: string;
  readonly children?: readonly DocxNode[];
  readonly value?: string;
  readonly styleId?: string | null;
  readonly styleName?: string | null;
  readonly checked?: boolean;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly numbering?: unknown;
  /** Of a run. */
  readonly highlight?: string | null;
  /** Of a bookmark. */
  readonly name?: string | null;
  /** Of a comment's mark. */
  readonly commentId?: string;
}

interface NoteReference extends DocxNode {
  readonly type: 'noteReference';
  readonly noteType: string;
  readonly noteId: string;
}

interface DocxDocument extends DocxNode {
  readonly notes: { resolve(reference: NoteReference): { readonly body: readonly DocxNode[] } | null };
}

/** The parts as mammoth asks for them; comments are read apart, and one that breaks XML's rules does not cost the text. */
function partsOf(container: ZipContainer): object {
  const exists = (name: string): boolean => container.has(name) && !/comments\d*\.xml$/.test(name);
  const read = async (name: string, encoding?: string): Promise<string | Uint8Array> => {
    const content = container.read(name) ?? new Uint8Array();
    if (encoding === undefined) return content;
    const text = new TextDecoder(encoding).decode(content);
    return /^word\/document\d*\.xml$/.test(name) ? withMarks(text) : text;
  };
  return { exists, read };
}

/** Mammoth hands out its tree on the way to HTML; an empty tree goes on, so that no HTML is made and no picture read. */
async function documentOf(container: ZipContainer): Promise<DocxDocument> {
  const documents: DocxDocument[] = [];
  const transformDocument = (tree: DocxDocument): DocxDocument => {
    documents.push(tree);
    return { ...tree, children: [] };
  };
  // an archive that is open already is taken as well, though its types do not say so
  const input = { file: partsOf(container) } as unknown as { buffer: Buffer };
  await mammoth.convertToHtml(input, { transformDocument, includeEmbeddedStyleMap: false, includeDefaultStyleMap: false });
  const [document] = documents;
  if (!document) throw new Error('mammoth gave no document');
  return document;
}

/** What is being written, and the notes met on the way: each once, whatever refers to it. */
interface Page {
  readonly writer: DocumentWriter;
  readonly notes: Map<string, { readonly number: number; readonly reference: NoteReference }>;
  /** Comments that the document opens and closes. */
  readonly ranged: ReadonlySet<string>;
  /** Tags of the comments that are open where the writing is. */
  readonly open: Set<string>;
}

/** Calls `visit` for every node, parents first. */
function walk(node: DocxNode, visit: (node: DocxNode) => void): void {
  visit(node);
  for (const child of node.children ?? []) walk(child, visit);
}

/** A comment whose other end is lost (in a row deleted since) would go on for ever: it counts as having none. */
function rangedComments(document: DocxNode): Set<string> {
  const opened = new Set<string>();
  const ranged = new Set<string>();
  walk(document, ({ type, name }) => {
    const mark = type === 'bookmarkStart' ? commentMark(name) : null;
    if (mark?.isStart) opened.add(mark.id);
    else if (mark && opened.has(mark.id)) ranged.add(mark.id);
  });
  return ranged;
}

function layOut(document: DocxDocument): DocumentText {
  const page: Page = { writer: new DocumentWriter(), notes: new Map(), ranged: rangedComments(document), open: new Set() };
  writeBlocks(page, document.children ?? []);
  // A note may itself refer to notes: the map grows while it is read.
  for (const { number, reference } of page.notes.values()) {
    page.writer.beginNote(number);
    writeBlocks(page, document.notes.resolve(reference)?.body ?? [], true);
    page.writer.endNote();
  }
  return page.writer.finish();
}

/** @param isNote a note's paragraphs are trimmed, and empty ones left out */
function writeBlocks(page: Page, blocks: readonly DocxNode[], isNote = false): void {
  const { writer } = page;
  for (const block of blocks) {
    if (block.type === 'table') writeRows(page, block.children ?? []);
    else if (block.type === 'bookmarkStart') markComment(page, block);
    else {
      const pointed = pointedComments(page, block);
      for (const tag of pointed) page.open.add(tag);
      writeInline(page, block, PLAIN);
      for (const tag of pointed) page.open.delete(tag);
      if (isNote) writer.endParagraphIfAny();
      else writer.endParagraph(kindOf(block));
    }
  }
}

/** Tags of the comments that only have their mark in this paragraph. */
function pointedComments({ ranged }: Page, paragraph: DocxNode): string[] {
  const tags: string[] = [];
  walk(paragraph, ({ type, commentId }) => {
    if (type === 'commentReference' && commentId !== undefined && !ranged.has(commentId)) tags.push(TAGS.paragraph + commentId);
  });
  return tags;
}

function markComment({ ranged, open }: Page, { name }: DocxNode): void {
  const mark = commentMark(name);
  if (!mark || !ranged.has(mark.id)) return;
  if (mark.isStart) open.add(TAGS.comment + mark.id);
  else open.delete(TAGS.comment + mark.id);
}

function writeRows(page: Page, rows: readonly DocxNode[]): void {
  for (const row of rows) {
    page.writer.beginRow();
    for (const cell of row.children ?? []) {
      page.writer.beginCell();
      writeBlocks(page, cell.children ?? []);
      page.writer.endCell();
    }
    page.writer.endRow();
  }
}

// Word's styles keep their English names in every language; identifiers are translated.
const HEADING_NAME = /^(?:heading (\d)|(title)|(subtitle))$/i;
const HEADING_ID = /^(?:(?:heading|titre)(\d)|(title|titre)|(subtitle|sous-titre))$/i;

function kindOf({ styleName, styleId, numbering }: DocxNode): ParagraphKind {
  const heading = HEADING_NAME.exec(styleName ?? '') ?? HEADING_ID.exec(styleId ?? '');
  if (heading) return headingKind(heading[2] ? 1 : heading[3] ? 2 : Number(heading[1]));
  return numbering ? 'listItem' : 'body';
}

function writeInline(page: Page, node: DocxNode, style: InlineStyle): void {
  const words = (value: string): void => page.writer.text(value, tagged(page, style));
  switch (node.type) {
    case 'text':
      return words((node.value ?? '').replace(/[\r\n]+/g, ' '));
    case 'tab':
      return words('\t');
    case 'break':
      return words('\n');
    case 'checkbox':
      return words(node.checked ? '☒' : '☐');
    case 'noteReference':
      return writeNoteMark(page, node as NoteReference, tagged(page, style));
    case 'bookmarkStart':
      return markComment(page, node);
    default: {
      const inner = node.type === 'run' ? styleOfRun(node) : style;
      for (const child of node.children ?? []) writeInline(page, child, inner);
    }
  }
}

function styleOfRun({ isBold, isItalic, styleName, highlight }: DocxNode): InlineStyle {
  const color = colorOf(highlight);
  const style = { bold: isBold === true || styleName === 'Strong', italic: isItalic === true || styleName === 'Emphasis' };
  return color === null ? style : { ...style, tags: [TAGS.color + color] };
}

function tagged({ open }: Page, style: InlineStyle): InlineStyle {
  return open.size === 0 ? style : { ...style, tags: [...(style.tags ?? []), ...open] };
}

function writeNoteMark({ writer, notes }: Page, reference: NoteReference, style: InlineStyle): void {
  const key = `${reference.noteType} ${reference.noteId}`;
  const known = notes.get(key);
  if (known) writer.text(`[${known.number}]`, style);
  else notes.set(key, { number: writer.noteMark(style), reference });
}
