// Cases contrast where their ratings on one scale differ, or their passages lean the other way.
import { describe, expect, it } from 'vitest';
import { comparisonOf, isContrast, leaningOf } from '../../../renderer/matrices/compare-contrast.ts';
import type { RatingScaleId } from '../../../shared/domain/ids.ts';
import type { MatrixCell } from '../../../shared/domain/matrix.ts';
import { blankCell } from '../../../shared/domain/matrix-cell.ts';
import { compareCases } from '../../../shared/domain/compare-cases.ts';
import { aTable, caseEntity, categoryEntity, header } from './a-project.ts';

const rated = (value: number, scale = 'force'): MatrixCell => ({
  ...blankCell(''),
  rating: { scaleId: scale as RatingScaleId, value, label: `${value}` },
});
const leaning = (supports: number, contrasts: number): MatrixCell => ({ ...blankCell(''), stance: { supports, contrasts, mentions: 1 } });

describe('cases', () => {
  it.each([
    ['other ratings', [rated(1), rated(3)], true],
    ['the same rating', [rated(2), rated(2)], false],
    ['ratings on two scales', [rated(1), rated(3, 'autre')], false],
    ['one that is not rated', [rated(1), null], false],
    ['opposite passages', [leaning(3, 1), leaning(0, 2)], true],
    ['divided passages beside supporting ones', [leaning(2, 2), leaning(3, 0)], false],
  ])('with %s', (_what, cells, contrasts) => {
    expect(isContrast({ cells })).toBe(contrasts);
  });

  it('lean as most of their passages do', () => {
    expect([
      leaningOf({ supports: 0, contrasts: 0, mentions: 2 }),
      leaningOf({ supports: 1, contrasts: 1, mentions: 0 }),
      leaningOf({ supports: 0, contrasts: 0, mentions: 0 }),
    ]).toEqual(['mentions', 'mixed', null]);
  });
});

describe('a comparison', () => {
  const rows = ['Gouvernance', 'Changement'].map((name) => header(categoryEntity(name)));
  const columns = ['Pôle 1', 'Pôle 2'].map((name) => header(categoryEntity('Régulation'), caseEntity(name)));
  const table = aTable(rows, columns, [
    [{ collèges: 2 }, { collèges: 1 }],
    [{ vote: 1 }, null],
  ]);
  const comparison = compareCases(
    table,
    ['Pôle 1', 'Pôle 2'].map((name) => caseEntity(name).key),
  );

  it('can show only what is common, or only what one case has', () => {
    const labels = (what: 'common' | 'only' | 'contrast') => comparisonOf(comparison, what).rows.map(({ label }) => label);
    expect([labels('common'), labels('only'), labels('contrast')]).toEqual([['Gouvernance'], ['Changement'], []]);
    expect(comparisonOf(comparison, 'all')).toBe(comparison);
  });
});
