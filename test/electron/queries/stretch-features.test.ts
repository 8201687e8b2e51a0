// What is learned from is scored by the index of stretches: the same figure as the stretch's own vector gives.
import { describe, expect, it } from 'vitest';
import { applyCategories } from '../../../electron/commands/codings.ts';
import { editTurn } from '../../../electron/commands/turn-edits.ts';
import { formsLeftOut } from '../../../electron/queries/stop-words.ts';
import { Features } from '../../../electron/queries/stretch-features.ts';
import { stretchIndexOf } from '../../../electron/queries/stretch-index.ts';
import { stretchesOf } from '../../../electron/queries/stretches.ts';
import { readWordStore } from '../../../electron/queries/word-store.ts';
import { product } from '../../../shared/statistics/sparse-vector.ts';
import { aProject } from '../../support/project.ts';
import type { TestProject } from '../../support/project.ts';
import { chance } from '../../support/seeded.ts';

const WORDS = 'projet équipe réseau décision métier règle réunion réponse problème idée le la de nous confiance voix'.split(' ');

function study(): TestProject {
  const random = chance(5);
  const said = (): string => `Élue : ${Array.from({ length: 60 }, () => random.pick(WORDS)).join(' ')}.\n`;
  const project = aProject().withOwnGrid('Grille', { Gouvernance: [] }).withSource('E00', 'Élue : Une seule fois, la confiance.\n');
  for (const name of ['E01', 'E02', 'E03']) project.withSource(name, Array.from({ length: 8 }, said).join(''));
  return project;
}

async function featuresOf({ project }: TestProject) {
  const store = await readWordStore(project);
  const stretches = stretchesOf(store, { words: 20, withInterviewers: false });
  const isLeftOut = formsLeftOut(project, store.dictionary, { withFillers: true, keepsStopWords: false });
  const index = await stretchIndexOf(store, stretches, isLeftOut);
  return { store, stretches, isLeftOut, index, features: new Features({ store, stretches, isLeftOut, index }) };
}

describe('a stretch', () => {
  it('is worth to a model what its vector is, whatever was learned from', async () => {
    const { features, stretches } = await featuresOf(study());
    const random = chance(9);
    features.learn(Array.from({ length: 12 }, (_, at) => features.range(at * 3)));
    const model = Float64Array.from({ length: features.count }, () => random.between(-1000, 1000) / 1000);
    expect(features.count).toBeGreaterThan(WORDS.length);
    for (let stretch = 0; stretch < stretches.count; stretch += 1)
      expect(features.along(model, stretch)).toBeCloseTo(product(features.vector(features.range(stretch)), model), 12);
  });

  it('is counted again when its words change, not when it is coded', async () => {
    const project = study();
    const before = await featuresOf(project);
    const range = project.range('Une seule fois');
    applyCategories(project.session, { ...range, categoryIds: [project.category('Gouvernance')] });
    expect((await featuresOf(project)).index).toBe(before.index);
    const { turnId, offsetUtf16 } = range.start;
    editTurn(project.session, { turnId, edits: [{ at: offsetUtf16, removed: 'Une'.length, inserted: 'Pas une' }] });
    expect((await featuresOf(project)).index).not.toBe(before.index);
  });
});
