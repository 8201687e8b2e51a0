// Random printed documents in which every word is told from every other, and where each of them should be found again.
import { passageReference, plainColumns } from '../../electron/exchange/printing/formats/document-words.ts';
import type {
  CellBlock,
  Inline,
  ParagraphStyle,
  PrintedBlock,
  PrintedDocument,
  TableBlock,
  TableRow,
} from '../../electron/exchange/printing/formats/printed-document.ts';
import { PARAGRAPH_STYLES } from '../../electron/exchange/printing/formats/printed-document.ts';
import type { MatrixHeader } from '../../shared/domain/matrix.ts';
import { aFigure } from './figures.ts';
import { aMatrixTable } from './matrix-table.ts';
import { chance } from './seeded.ts';
import type { Chance } from './seeded.ts';

export interface KnownDocument {
  readonly document: PrintedDocument;
  /** Words of each paragraph in their order; all of them are printed once. */
  readonly paragraphs: readonly (readonly number[])[];
  /** Words of headers and labels, printed once or again with each part of a table. */
  readonly repeated: readonly number[];
  /** Names under which a passage is found. */
  readonly bookmarks: readonly string[];
}

/** What stands beside words in interviews and breaks formats. */
const NEIGHBOURS = [
  '',
  '',
  '',
  ' ',
  ' & ',
  ' < ',
  ' > ',
  ' \\ ',
  ' { ',
  ' } ',
  ' | ',
  ' « ',
  ' »',
  ' 😀 ',
  ' # ',
  ' % ',
  ' $ ',
  ' _ ',
  ' ^ ',
  ' ~ ',
  ' * ',
  ' ` ',
  ' " ',
  " ' ",
  ' 1. ',
  ' - ',
];

class Maker {
  readonly paragraphs: number[][] = [];
  readonly repeated: number[] = [];
  readonly bookmarks: string[] = [];
  readonly #of: Chance;
  #next = 0;

  constructor(of: Chance) {
    this.#of = of;
  }

  #word(into: number[]): string {
    this.#next += 1;
    into.push(this.#next);
    return `mot${this.#next}z`;
  }

  #text(into: number[], most = 12): string {
    return Array.from({ length: this.#of.between(1, most) }, () => `${this.#of.pick(NEIGHBOURS)}${this.#word(into)}`).join(' ');
  }

  #once(): number[] {
    const words: number[] = [];
    this.paragraphs.push(words);
    return words;
  }

  label(): string {
    return this.#text(this.repeated, 2);
  }

  line(): string {
    return this.#text(this.#once(), 4);
  }

  inlines(): Inline[] {
    const words = this.#once();
    return Array.from({ length: this.#of.between(1, 5) }, (): Inline => {
      const text = (): Inline => ({
        kind: 'text',
        text: this.#text(words),
        bold: this.#of.below(4) === 0,
        italic: this.#of.below(4) === 0,
        underline: this.#of.below(6) === 0,
        ...(this.#of.below(4) === 0 ? { role: this.#of.pick(['reference', 'contrast', 'remark'] as const) } : {}),
      });
      switch (this.#of.below(8)) {
        case 0:
          return { kind: 'break' };
        case 1:
          return { kind: 'swatch', color: this.#of.pick(['#336699', '#aa3300']) };
        case 2:
          return { kind: 'link', to: 'https://example.org/?a=1&b=<2>', inlines: [text()] };
        case 3: {
          const id = `00000000-0000-4000-8000-${String(this.#next).padStart(12, '0')}`;
          this.bookmarks.push(`p_${id.replaceAll('-', '')}`);
          return passageReference(this.#text(words, 3), id, 'projet');
        }
        default:
          return text();
      }
    });
  }

  paragraph(style: ParagraphStyle): CellBlock {
    return { kind: 'paragraph', style, inlines: this.inlines(), ...(this.#of.below(5) === 0 ? { indent: this.#of.between(1, 3) } : {}) };
  }

  cellBlock(depth = 0): CellBlock {
    const what = this.#of.below(10);
    if (what === 0) return { kind: 'quote', inlines: this.inlines() };
    if (what === 1 && depth < 2) {
      const items = Array.from({ length: this.#of.between(1, 3) }, () =>
        Array.from({ length: this.#of.between(1, 2) }, () => this.cellBlock(depth + 1)),
      );
      return { kind: 'list', start: this.#of.pick([null, 1, 4]), items };
    }
    return this.paragraph(this.#of.pick(PARAGRAPH_STYLES));
  }

  /** Some of its cells go on from the row above, where there is one in the same band. */
  row(columns: number, hasLabels: boolean, isFirst: boolean): TableRow {
    const band = this.#of.below(4) === 0 ? this.label() : null;
    const continues = Array.from({ length: columns }, (_, at) => at).filter(() => !isFirst && band === null && this.#of.below(6) === 0);
    const blocks = (): CellBlock[] => Array.from({ length: this.#of.below(5) === 0 ? 6 : this.#of.below(3) }, () => this.cellBlock());
    return {
      band,
      label: hasLabels ? [{ kind: 'paragraph', style: 'rowHeader', inlines: [{ kind: 'text', text: this.label() }] }] : [],
      cells: Array.from({ length: columns }, (_, at) => (continues.includes(at) ? [] : blocks())),
      continues,
      isShaded: this.#of.below(5) === 0,
    };
  }

  table(): TableBlock {
    const count = this.#of.between(1, 8);
    const isNested = this.#of.below(3) === 0;
    const groups = Array.from({ length: isNested ? Math.ceil(count / 2) : 0 }, () => this.label());
    const columns: MatrixHeader[] = plainColumns(Array.from({ length: count }, () => this.label())).map((column, at) =>
      isNested ? { ...column, path: [groups[Math.floor(at / 2)] ?? '', column.label] } : column,
    );
    const hasLabels = this.#of.below(4) > 0;
    return {
      kind: 'table',
      title: this.#of.below(5) > 0 ? this.label() : null,
      lead: this.#of.below(4) === 0 ? [{ kind: 'paragraph', style: 'note', inlines: this.inlines() }] : [],
      rowAxis: hasLabels ? this.label() : null,
      columnAxis: this.#of.below(2) === 0 ? this.label() : null,
      columns,
      rows: Array.from({ length: this.#of.between(0, 5) }, (_, line) => this.row(columns.length, hasLabels, line === 0)),
      note: this.#of.below(2) === 0 ? this.line() : null,
      source: this.#of.below(2) === 0 ? this.line() : null,
      widths: 'even',
      fits: { upright: 3, across: 6 },
    };
  }

  block(): PrintedBlock {
    switch (this.#of.below(10)) {
      case 0:
        return { kind: 'heading', level: this.#of.pick([1, 2, 3] as const), inlines: [{ kind: 'text', text: this.label() }] };
      case 1:
        return { kind: 'pageBreak' };
      case 2: {
        const scene = aFigure('bubble', aMatrixTable({ rows: 2, families: 2 }));
        return { kind: 'figure', scene, title: this.label(), note: this.line(), source: null };
      }
      case 3:
        return { kind: 'contents', of: this.#of.pick(['headings', 'tables', 'figures'] as const), title: this.line() };
      case 4:
      case 5:
      case 6:
        return this.table();
      default:
        return this.cellBlock();
    }
  }
}

export function aRandomDocument(seed: number): KnownDocument {
  const of = chance(seed);
  const maker = new Maker(of);
  const sections = Array.from({ length: of.between(1, 3) }, () => ({
    page: of.pick(['upright', 'across', 'asNeeded'] as const),
    blocks: Array.from({ length: of.between(0, 5) }, () => maker.block()),
  }));
  const document: PrintedDocument = {
    title: 'Annexes & <tableaux>',
    author: 'Zoë',
    language: of.pick(['fr', 'en'] as const),
    note: maker.line(),
    sections,
  };
  return { document, paragraphs: maker.paragraphs, repeated: maker.repeated, bookmarks: maker.bookmarks };
}
