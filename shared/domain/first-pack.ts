// The thesis pack before anybody has chosen anything: which pieces a study can print, each as it is at first.
import { USUAL_AGREEMENT } from './agreement.ts';
import type { GridId } from './ids.ts';
import type { MatrixDefinition } from './matrix.ts';
import { FORMATS_OF } from './print.ts';
import type { PieceKind, PrintFormat, PrintPiece } from './print.ts';

/** What of a study says which pieces it can print. */
export interface PrintableStudy {
  readonly codebook: readonly { readonly id: GridId }[];
  readonly cases: readonly unknown[];
  readonly sources: readonly unknown[];
  readonly guides: readonly unknown[];
  readonly coders: readonly unknown[];
  readonly matrices: readonly { readonly name: string; readonly definition: MatrixDefinition }[];
}

/** In the order in which a thesis has them: who was met, by what they were read, what came of it, how it was done. */
export const PACK_ORDER: readonly PieceKind[] = [
  'corpusTable',
  'guideMap',
  'codebook',
  'dataStructure',
  'matrix',
  'figure',
  'monograph',
  'verbatims',
  'counts',
  'saturation',
  'agreement',
  'codebookHistory',
  'audit',
  'dataProtection',
  'quoteBook',
  'memos',
  'transcript',
];

/** Left out unless asked for: long, or the researcher's own. */
export const BULKY: ReadonlySet<PieceKind> = new Set(['quoteBook', 'memos', 'transcript', 'figure']);

/** A definition for whoever has no saved matrix: the first grid by case. */
function firstDefinition(frame: PrintableStudy): MatrixDefinition | null {
  const [saved] = frame.matrices;
  if (saved) return saved.definition;
  const [grid] = frame.codebook;
  if (!grid) return null;
  return {
    rows: [{ kind: 'grid', gridId: grid.id, level: null }],
    columns: [{ kind: frame.cases.length > 0 ? 'case' : 'source' }],
    join: { kind: 'overlap' },
    coderIds: null,
    contents: ['synthesis', 'passages'],
    hidesEmpty: true,
  };
}

/** A piece of this kind as it is at first; null where the project has nothing that it could be of. */
export function newPiece(kind: PieceKind, frame: PrintableStudy): PrintPiece | null {
  const [grid] = frame.codebook;
  const definition = firstDefinition(frame);
  const title = frame.matrices[0]?.name ?? '';
  switch (kind) {
    case 'matrix':
      return definition && { kind, definition, title, compareCaseKeys: null, shape: 'whole' };
    case 'figure':
      return definition && { kind, figure: 'heat', definition, title };
    case 'verbatims':
      return grid ? { kind, gridIds: null, categoryIds: null, most: 3, where: [] } : null;
    case 'quoteBook':
      return grid ? { kind, by: 'category', gridIds: null, where: [] } : null;
    case 'codebook':
      return grid ? { kind, gridIds: null, withExamples: true, withCounts: true } : null;
    case 'corpusTable':
    case 'audit':
    case 'dataProtection':
      return { kind };
    // made of one erasure, from where it is done
    case 'erasureCertificate':
      return null;
    case 'monograph':
      return frame.cases.length > 0 ? { kind, caseIds: null, gridIds: null } : null;
    case 'counts':
      return grid
        ? {
            kind,
            rows: { kind: 'grid', gridId: grid.id, level: null },
            columns: { kind: frame.cases.length > 0 ? 'case' : 'source' },
            measures: ['presence', 'passages'],
          }
        : null;
    case 'transcript':
      return frame.sources.length > 0 ? { kind, sourceIds: null, coderIds: null, gridIds: null } : null;
    case 'dataStructure':
      return grid ? { kind, gridId: grid.id } : null;
    case 'guideMap':
      return frame.guides.length > 0 ? { kind, guideId: null } : null;
    case 'saturation':
      return grid ? { kind, gridIds: null, order: 'date' } : null;
    case 'agreement':
      return frame.coders.length > 1 ? { kind, ...USUAL_AGREEMENT } : null;
    case 'codebookHistory':
      return grid ? { kind, gridIds: null } : null;
    case 'memos':
      return { kind, kinds: null };
  }
}

/** What a piece is written as unless somebody says otherwise. */
export function firstFormats(kind: PieceKind): PrintFormat[] {
  return FORMATS_OF[kind].includes('docx') ? ['docx'] : ['svg', 'png'];
}
