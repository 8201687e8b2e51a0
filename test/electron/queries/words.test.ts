// Words counted, compared, followed and classed, against what one counts by hand.
import { describe, expect, it } from 'vitest';
import { setStopWords } from '../../../electron/commands/stop-words.ts';
import { editTurn } from '../../../electron/commands/turn-edits.ts';
import { undo } from '../../../electron/commands/undo.ts';
import { readWordClasses } from '../../../electron/queries/word-classes.ts';
import { readSpecificities, readWordFrequencies } from '../../../electron/queries/word-counts.ts';
import { readWordPlaces, readWordTree } from '../../../electron/queries/word-sequences.ts';
import type { FrequencySetting, Specificities, WordFrequencies, WordTree } from '../../../shared/domain/words.ts';
import { specificity } from '../../../shared/statistics/specificities.ts';
import { isUndefined } from '../../../shared/statistics/undefined.ts';
import type { Undefined } from '../../../shared/statistics/undefined.ts';
import { tokensOf } from '../../../shared/words/tokens.ts';
import { aProject } from '../../support/project.ts';
import type { TestProject } from '../../support/project.ts';

const E01 =
  'Enquêtrice : Et la confiance ?\nDirectrice : La confiance, c’est long. La confiance se décide à plusieurs.\nDirectrice : On décidait seuls.\n';
const E02 = 'Enquêtrice : Et ici ?\nPrésident : Euh, je décide. La confiance ne se décrète pas, jamais.\n';

const SETTING: FrequencySetting = {
  unit: 'stem',
  by: { kind: 'none' },
  part: null,
  withInterviewers: false,
  withFillers: true,
  keepsStopWords: false,
  leastCount: 1,
};

function twoInterviews(): TestProject {
  return aProject().withCase('Pôle 1').withCase('Pôle 2').withSource('E01', E01, { case: 'Pôle 1' }).withSource('E02', E02, { case: 'Pôle 2' });
}

function defined<T>(value: T | Undefined): T {
  if (isUndefined(value)) throw new Error(value.because);
  return value;
}

async function frequencies(project: TestProject, setting: Partial<FrequencySetting> = {}): Promise<WordFrequencies> {
  return defined(await readWordFrequencies(project.project, { ...SETTING, ...setting }));
}

const countsIn = ({ words }: WordFrequencies): Record<string, number> => Object.fromEntries(words.map(({ word, count }) => [word, count]));

describe('how often words are said', () => {
  it('is counted without who asks, by families of forms, function words left out, negations kept', async () => {
    const found = await frequencies(twoInterviews());
    expect(countsIn(found)).toMatchObject({ confiance: 3, décide: 3, ne: 1, pas: 1, jamais: 1, seuls: 1 });
    expect(found.words.find(({ word }) => word === 'décide')?.forms).toEqual(['décide', 'décidait']);
    expect(found.words.some(({ word }) => ['la', 'euh', 'on', 'se'].includes(word))).toBe(false);
  });

  it('adds up: words listed and words left out are all words said', async () => {
    const { words, leftOut, total } = await frequencies(twoInterviews());
    expect(words.reduce((sum, { count }) => sum + count, 0) + leftOut).toBe(total);
  });

  it('is what one counts by hand, form by form, who asks included', async () => {
    const spoken = [E01, E02].flatMap((text) => text.split('\n').map((line) => line.replace(/^[^:]*: /u, '')));
    const byHand = Map.groupBy(
      spoken.flatMap((line) => tokensOf(line, 'fr')),
      ({ text }) => text,
    );
    const found = await frequencies(twoInterviews(), { unit: 'form', withInterviewers: true, keepsStopWords: true });
    expect(countsIn(found)).toEqual(Object.fromEntries([...byHand].map(([word, tokens]) => [word, tokens.length])));
  });

  it('is told by case, by source, by person', async () => {
    const project = twoInterviews();
    const byCase = await frequencies(project, { by: { kind: 'case' } });
    expect(byCase.parts.map(({ label }) => label)).toEqual(['Pôle 1', 'Pôle 2']);
    expect(byCase.words.find(({ word }) => word === 'confiance')?.byPart).toEqual([2, 1]);
    const alone = await frequencies(project, { by: { kind: 'case' }, part: project.case('Pôle 2') });
    expect(countsIn(alone)).toMatchObject({ confiance: 1, décide: 1 });
    const bySpeaker = await frequencies(project, { by: { kind: 'speaker' } });
    expect(bySpeaker.parts.map(({ label }) => label)).toEqual(['Directrice', 'Président']);
  });

  it('follows corrections, undo, and what counts leave out', async () => {
    const project = twoInterviews();
    await frequencies(project);
    const { start } = project.range('On décidait seuls');
    editTurn(project.session, { turnId: start.turnId, edits: [{ at: start.offsetUtf16, removed: 2, inserted: 'Confiance' }] });
    expect(countsIn(await frequencies(project))).toMatchObject({ confiance: 4 });
    undo(project.session);
    expect(countsIn(await frequencies(project))).toMatchObject({ confiance: 3 });
    setStopWords(project.session, { words: 'confiance', isStopped: true });
    expect(countsIn(await frequencies(project))).not.toHaveProperty('confiance');
    undo(project.session);
    expect(countsIn(await frequencies(project))).toMatchObject({ confiance: 3 });
  });

  it('is nothing where nobody speaks, and gone where its part has gone', async () => {
    expect(await readWordFrequencies(aProject().project, SETTING)).toEqual({ kind: 'undefined', because: 'empty' });
    const asked = { ...SETTING, by: { kind: 'case' as const }, part: 'nobody' };
    expect(await readWordFrequencies(twoInterviews().project, asked)).toEqual({ kind: 'undefined', because: 'gone' });
  });
});

describe('what is particular to each part', () => {
  it('is Lafon’s figure of its counts', async () => {
    const found: Specificities = defined(await readSpecificities(twoInterviews().project, { ...SETTING, by: { kind: 'case' } }));
    const [one] = found.parts;
    const word = found.words.find((each) => each.word === 'confiance');
    expect(word?.figures[0]).toBe(specificity({ corpus: found.total, part: one?.words ?? 0, frequency: 3, inPart: 2 }));
    expect(found.words.find((each) => each.word === 'jamais')?.figures[0]).toBeLessThan(0);
  });

  it('needs two parts', async () => {
    const project = aProject().withCase('Pôle 1').withSource('E01', E01, { case: 'Pôle 1' });
    expect(await readSpecificities(project.project, { ...SETTING, by: { kind: 'case' } })).toEqual({ kind: 'undefined', because: 'oneCase' });
  });
});

const TREE = { words: 'la confiance', unit: 'form', side: 'after', withInterviewers: false, leastCount: 1 } as const;

describe('what surrounds a word', () => {
  const tree = async (setting: object): Promise<WordTree> => defined(await readWordTree(twoInterviews().project, { ...TREE, ...setting }));

  it('follows it, commonest first, within its sentence', async () => {
    const found = await tree({});
    expect(found.count).toBe(3);
    expect(found.branches.map(({ word, count }) => [word, count])).toEqual([
      ['c', 1],
      ['ne', 1],
      ['se', 1],
    ]);
    expect(found.branches[0]?.branches[0]?.branches[0]).toMatchObject({ word: 'long', branches: [] });
  });

  it('precedes it, counted where a sentence begins with it too', async () => {
    const found = await tree({ words: 'décide', unit: 'stem', side: 'before' });
    expect(found.branches.map(({ word }) => word).toSorted()).toEqual(['je', 'on', 'se']);
    expect((await tree({ side: 'before' })).alone).toBe(3);
  });

  it('leads to where it is said, exactly', async () => {
    const project = twoInterviews();
    const asked = { words: 'confiance se décide', unit: 'form', withInterviewers: false, by: { kind: 'none' }, part: null, most: 10 } as const;
    const { total, places } = await readWordPlaces(project.project, asked);
    expect(total).toBe(1);
    expect(places[0]).toMatchObject({ text: 'confiance se décide', before: 'La ', after: ' à plusieurs.', ref: 'E01 §2', speaker: 'Directrice' });
    const { start, end } = project.range('confiance se décide');
    expect([places[0]?.start, places[0]?.end]).toEqual([start.offsetUtf16, end.offsetUtf16]);
  });

  it('is nothing for a word that nobody says', async () => {
    expect(await readWordTree(twoInterviews().project, { ...TREE, words: 'zèbre' })).toEqual({ kind: 'undefined', because: 'empty' });
  });
});

const MONEY =
  'budget facture paiement comptable banque virement trésorerie compte crédit dette bilan marge tarif achat vente stock client prêt'.split(' ');
const FIELDS = 'vigne terroir vendange sécheresse cépage coteau pluie sol raisin gel récolte parcelle tonneau cave tracteur grêle sarment sève'.split(
  ' ',
);

/** Two ways to speak, turn by turn, in two sources. */
function twoWorlds(): TestProject {
  const said = (words: readonly string[]): string =>
    Array.from(
      { length: 40 },
      (_, turn) => `Anne : ${Array.from({ length: 8 }, (__, at) => words[(turn * 5 + at * (1 + (turn % 3))) % words.length]).join(' ')}.\n`,
    ).join('');
  return aProject()
    .withCase('Ville')
    .withCase('Campagne')
    .withSource('E01', said(MONEY), { case: 'Ville' })
    .withSource('E02', said(FIELDS), { case: 'Campagne' });
}

const CLASSES = {
  segmentWords: 10,
  leastCount: 2,
  classes: 2,
  isDouble: false,
  withInterviewers: false,
  withFillers: true,
  by: { kind: 'case' },
} as const;

describe('classes of segments', () => {
  it.each([false, true])('put together what shares its words, and say where it is met (double: %s)', async (isDouble) => {
    const found = defined(await readWordClasses(twoWorlds().project, { ...CLASSES, isDouble }));
    expect(found.classes).toHaveLength(2);
    const [first, second] = found.classes;
    expect(first?.words.map(({ word }) => word)).toEqual(expect.arrayContaining(['budget', 'facture']));
    expect(second?.words.map(({ word }) => word)).toEqual(expect.arrayContaining(['vigne', 'terroir']));
    expect(first?.absent.map(({ word }) => word)).toEqual(expect.arrayContaining(['vigne']));
    expect(first?.parts.map(({ word, chiSquare }) => [word, Math.sign(chiSquare)])).toEqual(
      expect.arrayContaining([
        ['Ville', 1],
        ['Campagne', -1],
      ]),
    );
    expect(first?.passages[0]?.text).toMatch(/budget|facture/u);
    expect(found.classes.reduce((sum, { segments }) => sum + segments, 0) + found.unclassified).toBe(found.segments);
  });

  it('are none of a handful of segments', async () => {
    expect(await readWordClasses(twoInterviews().project, CLASSES)).toEqual({ kind: 'undefined', because: 'tooFewUnits' });
  });
});
