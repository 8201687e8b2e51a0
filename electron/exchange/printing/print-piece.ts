// One door for everything that a thesis prints: a piece in a format, whichever kind it is. What makes a piece is large: each is loaded when it is asked for.
import { Refusal } from '../../../shared/domain/failure.ts';
import { USUAL_FIGURE } from '../../../shared/domain/figure-options.ts';
import { FORMATS_OF, PAGE_FORMATS, SHEET_FORMATS } from '../../../shared/domain/print.ts';
import type { PageFormat, PieceKind, PieceOf, PrintFormat, PrintPiece, PrintStyle, SheetFormat } from '../../../shared/domain/print.ts';
import type { Scene } from '../../../shared/figure/scene.ts';
import type { Session } from '../../commands/run-command.ts';
import type { PictureFormat } from './formats/picture-file.ts';
import type { PrintedDocument } from './formats/printed-document.ts';
import type { PrintedSheets } from './formats/printed-sheet.ts';
import type { Tell } from './formats/progress.ts';
import { writeDocument } from './formats/write-document.ts';
import { writeSheets } from './formats/write-sheets.ts';

type Project = Session['project'];

/** What a piece says in each family of formats; computed once for all formats of a family. */
interface PrintedPiece {
  readonly document?: () => PrintedDocument;
  readonly sheets?: () => PrintedSheets;
  readonly scene?: () => Scene;
  /** What a picture may take of the page; not given: what it was drawn for. */
  readonly widthCm?: number;
}

type Binding<K extends PieceKind> = (project: Project, piece: PieceOf<K>, style: PrintStyle) => Promise<PrintedPiece>;

const BINDINGS: { readonly [K in PieceKind]: Binding<K> } = {
  matrix: async (...of) => {
    const { matrixDocument, matrixSheets } = await import('./print-matrix.ts');
    return { document: () => matrixDocument(...of), sheets: () => matrixSheets(...of) };
  },
  verbatims: async (...of) => {
    const { verbatimsDocument, verbatimsSheets } = await import('./print-verbatims.ts');
    return { document: () => verbatimsDocument(...of), sheets: () => verbatimsSheets(...of) };
  },
  quoteBook: async (...of) => {
    const { quoteBookDocument, quoteBookSheets } = await import('./print-quote-book.ts');
    return { document: () => quoteBookDocument(...of), sheets: () => quoteBookSheets(...of) };
  },
  codebook: async (...of) => {
    const { codebookDocument, codebookSheets } = await import('./print-codebook.ts');
    return { document: () => codebookDocument(...of), sheets: () => codebookSheets(...of) };
  },
  corpusTable: async (...of) => {
    const { corpusTableDocument, corpusTableSheets } = await import('./print-corpus-table.ts');
    return { document: () => corpusTableDocument(...of), sheets: () => corpusTableSheets(...of) };
  },
  counts: async (...of) => {
    const { countsDocument, countsSheets } = await import('./print-counts.ts');
    return { document: () => countsDocument(...of), sheets: () => countsSheets(...of) };
  },
  monograph: async (...of) => {
    const { monographDocument } = await import('./print-monograph.ts');
    return { document: () => monographDocument(...of) };
  },
  transcript: async (...of) => {
    const { transcriptDocument } = await import('./print-transcript.ts');
    return { document: () => transcriptDocument(...of) };
  },
  dataStructure: async (...of) => {
    const { dataStructureDocument, dataStructureScene } = await import('./print-data-structure.ts');
    return { document: () => dataStructureDocument(...of), scene: () => dataStructureScene(...of) };
  },
  guideMap: async (...of) => {
    const { guideMapDocument, guideMapSheets } = await import('./print-guide-map.ts');
    return { document: () => guideMapDocument(...of), sheets: () => guideMapSheets(...of) };
  },
  saturation: async (...of) => {
    const { saturationDocument, saturationSheets } = await import('./print-saturation.ts');
    return { document: () => saturationDocument(...of), sheets: () => saturationSheets(...of) };
  },
  agreement: async (...of) => {
    const { agreementDocument, agreementSheets } = await import('./print-agreement.ts');
    return { document: () => agreementDocument(...of), sheets: () => agreementSheets(...of) };
  },
  codebookHistory: async (...of) => {
    const { codebookHistoryDocument, codebookHistorySheets } = await import('./print-codebook-history.ts');
    return { document: () => codebookHistoryDocument(...of), sheets: () => codebookHistorySheets(...of) };
  },
  dataProtection: async (...of) => {
    const { dataProtectionDocument } = await import('./print-data-protection.ts');
    return { document: () => dataProtectionDocument(...of) };
  },
  erasureCertificate: async (...of) => {
    const { erasureCertificate } = await import('./print-erasure.ts');
    return { document: () => erasureCertificate(...of) };
  },
  audit: async (...of) => {
    const { auditDocument, auditSheets } = await import('./print-audit.ts');
    return { document: () => auditDocument(...of), sheets: () => auditSheets(...of) };
  },
  figure: async (...of) => {
    const { figureScene } = await import('./print-figure.ts');
    return { scene: () => figureScene(...of), widthCm: (of[1].options ?? USUAL_FIGURE).widthCm };
  },
  memos: async (...of) => {
    const { memosDocument } = await import('./print-memos.ts');
    return { document: () => memosDocument(...of) };
  },
};

const isPage = (format: PrintFormat): format is PageFormat => (PAGE_FORMATS as readonly string[]).includes(format);
const isSheet = (format: PrintFormat): format is SheetFormat => (SHEET_FORMATS as readonly string[]).includes(format);

const isPicture = (format: PrintFormat): format is PictureFormat => format === 'svg' || format === 'png' || format === 'pdf';

/** One piece being written in several formats: what they have in common is made once. */
export class PieceWriter {
  readonly #style: PrintStyle;
  readonly #kind: PieceKind;
  readonly #printed: PrintedPiece;
  #document: PrintedDocument | undefined;
  #sheets: PrintedSheets | undefined;

  private constructor(kind: PieceKind, style: PrintStyle, printed: PrintedPiece) {
    this.#kind = kind;
    this.#style = style;
    this.#printed = printed;
  }

  static async open(project: Project, piece: PrintPiece, style: PrintStyle): Promise<PieceWriter> {
    // each binding is made for its own kind of piece
    const bind = BINDINGS[piece.kind] as Binding<PieceKind>;
    return new PieceWriter(piece.kind, style, await bind(project, piece, style));
  }

  /** Refuses (`file.formatUnknown`) a format that the piece does not come in. */
  async write(format: PrintFormat, tell?: Tell): Promise<Uint8Array> {
    const known = FORMATS_OF[this.#kind];
    const { document, sheets, scene } = this.#printed;
    if (known.includes(format)) {
      if (isPage(format) && document) return writeDocument((this.#document ??= document()), format, tell);
      if (isSheet(format) && sheets) return writeSheets((this.#sheets ??= sheets()), format, tell);
      if (scene && isPicture(format)) return this.#picture(scene(), format);
    }
    throw new Refusal('file.formatUnknown', { format, known });
  }

  async #picture(scene: Scene, format: PictureFormat): Promise<Uint8Array> {
    const { pictureFile } = await import('./formats/picture-file.ts');
    const { widthCm = Number.POSITIVE_INFINITY } = this.#printed;
    return pictureFile(scene, format, { widthCm, title: scene.title ?? '', language: this.#style.language });
  }
}

export async function printPieceAs(project: Project, piece: PrintPiece, style: PrintStyle, format: PrintFormat): Promise<Uint8Array> {
  return (await PieceWriter.open(project, piece, style)).write(format);
}
