// A matrix read aloud: the sentence says what is crossed, and nothing that does not matter.
import { describe, expect, it } from 'vitest';
import { matricesText } from '../../../shared/i18n/matrices.ts';
import { matrixFiltersText } from '../../../shared/i18n/matrix-filters.ts';
import { definitionOf } from '../../../renderer/matrices/definition.ts';
import { sentenceOf, shortName } from '../../../renderer/matrices/sentence.ts';
import { aFrame, anne, dimensions, tools } from './a-project.ts';

const frame = aFrame();
const themes = { kind: 'grid', gridId: dimensions.id, level: 2 } as const;
const families = { kind: 'grid', gridId: tools.id, level: 1 } as const;
const read = (definition: Parameters<typeof sentenceOf>[0], language: 'fr' | 'en' = 'fr') =>
  sentenceOf(definition, frame, matricesText[language], matrixFiltersText[language])
    .map(({ text }) => text)
    .join('')
    .replaceAll('\u202f', ' ');

describe('the sentence of a matrix', () => {
  it('names both grids, the cases, the rule, the contents and the coders', () => {
    const definition = definitionOf([themes], [families, { kind: 'case' }]);
    expect(read(definition)).toBe(
      'Croiser Dimensions de l’innovation sociale avec Familles d’outils de gestion (niveau 1) puis Cas, quand elles se rencontrent sur des passages qui se chevauchent ; montrer le nombre de passages, les catégories trouvées et la synthèse ; tous les codeurs.',
    );
    expect(read(definition, 'en')).toContain('then Cases, where they meet on overlapping passages; show ');
  });

  it('is silent on the rule of meeting where only one axis lists categories', () => {
    expect(read(definitionOf([themes], [{ kind: 'case' }]))).not.toContain('rencontrent');
  });

  it('gives the distance of a near meeting in characters', () => {
    const near = { ...definitionOf([themes], [families]), join: { kind: 'near', withinUtf16: 1200 } } as const;
    expect(read(near)).toContain('à moins de 1 200 caractères');
  });

  it('names the coders whose codings count', () => {
    expect(read({ ...definitionOf([themes], [families]), coderIds: [anne.id] })).toContain('les codages de Anne Berger');
  });

  it('says that a grid has gone instead of leaving a hole', () => {
    const gone = { kind: 'grid', gridId: 'another' as typeof dimensions.id, level: null } as const;
    expect(read(definitionOf([gone], [{ kind: 'case' }]))).toContain('Croiser grille retirée avec Cas');
  });

  it('has one button per axis, and one each for rule, contents and coders', () => {
    const slots = sentenceOf(definitionOf([themes], [families, { kind: 'case' }]), frame, matricesText.fr, matrixFiltersText.fr).flatMap((part) =>
      part.kind === 'slot' ? [part.slot.kind] : [],
    );
    expect(slots).toEqual(['axis', 'axis', 'axis', 'join', 'contents', 'coders']);
  });

  it('shortens to a name for a matrix that has none', () => {
    expect(shortName(definitionOf([themes], [families, { kind: 'case' }]), frame, matricesText.fr)).toBe(
      'Dimensions de l’innovation sociale × Familles d’outils de gestion (niveau 1) × Cas',
    );
  });
});
