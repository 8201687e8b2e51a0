// What can be put in place of an underlined word: the choices of each slot of a piece's sentence, and the piece that each makes.
import { MEMO_KINDS } from '../../shared/domain/memo.ts';
import type { AxisSpec } from '../../shared/domain/matrix.ts';
import { FIGURE_KINDS } from '../../shared/domain/print.ts';
import type { PieceOf, PrintPiece } from '../../shared/domain/print.ts';
import type { Language } from '../../shared/domain/project.ts';
import { axisTitles } from '../../shared/i18n/axes.ts';
import { pieceText } from '../../shared/i18n/piece-sentence.ts';
import type { PieceSlot } from '../../shared/i18n/piece-sentence.ts';
import { printingText } from '../../shared/i18n/printing.ts';
import type { PrintingFrame } from './frame.ts';

export interface SlotOption {
  readonly id: string;
  readonly label: string;
}

export interface WrittenField {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly write: (text: string) => PrintPiece;
}

export type SlotChoice =
  | {
      readonly kind: 'one';
      readonly options: readonly SlotOption[];
      readonly value: string | null;
      readonly choose: (id: string) => PrintPiece;
      readonly field?: WrittenField;
    }
  /** `chosen` null: all. Where `needsOne`, there is no such thing as all, and one stays. */
  | {
      readonly kind: 'many';
      readonly options: readonly SlotOption[];
      readonly chosen: readonly string[] | null;
      readonly needsOne: boolean;
      readonly choose: (ids: readonly string[] | null) => PrintPiece;
    }
  | { readonly kind: 'field'; readonly field: WrittenField };

const MOSTS = [1, 2, 3, 5, 10] as const;
/** The contract compares at most so many cases in one export. */
const MOST_COMPARED = 12;

interface AxisOption extends SlotOption {
  readonly spec: AxisSpec;
}

function axisOptions(frame: PrintingFrame, language: Language): AxisOption[] {
  const titles = axisTitles[language];
  const flat = (kind: 'case' | 'caseGroup' | 'source' | 'sourceKind' | 'participant' | 'coder'): AxisOption => ({
    id: kind,
    label: titles[kind],
    spec: { kind },
  });
  return [
    ...frame.codebook.flatMap(({ id, title }): AxisOption[] => [
      { id: `grid:${id}`, label: title, spec: { kind: 'grid', gridId: id, level: null } },
      { id: `grid:${id}@1`, label: printingText[language].level1(title), spec: { kind: 'grid', gridId: id, level: 1 } },
    ]),
    ...(frame.cases.length > 0 ? [flat('case')] : []),
    ...(frame.groups.length > 0 ? [flat('caseGroup')] : []),
    flat('source'),
    flat('sourceKind'),
    flat('participant'),
    flat('coder'),
    ...frame.attributes.map(({ id, name }): AxisOption => ({ id: `attribute:${id}`, label: name, spec: { kind: 'attribute', attributeId: id } })),
  ];
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function matrixChoice<P extends PieceOf<'matrix'> | PieceOf<'figure'>>(piece: P, frame: PrintingFrame, language: Language): SlotChoice {
  const { titled, untitled } = pieceText[language];
  const current = frame.matrices.find(({ definition }) => isSame(definition, piece.definition));
  const own = current ? [] : [{ id: 'own', label: piece.title === '' ? untitled : titled(piece.title) }];
  return {
    kind: 'one',
    options: [...own, ...frame.matrices.map(({ id, name }) => ({ id, label: name }))],
    value: current?.id ?? 'own',
    choose: (id) => {
      const saved = frame.matrices.find((matrix) => matrix.id === id);
      if (!saved) return piece;
      const next = { ...piece, definition: saved.definition, title: saved.name };
      return next.kind === 'matrix' ? { ...next, compareCaseKeys: null } : next;
    },
    field: { label: printingText[language].matrixTitle, value: piece.title, write: (title) => ({ ...piece, title }) },
  };
}

function oneOf<K extends string>(options: Readonly<Record<K, string>>, value: K, choose: (id: K) => PrintPiece): SlotChoice {
  const ids = Object.keys(options) as K[];
  return {
    kind: 'one',
    options: ids.map((id) => ({ id, label: options[id] })),
    value,
    choose: (id) => choose(ids.find((each) => each === id) ?? value),
  };
}

function yesOrNo(words: (is: boolean) => string, value: boolean, choose: (is: boolean) => PrintPiece): SlotChoice {
  return oneOf({ yes: words(true), no: words(false) }, value ? 'yes' : 'no', (id) => choose(id === 'yes'));
}

function manyOf<Id extends string>(
  options: readonly SlotOption[],
  chosen: readonly Id[] | null,
  choose: (ids: Id[] | null) => PrintPiece,
): SlotChoice {
  // what is chosen comes from these options, and has their kind of id
  return { kind: 'many', options, chosen, needsOne: false, choose: (ids) => choose(ids as Id[] | null) };
}

/** What can be chosen for this slot of this piece; null where the piece has no such slot. */
export function choiceOf(piece: PrintPiece, slot: PieceSlot, frame: PrintingFrame, language: Language): SlotChoice | null {
  const grids = frame.codebook.map(({ id, title }) => ({ id, label: title }));
  if (slot === 'grids' && 'gridIds' in piece) return manyOf(grids, piece.gridIds, (gridIds) => ({ ...piece, gridIds }));
  if (slot === 'where' && 'where' in piece) {
    const { filter: label, filterHint: hint } = printingText[language];
    const write = (text: string): PrintPiece => ({ ...piece, where: text.trim() === '' ? [] : [text] });
    return { kind: 'field', field: { label, hint, value: piece.where[0] ?? '', write } };
  }
  return tableChoice(piece, slot, frame, language) ?? longChoice(piece, slot, frame, language);
}

/** Tables, and figures of them. */
function tableChoice(piece: PrintPiece, slot: PieceSlot, frame: PrintingFrame, language: Language): SlotChoice | null {
  const words = pieceText[language];
  switch (piece.kind) {
    case 'matrix': {
      if (slot === 'matrix') return matrixChoice(piece, frame, language);
      if (slot === 'shape') return oneOf(words.shape, piece.shape, (shape) => ({ ...piece, shape }));
      if (slot === 'repeats') return yesOrNo(words.repeats, piece.repeatsQuoted === true, (repeatsQuoted) => ({ ...piece, repeatsQuoted }));
      if (slot !== 'compare') return null;
      const keys = frame.cases.slice(0, MOST_COMPARED).map(({ id }) => `case:${id}`);
      return yesOrNo(words.compares, piece.compareCaseKeys !== null, (is) => ({ ...piece, compareCaseKeys: is && keys.length > 1 ? keys : null }));
    }
    case 'figure':
      if (slot === 'matrix') return matrixChoice(piece, frame, language);
      return slot === 'figure'
        ? {
            kind: 'one',
            options: FIGURE_KINDS.map((id) => ({ id, label: words.figures[id] })),
            value: piece.figure,
            choose: (id) => ({ ...piece, figure: FIGURE_KINDS.find((each) => each === id) ?? piece.figure }),
          }
        : null;
    case 'verbatims':
      return slot === 'most'
        ? {
            kind: 'one',
            options: [{ id: 'all', label: words.most(null) }, ...MOSTS.map((most) => ({ id: String(most), label: words.most(most) }))],
            value: piece.most === null ? 'all' : String(piece.most),
            choose: (id) => ({ ...piece, most: id === 'all' ? null : Number(id) }),
          }
        : null;
    case 'quoteBook':
      return slot === 'by' ? oneOf(words.by, piece.by, (by) => ({ ...piece, by })) : null;
    case 'codebook':
      if (slot === 'examples') return yesOrNo(words.examples, piece.withExamples, (withExamples) => ({ ...piece, withExamples }));
      return slot === 'counts' ? yesOrNo(words.counts, piece.withCounts, (withCounts) => ({ ...piece, withCounts })) : null;
    case 'counts':
      return countsChoice(piece, slot, frame, language);
    default:
      return null;
  }
}

/** What is read rather than looked up, and what tells of the work. */
function longChoice(piece: PrintPiece, slot: PieceSlot, frame: PrintingFrame, language: Language): SlotChoice | null {
  const words = pieceText[language];
  switch (piece.kind) {
    case 'monograph':
      return slot === 'cases'
        ? manyOf(
            frame.cases.map(({ id, name }) => ({ id, label: name })),
            piece.caseIds,
            (caseIds) => ({ ...piece, caseIds }),
          )
        : null;
    case 'transcript':
      if (slot === 'sources')
        return manyOf(
          frame.sources.map(({ id, name }) => ({ id, label: name })),
          piece.sourceIds,
          (sourceIds) => ({ ...piece, sourceIds }),
        );
      return slot === 'coders'
        ? manyOf(
            frame.coders.map(({ id, name }) => ({ id, label: name })),
            piece.coderIds,
            (coderIds) => ({ ...piece, coderIds }),
          )
        : null;
    case 'dataStructure':
      return slot === 'grid'
        ? {
            kind: 'one',
            options: frame.codebook.map(({ id, title }) => ({ id, label: title })),
            value: piece.gridId,
            choose: (id) => ({ ...piece, gridId: frame.codebook.find((grid) => grid.id === id)?.id ?? piece.gridId }),
          }
        : null;
    case 'guideMap':
      return slot === 'guide'
        ? {
            kind: 'one',
            options: [{ id: 'all', label: words.allGuides }, ...frame.guides.map(({ id, title }) => ({ id, label: title }))],
            value: piece.guideId ?? 'all',
            choose: (id) => ({ ...piece, guideId: frame.guides.find((guide) => guide.id === id)?.id ?? null }),
          }
        : null;
    case 'saturation':
      return slot === 'order' ? oneOf(words.order, piece.order, (order) => ({ ...piece, order })) : null;
    case 'agreement':
      return slot === 'unit' ? oneOf(words.units, piece.unit, (unit) => ({ ...piece, unit })) : null;
    case 'memos':
      return slot === 'memoKinds'
        ? manyOf(
            MEMO_KINDS.map((id) => ({ id, label: words.memoKinds[id] })),
            piece.kinds,
            (kinds) => ({ ...piece, kinds }),
          )
        : null;
    default:
      return null;
  }
}

function countsChoice(piece: PieceOf<'counts'>, slot: PieceSlot, frame: PrintingFrame, language: Language): SlotChoice | null {
  const { measures } = pieceText[language];
  if (slot === 'measures') {
    const known = Object.keys(measures) as PieceOf<'counts'>['measures'];
    return {
      kind: 'many',
      options: known.map((id) => ({ id, label: measures[id] })),
      chosen: piece.measures,
      needsOne: true,
      choose: (ids) => ({ ...piece, measures: known.filter((each) => ids === null || ids.includes(each)) }),
    };
  }
  if (slot !== 'rows' && slot !== 'columns') return null;
  const options = axisOptions(frame, language);
  return {
    kind: 'one',
    options,
    value: options.find(({ spec }) => isSame(spec, piece[slot]))?.id ?? null,
    choose: (id) => ({ ...piece, [slot]: options.find((option) => option.id === id)?.spec ?? piece[slot] }),
  };
}

/** The chosen ids after one was ticked or unticked: null where all are, and never none. */
export function afterTick(choice: SlotChoice & { kind: 'many' }, id: string): readonly string[] | null {
  const { options, chosen, needsOne } = choice;
  const next = options.map((option) => option.id).filter((each) => (chosen === null || chosen.includes(each)) !== (each === id));
  if (next.length === 0) return chosen;
  return next.length === options.length && !needsOne ? null : next;
}
