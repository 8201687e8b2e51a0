// The retrieval's screen without a window: its draft, its list, its way out of names that are gone.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_FILTER, EMPTY_RELATION, EMPTY_ROW, withAdded } from '../../../renderer/matrices/filter-model.ts';
import { drafted, isComplete, typed } from '../../../renderer/search/retrieval-draft.ts';
import { HEADING_HEIGHT, ROW_HEIGHT, layOut, linesIn, topOf } from '../../../renderer/search/retrieval-layout.ts';
import { readQuery } from '../../../renderer/search/retrieval-session.ts';
import { fieldOfUnknown, namesLike, withoutUnknown } from '../../../renderer/search/retrieval-unknown.ts';
import { NEW_RETRIEVAL } from '../../../shared/domain/retrieval.ts';

const row = (field: 'category' | 'case', value: string) => ({ kind: 'row', field, name: null, operator: '=', values: [value] }) as const;

describe('a search that is being made', () => {
  it('is the same whether it is built or typed', () => {
    const built = drafted(withAdded(withAdded(EMPTY_FILTER, row('category', 'Gouvernance')), row('case', 'Pôle 1')));
    expect(built.text).toBe('"Gouvernance" AND case = "Pôle 1"');
    expect(typed(built.text).group).toEqual(built.group);
  });

  it('asks what is complete of it', () => {
    const group = { ...EMPTY_FILTER, nodes: [row('category', 'Gouvernance'), EMPTY_ROW, EMPTY_RELATION] };
    expect(drafted(group)).toEqual({ text: '"Gouvernance"', group });
    expect(isComplete(group)).toBe(false);
    expect(isComplete(EMPTY_FILTER)).toBe(true);
  });

  it('that cannot be read shows no builder; an emptied one shows a new one', () => {
    expect(typed('"Gouvernance" AN')).toEqual({ text: '"Gouvernance" AN', group: null });
    expect(typed(' ').group).toEqual(EMPTY_FILTER);
  });

  it('is read back from an earlier window only as far as it is one', () => {
    expect(readQuery(JSON.stringify(NEW_RETRIEVAL))).toEqual(NEW_RETRIEVAL);
    for (const text of [null, '', '{', '{"expression":3}']) expect(readQuery(text)).toBeNull();
  });
});

describe('the list of results', () => {
  const groupsOf = (counts: readonly number[]) => counts.map((passages, at) => ({ key: String(at), label: String(at), passages }));

  it('draws in any view exactly the lines that stand there', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 6 }), fc.boolean(), fc.nat(4000), (counts, headings, at) => {
        const layout = layOut(groupsOf(counts), headings);
        const all: { top: number; height: number; row: number | null }[] = [];
        let [top, next] = [0, 0];
        for (const count of counts) {
          if (headings) all.push({ top, height: HEADING_HEIGHT, row: null });
          if (headings) top += HEADING_HEIGHT;
          for (let each = 0; each < count; each += 1, next += 1, top += ROW_HEIGHT) all.push({ top, height: ROW_HEIGHT, row: next });
        }
        expect([layout.height, layout.rows]).toEqual([top, next]);
        for (const line of all) if (line.row !== null) expect(topOf(layout, line.row)).toBe(line.top);
        const scrolled = at % Math.max(1, top);
        const drawn = linesIn(layout, scrolled, 600).flatMap((line) => (line.kind === 'row' ? [line.row] : []));
        const seen = all.flatMap((line) => (line.row !== null && line.top + line.height > scrolled && line.top <= scrolled + 600 ? [line.row] : []));
        expect(drawn).toEqual(seen);
      }),
      { numRuns: 300, seed: 9 },
    );
  });

  it('draws nothing of nothing', () => {
    expect(linesIn(layOut([], true), 0, 600)).toEqual([]);
  });

  it('draws few of very many', () => {
    const layout = layOut(groupsOf([200_000]), false);
    expect(linesIn(layout, 150_000 * ROW_HEIGHT, 600)).toHaveLength(Math.ceil(600 / ROW_HEIGHT));
  });
});

describe('a search that names what is gone', () => {
  const search = '"Gouvernance" AND case IN ("Pôle 1", "Pôle d’antan") AND NOT ("Perdue" NEAR/200 "Reste") OR attribute "Fonctions" = "DRH"';

  it.each([
    ['case = "Pôle d’antan"', '"Gouvernance" AND case = "Pôle 1" AND NOT "Perdue" NEAR/200 "Reste" OR attribute "Fonctions" = "DRH"'],
    ['"Gouvernance"', 'case IN ("Pôle 1", "Pôle d’antan") AND NOT "Perdue" NEAR/200 "Reste" OR attribute "Fonctions" = "DRH"'],
    ['"Perdue"', '"Gouvernance" AND case IN ("Pôle 1", "Pôle d’antan") OR attribute "Fonctions" = "DRH"'],
    ['attribute "Fonctions"', '"Gouvernance" AND case IN ("Pôle 1", "Pôle d’antan") AND NOT "Perdue" NEAR/200 "Reste"'],
  ])('without %s asks the rest', (unknown, left) => {
    expect(withoutUnknown(search, unknown)).toBe(left);
  });

  it('loses a relation with its second side, and all of it with its only name', () => {
    expect(withoutUnknown('"A" NEAR/200 "B"', '"B"')).toBe('"A"');
    expect(withoutUnknown('"A" NEAR/200 "B"', '"A"')).toBe('');
    expect(withoutUnknown('NOT "A"', '"A"')).toBe('');
  });

  it('takes another name in its place', () => {
    expect(withoutUnknown(search, 'case = "Pôle d’antan"', 'Pôle 2')).toContain('case IN ("Pôle 1", "Pôle 2")');
    expect(withoutUnknown(search, 'attribute "Fonctions"', 'Fonction')).toContain('attribute "Fonction" = "DRH"');
    expect(withoutUnknown('"Governance"', '"Governance"', 'Dimensions > Gouvernance')).toBe('"Dimensions > Gouvernance"');
  });

  it('is offered the names that look like it', () => {
    const names = ['Dimensions > Gouvernance', 'Dimensions > Changement', 'Outils > Coordination'];
    expect(namesLike('Vieille grille > Gouvernances', names)).toEqual(['Dimensions > Gouvernance']);
    expect(namesLike('Météo', names)).toEqual([]);
    expect(fieldOfUnknown('attribute "Fonctions"')).toEqual({ field: 'attributeName', name: null, value: 'Fonctions' });
    expect(fieldOfUnknown('attribute "Fonction" = "DHR"')).toEqual({ field: 'attribute', name: 'Fonction', value: 'DHR' });
  });
});
