// Ready-made displays fill themselves from what a project has, and say what it lacks.
import { describe, expect, it } from 'vitest';
import type { DisplayStudy, Gap } from '../../../shared/domain/display-choices.ts';
import type { AttributeId, CategoryId } from '../../../shared/domain/ids.ts';
import { matrixDefinition } from '../../../shared/domain/matrix.ts';
import { DISPLAYS } from '../../../shared/domain/display.ts';
import { MATRIX_DISPLAYS, displayById, filledDisplay, filledDisplays } from '../../../shared/domain/matrix-displays.ts';
import type { DisplayId } from '../../../shared/domain/display.ts';
import { matrixDisplaysText } from '../../../shared/i18n/matrix-displays.ts';
import { aCorpus, aGrid, dimensions, tools } from '../../renderer/matrices/a-project.ts';

const EMPTY: DisplayStudy = { codebook: [], cases: [], groups: [], participants: [], sources: [], attributes: [], values: [], scales: [] };

function aStudy(changes: Partial<DisplayStudy> = {}): DisplayStudy {
  return { ...EMPTY, ...aCorpus(['Pôle 1', 'Pôle 2']), codebook: [dimensions, tools], ...changes };
}

const fill = (id: DisplayId, study: DisplayStudy, picks = {}) => filledDisplay(displayById(id)!, study, picks);
const gaps = (id: DisplayId, study: DisplayStudy): readonly Gap[] => fill(id, study).gaps;

describe('ready-made displays', () => {
  it('are all there, each with words, references and a sentence that names its choices in both languages', () => {
    expect(new Set(MATRIX_DISPLAYS.map(({ id }) => id))).toEqual(new Set(DISPLAYS));
    for (const { id, choices, references } of MATRIX_DISPLAYS) {
      expect(references.length).toBeGreaterThan(0);
      for (const words of [matrixDisplaysText.fr, matrixDisplaysText.en]) {
        const named = [...words.displays[id].sentence.matchAll(/\{(\w+)\}/g)].map(([, choice]) => choice);
        expect(new Set(named)).toEqual(new Set(choices.map(([choice]) => choice)));
      }
    }
  });

  it('say of an empty project what is missing, all of them, and open nothing', () => {
    for (const { display, gaps: missing, definition } of filledDisplays(EMPTY)) {
      expect(missing, display.id).not.toEqual([]);
      expect(definition).toBeNull();
    }
  });

  it('tell a project without codings from one without grids', () => {
    expect(gaps('frameworkChart', aStudy({ codebook: [] }))).toEqual(['grid']);
    expect(gaps('frameworkChart', aStudy({ codebook: [aGrid('vide', 'Vide', { A: ['b', 'c'] }, 0)] }))).toEqual(['codings']);
    expect(gaps('caseComparison', aStudy({ codebook: [aGrid('seule', 'Seule', { A: [], B: [] })] }))).toEqual(['secondGrid']);
    expect(gaps('caseComparison', aStudy({ cases: [] }))).toEqual(['cases']);
  });

  it('compare the dimensions with the families of tools in each case', () => {
    const { definition } = fill('caseComparison', aStudy());
    expect(definition?.rows).toEqual([{ kind: 'grid', gridId: dimensions.id, level: 2 }]);
    expect(definition?.columns).toEqual([{ kind: 'grid', gridId: tools.id, level: 1 }, { kind: 'case' }]);
  });

  it('order cases by an attribute with sizes, and ask for one where there is none', () => {
    expect(gaps('caseOrdered', aStudy())).toEqual(['orderedAttribute']);
    const size = { id: 'membres' as AttributeId, scope: 'case', name: 'Membres', position: 0, type: 'number', choices: [] } as const;
    const values = ['545', '600'].map((value, at) => ({ attributeId: size.id, targetId: `Pôle ${at + 1}`, value }));
    const { definition } = fill('caseOrdered', aStudy({ attributes: [size], values }));
    expect(definition?.rowOrder).toEqual({ by: 'attribute', attributeId: size.id, descending: true });
  });

  it('put the outcome last and sort the cases by its rating', () => {
    const { definition } = fill('predictorOutcome', aStudy());
    const [columns] = definition?.columns ?? [];
    const ids = columns?.kind === 'picked' ? columns.of.ids : [];
    expect(ids).toHaveLength(5);
    expect(ids.at(-1)).toBe('innovation-sociale/Changement');
    expect(definition?.rowOrder).toEqual({ by: 'rating', of: 'category:innovation-sociale/Changement', descending: true });
  });

  it('find levers and guard-rails by their names in either language, or ask which they are', () => {
    const named = aGrid('cooperation', 'Cooperation', { Ingredients: ['Trust', 'Rhythm'], 'Guard-rails': ['No means', 'No time'] });
    const { definition } = fill('leversGuardrails', aStudy({ codebook: [named] }));
    expect(definition?.rows).toMatchObject([
      { kind: 'picked', of: { ids: ['cooperation/Trust', 'cooperation/Rhythm', 'cooperation/No means', 'cooperation/No time'] } },
    ]);
    const asked = fill('leversGuardrails', aStudy());
    expect(asked.gaps).toEqual([]);
    expect(asked.definition).toBeNull();
    const [levers, guardrails] = asked.choices.map(({ options }) => options);
    const answered = fill('leversGuardrails', aStudy(), { levers: levers?.[0]?.key, guardrails: guardrails?.at(-1)?.key });
    expect(answered.definition).not.toBeNull();
  });

  it('forget a choice whose category was removed since', () => {
    const gone = fill('frameworkChart', aStudy(), { theme: 'category:gone' });
    expect(gone.definition?.columns).toEqual(fill('frameworkChart', aStudy()).definition?.columns);
  });

  it('advise ratings where they would say more, without asking for them', () => {
    expect(fill('constructTable', aStudy()).advice).toEqual(['scale']);
    expect(fill('roleOrdered', aStudy()).advice).toEqual([]);
  });

  it('make matrices that the contract takes', () => {
    for (const { definition } of filledDisplays(aStudy()))
      if (definition) expect(definition.columns.length + definition.rows.length).toBeGreaterThan(1);
    const { definition } = fill('caseComparison', aStudy());
    const shape = {
      ...definition,
      rows: [{ kind: 'category', categoryId: '0191e1a0-0000-7000-8000-000000000000' as CategoryId }],
      columns: [{ kind: 'case' }],
    };
    expect(matrixDefinition.safeParse(shape).success).toBe(true);
  });
});
