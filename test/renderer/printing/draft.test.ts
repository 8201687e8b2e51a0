// The pack while it is being put together: pieces ticked, set, added, taken off; and what each underlined word can become.
import { describe, expect, it } from 'vitest';
import { draftOf, filesIn, newPack, packOf, toggled, withOrder, withPiece, withoutOrder } from '../../../renderer/printing/draft.ts';
import type { PackDraft } from '../../../renderer/printing/draft.ts';
import { namesOf } from '../../../renderer/printing/frame.ts';
import type { PrintingFrame } from '../../../renderer/printing/frame.ts';
import { styleIn } from '../../../renderer/printing/kept-style.ts';
import { afterTick, choiceOf } from '../../../renderer/printing/slots.ts';
import type { SlotChoice } from '../../../renderer/printing/slots.ts';
import { FORMATS_OF, printPack } from '../../../shared/domain/print.ts';
import type { PrintPiece } from '../../../shared/domain/print.ts';
import { pieceSentence } from '../../../shared/i18n/piece-sentence.ts';

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const definition = {
  rows: [{ kind: 'grid', gridId: id(1), level: null }],
  columns: [{ kind: 'case' }],
  join: { kind: 'overlap' },
  coderIds: null,
  contents: ['counts'],
  hidesEmpty: false,
};

/** Only what the sheet reads of them. */
const FRAME = {
  codebook: [
    { id: id(1), title: 'Dimensions' },
    { id: id(2), title: 'Outils' },
  ],
  cases: [
    { id: id(11), name: 'Pôle 1' },
    { id: id(12), name: 'Pôle 2' },
  ],
  groups: [],
  sources: [{ id: id(21), name: 'E01' }],
  attributes: [{ id: id(31), name: 'Fonction', scope: 'participant' }],
  coders: [{ id: id(41), name: 'AB' }],
  guides: [],
  matrices: [{ id: id(51), name: 'Dimensions × cas', definition }],
} as unknown as PrintingFrame;

const first = (): PackDraft => newPack(FRAME, styleIn(null, 'fr'));
const said = (piece: PrintPiece): string =>
  pieceSentence(piece, namesOf(FRAME), 'fr')
    .map(({ text }) => text)
    .join('');

function pieceIn(draft: PackDraft, kind: PrintPiece['kind']): PrintPiece {
  const order = draft.orders.find(({ piece }) => piece.kind === kind);
  if (!order) throw new Error(kind);
  return order.piece;
}

function choice(piece: PrintPiece, slot: Parameters<typeof choiceOf>[1]): SlotChoice {
  const found = choiceOf(piece, slot, FRAME, 'fr');
  if (!found) throw new Error(slot);
  return found;
}

describe('the pack', () => {
  it('offers at first what the study can print, and the core takes it', () => {
    const draft = first();
    const kinds = draft.orders.map(({ piece }) => piece.kind);
    expect(kinds).toContain('matrix');
    // there is no guide
    expect(kinds).not.toContain('guideMap');
    expect(printPack.safeParse(packOf(draft)).success).toBe(true);
    for (const { piece, formats } of draft.orders) for (const format of formats) expect(FORMATS_OF[piece.kind]).toContain(format);
  });

  it('is what is ticked, and nothing without a piece or without a format', () => {
    const draft = first();
    const none = { ...draft, orders: draft.orders.map((order) => ({ ...order, isTicked: false })) };
    expect(packOf(none)).toBeNull();
    const [one] = draft.orders;
    const chosen = withOrder(none, one?.id ?? 0, { isTicked: true, formats: ['docx', 'xlsx'] });
    expect(packOf(chosen)?.orders).toEqual([{ piece: { kind: 'corpusTable' }, formats: ['docx', 'xlsx'] }]);
    expect(filesIn(chosen)).toBe(2);
    expect(packOf(withOrder(chosen, one?.id ?? 0, { formats: [] }))).toBeNull();
  });

  it('takes a second piece of a kind beside the first and shows it; taken off, another is shown', () => {
    const draft = first();
    const grown = withPiece(draft, pieceIn(draft, 'matrix'));
    const kinds = grown.orders.map(({ piece }) => piece.kind);
    expect(kinds.lastIndexOf('matrix')).toBe(kinds.indexOf('matrix') + 1);
    expect(grown.orders.find(({ id: each }) => each === grown.shownId)?.piece.kind).toBe('matrix');
    const shrunk = withoutOrder(grown, grown.shownId ?? -1);
    expect(shrunk.orders).toHaveLength(draft.orders.length);
    expect(shrunk.orders.some(({ id: each }) => each === shrunk.shownId)).toBe(true);
  });

  it('comes back from its settings as it was kept', () => {
    const pack = packOf(first());
    expect(pack && packOf(draftOf(pack))).toEqual(pack);
  });

  it('keeps formats in the order in which they are offered', () => {
    expect(toggled('counts', ['docx', 'csv'], 'pdf')).toEqual(['docx', 'pdf', 'csv']);
    expect(toggled('counts', ['docx', 'csv'], 'docx')).toEqual(['csv']);
  });
});

describe('an underlined word', () => {
  it('is a choice wherever the sentence has one', () => {
    const without = first().orders.flatMap(({ piece }) =>
      pieceSentence(piece, namesOf(FRAME), 'fr').flatMap((part) =>
        part.kind === 'slot' && choiceOf(piece, part.slot, FRAME, 'fr') === null ? [`${piece.kind} ${part.slot}`] : [],
      ),
    );
    expect(without).toEqual([]);
  });

  it('says what was chosen', () => {
    const verbatims = pieceIn(first(), 'verbatims');
    expect(said(verbatims)).toBe('toutes les grilles, 3 verbatims au plus, sans filtre');
    const most = choice(verbatims, 'most');
    expect(said(most.kind === 'one' ? most.choose('all') : verbatims)).toContain('tous les verbatims');
    const grids = choice(verbatims, 'grids');
    expect(said(grids.kind === 'many' ? grids.choose([id(2)]) : verbatims)).toContain('Outils, ');
    const where = choice(verbatims, 'where');
    expect(said(where.kind === 'field' ? where.field.write('case = "Pôle 1"') : verbatims)).toContain('là où case = "Pôle 1"');
  });

  it('crosses what can be counted', () => {
    const counts = pieceIn(first(), 'counts');
    const columns = choice(counts, 'columns');
    expect(said(columns.kind === 'one' ? columns.choose(`attribute:${id(31)}`) : counts)).toContain('Dimensions × Fonction');
  });

  it('compares the cases of a matrix that shows them', () => {
    const compare = choice(pieceIn(first(), 'matrix'), 'compare');
    const compared = compare.kind === 'one' ? compare.choose('yes') : null;
    expect(compared).toMatchObject({ compareCaseKeys: [`case:${id(11)}`, `case:${id(12)}`] });
  });

  it('that lists several never lists none, and all are all', () => {
    const grids = choice(pieceIn(first(), 'codebook'), 'grids');
    if (grids.kind !== 'many') throw new Error('a list');
    expect(afterTick(grids, id(1))).toEqual([id(2)]);
    expect(afterTick({ ...grids, chosen: [id(2)] }, id(2))).toEqual([id(2)]);
    expect(afterTick({ ...grids, chosen: [id(2)] }, id(1))).toBeNull();
  });
});

it('a style that an older window kept is forgotten rather than misread', () => {
  const usual = styleIn(null, 'en');
  for (const text of ['', '{', '7', '{"language":"de"}']) expect(styleIn(text, 'en')).toEqual(usual);
  expect(styleIn(JSON.stringify({ ...usual, author: 'A. Martin' }), 'fr')).toMatchObject({ language: 'en', author: 'A. Martin' });
});
