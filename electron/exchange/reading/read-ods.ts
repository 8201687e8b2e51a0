// The first table of an OpenDocument spreadsheet (LibreOffice Calc) that holds anything, as rows of text.
import { unreadable } from '../../../shared/domain/unreadable.ts';
import { openOdf } from './odf-container.ts';
import { readXml, TooDeepError } from './xml-events.ts';

const MIME_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';
/** A cell or row may say that it stands for any number of equal ones. */
const MOST_CELLS = 2_000_000;
const SKIPPED = new Set(['office:annotation', 'text:note', 'draw:frame', 'table:shapes', 'svg:title', 'svg:desc']);

/** Rows without trailing empty cells or rows; refuses what is no spreadsheet, is protected, damaged or too large. */
export function readOds(bytes: Uint8Array, file: string): string[][] {
  const content = openOdf(bytes, file, MIME_TYPE).read('content.xml') ?? new Uint8Array();
  const reader = new OdsReader(file);
  try {
    return reader.read(content);
  } catch (cause) {
    if (reader.isTooLarge) throw unreadable(file, 'tooLarge');
    throw Object.assign(unreadable(file, cause instanceof TooDeepError ? 'tooDeep' : 'damaged'), { cause });
  }
}

interface OpenCell {
  readonly repeat: number;
  /** What the cell means, where that is not what it shows: a number or a date as programs write them. */
  readonly value: string | null;
  readonly paragraphs: string[];
}

class OdsReader {
  readonly #file: string;
  /** Later tables are read only while those before were empty. */
  #isRead = false;
  #rows: string[][] = [];
  /** Empty rows and cells count only if something follows them. */
  #emptyRows = 0;
  #row: string[] | null = null;
  #emptyCells = 0;
  #rowRepeat = 1;
  #cell: OpenCell | null = null;
  #inParagraph = false;
  #skipDepth = 0;
  #cells = 0;
  isTooLarge = false;

  constructor(file: string) {
    this.#file = file;
  }

  read(content: Uint8Array): string[][] {
    readXml(content, {
      open: (name, attributes) => {
        if (this.#skipDepth > 0 || SKIPPED.has(name)) this.#skipDepth += 1;
        else this.#open(name, attributes);
      },
      close: (name) => {
        if (this.#skipDepth > 0) this.#skipDepth -= 1;
        else this.#close(name);
      },
      text: (value) => {
        if (this.#inParagraph && this.#skipDepth === 0) this.#write(value.replace(/[ \t\r\n]+/g, ' '));
      },
    });
    return this.#rows;
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'table:table') {
      this.#isRead = this.#rows.length === 0;
      this.#emptyRows = 0;
    } else if (name === 'table:table-row' && this.#isRead) {
      this.#row = [];
      this.#emptyCells = 0;
      this.#rowRepeat = repeatOf(attributes['table:number-rows-repeated']);
    } else if ((name === 'table:table-cell' || name === 'table:covered-table-cell') && this.#row) {
      this.#cell = { repeat: repeatOf(attributes['table:number-columns-repeated']), value: valueOf(attributes), paragraphs: [] };
    } else if (name === 'text:p' && this.#cell) {
      this.#cell.paragraphs.push('');
      this.#inParagraph = true;
    } else if (name === 'text:s') this.#write(' ');
    else if (name === 'text:tab') this.#write('\t');
    else if (name === 'text:line-break') this.#write('\n');
  }

  #close(name: string): void {
    if (name === 'text:p') this.#inParagraph = false;
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') this.#closeCell();
    else if (name === 'table:table-row') this.#closeRow();
  }

  #write(words: string): void {
    const paragraphs = this.#cell?.paragraphs;
    if (this.#inParagraph && paragraphs) paragraphs.push((paragraphs.pop() ?? '') + words);
  }

  #closeCell(): void {
    const cell = this.#cell;
    if (!cell || !this.#row) return;
    this.#cell = null;
    const text = cell.value ?? cell.paragraphs.join('\n').trim();
    if (text === '') this.#emptyCells += cell.repeat;
    else {
      this.#count(this.#emptyCells + cell.repeat);
      for (; this.#emptyCells > 0; this.#emptyCells -= 1) this.#row.push('');
      for (let index = 0; index < cell.repeat; index += 1) this.#row.push(text);
    }
  }

  #closeRow(): void {
    const row = this.#row;
    this.#row = null;
    if (!row) return;
    if (row.length === 0) this.#emptyRows += this.#rowRepeat;
    else {
      this.#count(this.#emptyRows + (this.#rowRepeat - 1) * row.length);
      for (; this.#emptyRows > 0; this.#emptyRows -= 1) this.#rows.push([]);
      for (let index = 0; index < this.#rowRepeat; index += 1) this.#rows.push([...row]);
    }
  }

  #count(cells: number): void {
    this.#cells += cells;
    this.isTooLarge = this.#cells > MOST_CELLS;
    if (this.isTooLarge) throw unreadable(this.#file, 'tooLarge');
  }
}

function repeatOf(attribute: string | undefined): number {
  return Math.max(1, Math.trunc(Number(attribute)) || 1);
}

function valueOf(attributes: Readonly<Record<string, string>>): string | null {
  switch (attributes['office:value-type']) {
    case 'float':
      return attributes['office:value'] ?? null;
    case 'date':
      return attributes['office:date-value']?.replace(/T00:00:00(?:\.0+)?$/, '') ?? null;
    default:
      return null;
  }
}
