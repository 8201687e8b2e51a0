// The words of a Word file, in reading order: one line per paragraph, a table's cells separated by tabs, notes at the end.
import mammoth from 'mammoth';
import type { Utf16 } from '../../shared/domain/text-offset.ts';
import { unreadable } from '../../shared/domain/unreadable.ts';
import { readZipDirectory, readZipEntry, type ZipEntry, ZipError } from './zip-directory.ts';

export interface DocxText {
  readonly text: string;
  /** Offsets in `text` of the lines nobody says: headings and notes. */
  readonly unspokenLines: ReadonlySet<Utf16>;
}

const MB = 1_000_000;
const MOST_INFLATED_BYTES = 200 * MB;
const MOST_ENTRIES = 10_000;
/** XML of prose inflates about 10 to 30 times; small parts may do what they like. */
const MOST_INFLATION = 150;
const SMALL_PART_BYTES = 10 * MB;
/** Mammoth takes up to 1.6 kB of memory for each: this many stay near 1.3 GB, and 400,000 words need fewer. */
const MOST_XML_TAGS = 800_000;

/** Refuses what is no Word file, is protected, damaged or would not fit in memory. `file`: the name a refusal cites. */
export async function readDocx(bytes: Uint8Array, file: string): Promise<DocxText> {
  checkContainer(bytes, file);
  try {
    return layOut(await documentOf(bytes));
  } catch (cause) {
    // Mammoth's own errors differ by version and say nothing to the user: parts missing, XML not well formed, too deep.
    throw Object.assign(unreadable(file, 'damaged'), { cause });
  }
}

/** Everything that can be known without building the document. */
function checkContainer(bytes: Uint8Array, file: string): void {
  const magic = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 8)).toString('latin1');
  if (magic.startsWith('\xd0\xcf\x11\xe0')) throw unreadable(file, isEncryptedPackage(bytes) ? 'encryptedDocx' : 'notDocx');
  if (!magic.startsWith('PK\x03\x04')) throw unreadable(file, 'notDocx');
  try {
    const entries = readZipDirectory(bytes);
    if (!entries.some(({ name }) => /^word\/document\d*\.xml$/.test(name))) throw unreadable(file, 'notDocx');
    if (entries.some(({ isEncrypted }) => isEncrypted)) throw unreadable(file, 'encryptedDocx');
    checkSizes(entries, file);
    checkParts(bytes, entries.filter(isXml), file);
  } catch (error) {
    throw error instanceof ZipError ? unreadable(file, 'damaged') : error;
  }
}

function isXml({ name }: ZipEntry): boolean {
  return /\.(?:xml|rels)$/i.test(name);
}

/** Word keeps a protected file in an OLE container, in a stream of this name. */
function isEncryptedPackage(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

function checkSizes(entries: readonly ZipEntry[], file: string): void {
  const inflated = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  const isBomb = entries.some((entry) => isXml(entry) && entry.bytes > SMALL_PART_BYTES && entry.bytes > MOST_INFLATION * entry.packedBytes);
  if (isBomb || inflated > MOST_INFLATED_BYTES || entries.length > MOST_ENTRIES) throw unreadable(file, 'zipBomb');
}

/** The parts are whole, declare no document type (the way to entity bombs) and together have no more tags than memory can take. */
function checkParts(bytes: Uint8Array, parts: readonly ZipEntry[], file: string): void {
  let tags = 0;
  for (const part of parts) {
    const content = readZipEntry(bytes, part);
    if (Buffer.from(content.buffer, content.byteOffset, content.length).includes('<!DOCTYPE')) throw new ZipError('document type');
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
}

interface NoteReference extends DocxNode {
  readonly type: 'noteReference';
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

/** Lines written so far, and the notes met on the way, in order. */
interface Page {
  lines: string[];
  length: Utf16;
  readonly unspoken: Set<Utf16>;
  readonly notes: NoteReference[];
}

function layOut(document: DocxDocument): DocxText {
  const page: Page = { lines: [], length: 0, unspoken: new Set(), notes: [] };
  writeBlocks(page, document.children ?? []);
  // A note may itself hold references: the list grows while it is read.
  for (let index = 0; index < page.notes.length; index += 1) {
    const reference = page.notes[index];
    const body = reference ? (document.notes.resolve(reference)?.body ?? []) : [];
    const words = body.map((block) => blockText(page, block).trim()).filter((text) => text !== '');
    write(page, `[${index + 1}] ${words.join('\n')}`, true);
  }
  return { text: page.lines.join(''), unspokenLines: page.unspoken };
}

function writeBlocks(page: Page, blocks: readonly DocxNode[]): void {
  for (const block of blocks) write(page, blockText(page, block), isHeading(block));
}

function write(page: Page, text: string, isUnspoken: boolean): void {
  for (const line of text.split('\n')) {
    if (isUnspoken) page.unspoken.add(page.length);
    page.lines.push(`${line}\n`);
    page.length += line.length + 1;
  }
}

// Word's styles keep their English names in every language; identifiers are translated.
function isHeading({ styleName, styleId }: DocxNode): boolean {
  return (
    /^(?:heading \d|title|subtitle)$/i.test(styleName ?? '') || /^(?:heading|titre)\d$|^(?:title|titre|subtitle|sous-titre)$/i.test(styleId ?? '')
  );
}

function blockText(page: Page, block: DocxNode): string {
  return block.type === 'table' ? (block.children ?? []).map((row) => rowText(page, row)).join('\n') : inlineText(page, block);
}

/** Cells separated by tabs. Only the last may keep its paragraphs: a line break inside another would tear the row. */
function rowText(page: Page, row: DocxNode): string {
  const cells = (row.children ?? []).map((cell) => (cell.children ?? []).map((block) => blockText(page, block)).join('\n'));
  return cells.map((cell, index) => (index < cells.length - 1 ? cell.trim().replace(/\s*\n\s*/g, ' ') : cell.trimEnd())).join('\t');
}

function inlineText(page: Page, node: DocxNode): string {
  switch (node.type) {
    case 'text':
      return (node.value ?? '').replace(/[\r\n]+/g, ' ');
    case 'tab':
      return '\t';
    case 'break':
      return '\n';
    case 'checkbox':
      return node.checked ? '☒' : '☐';
    case 'noteReference':
      return `[${page.notes.push(node as NoteReference)}]`;
    default:
      return (node.children ?? []).map((child) => inlineText(page, child)).join('');
  }
}
