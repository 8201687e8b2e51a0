// What is proposed for a category comes from what was coded so, says why, and is never proposed again once decided.
import { describe, expect, it } from 'vitest';
import { decideSuggestion } from '../../../electron/commands/suggestions.ts';
import { undo } from '../../../electron/commands/undo.ts';
import { readPassageCodings } from '../../../electron/queries/sources.ts';
import { readSimilarPassages } from '../../../electron/queries/similar-passages.ts';
import { readSuggestionPrecision, readSuggestions, readSuggestionTally } from '../../../electron/queries/suggestions.ts';
import type { CategoryId } from '../../../shared/domain/ids.ts';
import type { Suggestion, Suggestions } from '../../../shared/domain/suggestion.ts';
import { isUndefined } from '../../../shared/statistics/undefined.ts';
import type { Undefined } from '../../../shared/statistics/undefined.ts';
import { aProject } from '../../support/project.ts';
import type { TestProject } from '../../support/project.ts';

const NUMBERS = ['un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze'];
const money = (name: string): string => `Le budget numéro ${name} passe par le comptable et la banque.`;
const wine = (name: string): string => `La vigne numéro ${name} souffre de la sécheresse du coteau.`;

/** Three interviews that speak of money and of wine in turns; `coded` of the first sentences about money are coded. */
function interviews(coded: number): TestProject {
  const project = aProject();
  for (let source = 0; source < 3; source += 1) {
    const text = NUMBERS.map((name) => `Anne : ${money(`${name} ${source}`)}\nAnne : ${wine(`${name} ${source}`)}\n`).join('');
    project.withSource(`E0${source + 1}`, text);
  }
  project.withOwnGrid('Thèmes', { Argent: [], Terre: [] });
  for (let at = 0; at < coded; at += 1) project.codedBy('AB', 'Argent', money(`${NUMBERS[at % NUMBERS.length]} ${Math.floor(at / 6) % 3}`));
  return project;
}

function defined<T>(value: T | Undefined): T {
  if (isUndefined(value)) throw new Error(value.because);
  return value;
}

async function proposed(project: TestProject, coder = 'AB'): Promise<Suggestions> {
  const categoryId: CategoryId = project.category('Argent');
  return defined(await readSuggestions(project.project, { categoryId, coderId: project.coder(coder), embedder: null }));
}

function decide(project: TestProject, suggestion: Suggestion | undefined, decision: 'accepted' | 'refused') {
  if (!suggestion) throw new Error('nothing was proposed');
  const { sourceId, turnId, start, end, text, score, reasons } = suggestion;
  const ends = { start: { turnId, offsetUtf16: start }, end: { turnId, offsetUtf16: end } };
  return decideSuggestion(project.as('AB'), {
    categoryId: project.category('Argent'),
    sourceId,
    ...ends,
    words: text,
    decision,
    method: 'logistic',
    score,
    reasons,
  });
}

describe('proposals for a category', () => {
  it.each([
    [4, 'centroid'],
    [12, 'logistic'],
  ] as const)('come first from what speaks like its %d passages (%s)', async (coded, method) => {
    const found = await proposed(interviews(coded));
    expect(found.method).toBe(method);
    expect(found.examples).toBe(coded);
    expect(found.suggestions.slice(0, 8).every(({ text }) => text.startsWith('Le budget'))).toBe(true);
    expect(found.suggestions[0]?.reasons.slice(0, 4).map(({ words }) => words)).toEqual(expect.arrayContaining(['budget']));
    expect(found.words.map(({ words }) => words)).toEqual(expect.arrayContaining(['banque']));
  });

  it('hold nothing that is coded so already', async () => {
    const { suggestions } = await proposed(interviews(12));
    expect(suggestions.some(({ text }) => text === money('un 0'))).toBe(false);
  });

  it('are not proposed again once refused, to that coder', async () => {
    const project = interviews(12).codedBy('CD', 'Terre', wine('un 0'));
    const [first] = (await proposed(project)).suggestions;
    expect(decide(project, first, 'refused')).toBeNull();
    expect((await proposed(project)).suggestions.some(({ turnId }) => turnId === first?.turnId)).toBe(false);
    expect((await proposed(project, 'CD')).suggestions.some(({ turnId }) => turnId === first?.turnId)).toBe(true);
    expect(readSuggestionTally(project.project, project.category('Argent'))).toEqual({ accepted: 0, refused: 1, last: 1, lastAccepted: 0 });
  });

  it('are coded by accepting, and no longer so by undo', async () => {
    const project = interviews(12);
    const [first] = (await proposed(project)).suggestions;
    const passage = decide(project, first, 'accepted');
    expect(readPassageCodings(project.project, passage ?? '').map(({ categoryId }) => categoryId)).toEqual([project.category('Argent')]);
    undo(project.session);
    expect(readPassageCodings(project.project, passage ?? '')).toEqual([]);
    expect((await proposed(project)).suggestions[0]).toEqual(first);
  });

  it('are refused where the text says something else by now', async () => {
    const project = interviews(12);
    const [first] = (await proposed(project)).suggestions;
    expect(() => decide(project, first && { ...first, text: 'autre chose' }, 'accepted')).toThrow('suggestion.changedSince');
  });

  it('come the same each time', async () => {
    expect(await proposed(interviews(12))).toMatchObject({
      suggestions: (await proposed(interviews(12))).suggestions.map(({ text, score }) => ({ text, score })),
    });
  });

  it('need an example', async () => {
    const project = interviews(1);
    const asked = { categoryId: project.category('Terre'), coderId: project.coder('AB'), embedder: null };
    expect(await readSuggestions(project.project, asked)).toEqual({ kind: 'undefined', because: 'noExamples' });
  });
});

describe('what proposals are worth', () => {
  it('is tried with each source hidden in turn', async () => {
    const project = interviews(36);
    const found = defined(await readSuggestionPrecision(project.project, { categoryId: project.category('Argent'), embedder: null }));
    expect(found).toMatchObject({ proposed: 20, sources: 3, ofSources: 3 });
    expect(found.right).toBeGreaterThanOrEqual(10);
    expect(found.right / found.proposed).toBeGreaterThan(found.chance);
  });

  it('cannot be tried on one source', async () => {
    const project = interviews(3);
    expect(await readSuggestionPrecision(project.project, { categoryId: project.category('Argent'), embedder: null })).toEqual({
      kind: 'undefined',
      because: 'oneUnit',
    });
  });
});

describe('passages like a passage', () => {
  it('share its rare words, and are not itself', async () => {
    const project = interviews(1);
    const passageId = project.coding('AB', 'Terre', wine('un 0'));
    const found = defined(await readSimilarPassages(project.project, { passageId, categoryId: null, coderId: project.coder('AB'), embedder: null }));
    expect(found.words).toBe(wine('un 0'));
    expect(found.suggestions.slice(0, 10).every(({ text }) => text.startsWith('La vigne'))).toBe(true);
    expect(found.suggestions.some(({ text }) => text === wine('un 0'))).toBe(false);
    expect(found.terms.map(({ words }) => words)).toEqual(expect.arrayContaining(['vigne', 'sécheresse', 'coteau']));
  });
});
