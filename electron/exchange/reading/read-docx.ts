// The words of a Word file, in reading order, and how they are set.
import mammoth from 'mammoth';
import { unreadable } from '../../../shared/domain/unreadable.ts';
import { DocumentWriter, headingKind, type InlineStyle, type ParagraphKind, PLAIN, type DocumentText } from './document-writer.ts';
import { isMarkup, openContainer, type ZipContainer } from './zip-container.ts';

/** Mammoth takes up to 1.6 kB of memory for each: this many stay near 900 MB, and 250,000 words need fewer. */
const MOST_XML_TAGS = 550_000;

/** Refuses what is no Word file, is protected, damaged or would not fit in memory. `file`: the name a refusal cites. */
export async function readDocx(bytes: Uint8Array, file: string): Promise<DocumentText> {
  checkParts(openContainer(bytes, file), file);
  try {
    return layOut(await documentOf(bytes));
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
}

interface NoteReference extends DocxNode {
  readonly type: 'noteReference';
  readonly noteType: string;
  readonly noteId: string;
}

interface DocxDocument extends DocxNode {
  readonly notes: { resolve(reference: NoteReference): { readonly body: readonly DocxNode[] } | null };
}

/** Mammoth hands out its tree on the way to HTML; an empty tree goes on, so that no HTML is made and no picture read. */
async function documentOf(bytes: Uint8Array): Promise<DocxDocument> {
  const documents: DocxDocument[] = [];
  const transformDocument = (tree: DocxDocument): DocxDocument => {
    documents.push(tree);
    return { ...tree, children: [] };
  };
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  await mammoth.convertToHtml({ buffer }, { transformDocument, includeEmbeddedStyleMap: false, includeDefaultStyleMap: false });
  const [document] = documents;
  if (!document) throw new Error('mammoth gave no document');
  return document;
}

/** What is being written, and the notes met on the way: each once, whatever refers to it. */
interface Page {
  readonly writer: DocumentWriter;
  readonly notes: Map<string, { readonly number: number; readonly reference: NoteReference }>;
}

function layOut(document: DocxDocument): DocumentText {
  const page: Page = { writer: new DocumentWriter(), notes: new Map() };
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
    else {
      writeInline(page, block, PLAIN);
      if (isNote) writer.endParagraphIfAny();
      else writer.endParagraph(kindOf(block));
    }
  }
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
  const { writer } = page;
  switch (node.type) {
    case 'text':
      return writer.text((node.value ?? '').replace(/[\r\n]+/g, ' '), style);
    case 'tab':
      return writer.text('\t', style);
    case 'break':
      return writer.text('\n', style);
    case 'checkbox':
      return writer.text(node.checked ? '☒' : '☐', style);
    case 'noteReference':
      return writeNoteMark(page, node as NoteReference, style);
    default: {
      const inner = node.type === 'run' ? styleOfRun(node) : style;
      for (const child of node.children ?? []) writeInline(page, child, inner);
    }
  }
}

function styleOfRun({ isBold, isItalic, styleName }: DocxNode): InlineStyle {
  return { bold: isBold === true || styleName === 'Strong', italic: isItalic === true || styleName === 'Emphasis' };
}

function writeNoteMark({ writer, notes }: Page, reference: NoteReference, style: InlineStyle): void {
  const key = `${reference.noteType} ${reference.noteId}`;
  const known = notes.get(key);
  if (known) writer.text(`[${known.number}]`, style);
  else notes.set(key, { number: writer.noteMark(style), reference });
}
