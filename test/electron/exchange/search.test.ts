// A search over a whole project: what the word index counts and what is read page by page are what a naive look at every turn finds.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import Database from 'better-sqlite3';
import { writeMemo } from '../../../electron/commands/memos.ts';
import { editTurn } from '../../../electron/commands/turn-edits.ts';
import { undo } from '../../../electron/commands/undo.ts';
import { runFirstSearch, runSearch } from '../../../electron/exchange/run-search.ts';
import { readHits } from '../../../electron/exchange/search-pages.ts';
import { readCorpusFrame } from '../../../electron/queries/corpus.ts';
import { readText } from '../../../electron/queries/sources.ts';
import { foldedForSearch } from '../../../electron/storage/turn-index.ts';
import type { CaseId } from '../../../shared/domain/ids.ts';
import { searchSetting } from '../../../shared/domain/search.ts';
import type { SearchHit, SearchOrder, SearchSummary } from '../../../shared/domain/search.ts';
import type { QueryNode } from '../../../shared/words/search-query.ts';
import { parseQuery } from '../../../shared/words/search-query.ts';
import { searchStemOf } from '../../../shared/words/stem.ts';
import { aProject } from '../../support/project.ts';
import type { TestProject } from '../../support/project.ts';
import reference from '../../shared/words/cases/text-fts5-french.json' with { type: 'json' };

type Given = Record<string, unknown>;
const settingOf = (query: string, given: Given = {}) => searchSetting.parse({ query, ...given });
const everywhere = { sourceId: null, caseId: null };

async function summaryOf({ project }: TestProject, query: string, given: Given = {}): Promise<SearchSummary> {
  const found = await runSearch(project, settingOf(query, given));
  if (found.kind === 'undefined') throw new Error(found.because);
  return found.summary;
}

async function hitsOf({ project }: TestProject, query: string, given: Given = {}, order: SearchOrder = 'place', page = 3): Promise<SearchHit[]> {
  const hits: SearchHit[] = [];
  for (;;) {
    const { total, hits: more } = await readHits(project, {
      setting: settingOf(query, given),
      within: everywhere,
      order,
      from: hits.length,
      count: page,
    });
    hits.push(...more);
    if (more.length === 0 || hits.length >= total) return hits;
  }
}

const study = (): TestProject =>
  aProject()
    .withCase('Salon')
    .withCase('Kiosque')
    .withSource('E01', 'Directrice : L’innovation a du cœur. On décide ensemble.\nEnquêteur : Qui décide ?\nDirectrice : Les élus décident.\n', {
      case: 'Salon',
    })
    .withSource('E02', 'Président : Le cœur du métier, c’est l’écoute.\nPrésident : La décision se prend ailleurs.\n', { case: 'Kiosque' });

describe('a long search', () => {
  const SOURCES = 6;
  const TURNS = 120;

  /** Every look at the clock finds it a second later: nothing is over soon. */
  const slowly = async <T>(work: () => Promise<T>): Promise<T> => {
    let seconds = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (seconds += 1) * 1000);
    try {
      return await work();
    } finally {
      clock.mockRestore();
    }
  };

  const longStudy = (): TestProject => {
    const project = aProject();
    for (let source = 1; source <= SOURCES; source += 1) project.withSource(`E0${source}`, 'Élue : Le projet avance.\n'.repeat(TURNS));
    return project;
  };

  it('answers with its first lines, saying that there are more, then with all', async () => {
    const project = longStudy();
    const setting = settingOf('projet', { isExact: true });
    await slowly(async () => {
      const first = await runFirstSearch(project.project, setting);
      if (first.kind !== 'found') throw new Error(first.because);
      expect(first.summary.isWhole).toBe(false);
      expect(first.summary.total).toBeGreaterThanOrEqual(100);
      expect(first.summary.total).toBeLessThan(SOURCES * TURNS);
      const lines = await readHits(project.project, { setting, within: everywhere, order: 'place', from: 0, count: 100 });
      expect([lines.isWhole, lines.hits.length, lines.hits[99]?.number]).toEqual([false, 100, 100]);
      const beyond = await readHits(project.project, { setting, within: everywhere, order: 'place', from: first.summary.total - 50, count: 100 });
      expect([beyond.isWhole, beyond.total]).toEqual([true, SOURCES * TURNS]);
      const last = await runFirstSearch(project.project, setting);
      expect(last.kind === 'found' && last.summary).toMatchObject({ isWhole: true, total: SOURCES * TURNS });
    });
  });

  it('answers once where it is over soon', async () => {
    const first = await runFirstSearch(longStudy().project, settingOf('projet'));
    expect(first.kind === 'found' && first.summary).toMatchObject({ isWhole: true, total: SOURCES * TURNS });
  });

  it('is stopped after its first lines, and found again when asked again', async () => {
    const project = longStudy();
    const setting = settingOf('projet', { isExact: true });
    await slowly(async () => {
      let isCancelled = false;
      const watch = { onProgress: () => undefined, isCancelled: () => isCancelled };
      const first = await runFirstSearch(project.project, setting, watch);
      expect(first.kind === 'found' && first.summary.isWhole).toBe(false);
      isCancelled = true;
      await expect(runSearch(project.project, setting)).rejects.toThrow('job.cancelled');
    });
    expect((await summaryOf(project, 'projet', { isExact: true })).total).toBe(SOURCES * TURNS);
  });
});

describe('a search', () => {
  it('finds words in all their forms, with their places in the whole text', async () => {
    const project = study();
    const hits = await hitsOf(project, 'decider');
    expect(hits.map(({ source, text, speaker }) => [source, text, speaker])).toEqual([
      ['E01', 'décide', 'Directrice'],
      ['E01', 'décide', 'Enquêteur'],
      ['E01', 'décident', 'Directrice'],
    ]);
    for (const { sourceId, startUtf16, endUtf16, text } of hits) expect(readText(project.project, sourceId).slice(startUtf16, endUtf16)).toBe(text);
    expect(hits[0]?.left).toBe('L’innovation a du cœur. On ');
    expect(hits[0]?.right).toBe(' ensemble.');
    expect((await summaryOf(project, 'decider')).forms).toEqual(['decide', 'decident']);
  });

  it('counts by source and by case', async () => {
    const summary = await summaryOf(study(), 'cœur OU décider');
    expect(summary.total).toBe(5);
    expect(summary.sources.map(({ name, hits }) => [name, hits])).toEqual([
      ['E01', 4],
      ['E02', 1],
    ]);
    expect(summary.cases.map(({ name, hits }) => [name, hits])).toEqual([
      ['Salon', 4],
      ['Kiosque', 1],
    ]);
  });

  it('looks into what some people, cases or sources say, and into what is coded or is not', async () => {
    const project = study().withOwnGrid('Grille', { Choix: [] });
    const { participants } = readCorpusFrame(project.project);
    const ids = participants.filter(({ name }) => name === 'Directrice').map(({ id }) => id);
    expect((await hitsOf(project, 'décider', { filter: { participantIds: ids } })).map(({ text }) => text)).toEqual(['décide', 'décident']);
    expect((await hitsOf(project, 'cœur', { filter: { caseIds: [project.case('Kiosque')] } })).map(({ source }) => source)).toEqual(['E02']);
    expect((await hitsOf(project, 'cœur', { filter: { sourceIds: [project.source('E01')] } })).map(({ source }) => source)).toEqual(['E01']);
    project.codedBy('AB', 'Choix', 'Les élus décident');
    expect((await hitsOf(project, 'décider', { filter: { coded: 'coded' } })).map(({ text }) => text)).toEqual(['décident']);
    expect((await hitsOf(project, 'décider', { filter: { coded: 'uncoded' } })).map(({ text }) => text)).toEqual(['décide', 'décide']);
  });

  it('sorts its lines by the words before, found and after', async () => {
    const project = aProject().withSource('E01', 'A : une règle claire, la règle absurde.\nB : cette regle brève.\n');
    const lines = async (order: SearchOrder): Promise<string[]> =>
      (await hitsOf(project, 'règle', {}, order)).map(({ right }) => right.trim().slice(0, 3));
    expect(await lines('right')).toEqual(['abs', 'brè', 'cla']);
    expect(await lines('left')).toEqual(['brè', 'abs', 'cla']);
  });

  it('finds in memos, syntheses and the codebook, too', async () => {
    const project = study().withOwnGrid('Grille', { 'Décision commune': [] });
    writeMemo(project.session, {
      memoId: null,
      targetKind: 'project',
      targetId: '',
      kind: 'diary',
      title: 'Qui décide ?',
      text: 'Décider, c’est choisir.',
    } as never);
    const { written } = await summaryOf(project, 'décid*');
    expect(written).toMatchObject({ memo: 2, category: 0, synthesis: 0 });
    expect((await summaryOf(project, 'décision')).written.category).toBe(1);
  });

  it('follows what is written meanwhile', async () => {
    const project = study();
    expect((await summaryOf(project, 'innovation')).total).toBe(1);
    const { start } = project.range('innovation');
    editTurn(project.session, { turnId: start.turnId, edits: [{ at: start.offsetUtf16, removed: 'innovation'.length, inserted: 'invention' }] });
    expect((await summaryOf(project, 'innovation')).total).toBe(0);
    undo(project.session);
    expect((await summaryOf(project, 'innovation')).total).toBe(1);
  });

  it('says why there is nothing to find', async () => {
    const project = study();
    const because = async (query: string, given: Given = {}): Promise<unknown> => {
      const found = await runSearch(project.project, settingOf(query, given));
      return found.kind === 'undefined' ? found.because : found.kind;
    };
    expect(await because('…')).toBe('nothing');
    expect(await because('-cœur')).toBe('onlyNot');
    const gone = '00000000-0000-4000-8000-00000000dead' as CaseId;
    expect(await because('cœur', { filter: { caseIds: [gone] } })).toBe('gone');
  });

  it('runs regular expressions, stops those that would never end, and refuses what is none', async () => {
    const project = study();
    expect((await hitsOf(project, '/d[eé]cid\\w+/')).map(({ text }) => text)).toEqual(['décide', 'décide', 'décident']);
    expect((await hitsOf(project, 'decide\\b', { isPattern: true, isExact: true })).map(({ text }) => text)).toEqual([]);
    await expect(runSearch(project.project, settingOf('(a', { isPattern: true }))).rejects.toThrow('autocode.patternInvalid');
    project.withSource('E03', `A : ${'a'.repeat(40)}!\n`);
    await expect(runSearch(project.project, settingOf('(a+)+$', { isPattern: true }))).rejects.toThrow('autocode.tooSlow');
  }, 20_000);

  it('stops when it is cancelled', async () => {
    const project = aProject().withSource('E01', `A : ${'a'.repeat(40)}!\n`);
    const watch = { onProgress: () => undefined, isCancelled: () => true };
    await expect(runSearch(project.project, settingOf('(a+)+$', { isPattern: true }), watch)).rejects.toThrow('job.cancelled');
  });
});

describe('the word index', () => {
  it('answers as measured, but that ligatures are spelt out', () => {
    const sqlite = new Database(':memory:');
    sqlite.exec(`CREATE VIRTUAL TABLE document USING fts5 (words, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2")`);
    const insert = sqlite.prepare('INSERT INTO document (rowid, words) VALUES (?, ?)');
    for (const [at, text] of reference.input.docs.entries()) insert.run(at + 1, foldedForSearch(text));
    const find = sqlite.prepare('SELECT rowid FROM document WHERE document MATCH ? ORDER BY rowid').pluck();
    const expected: Record<string, number[]> = { ...reference.expected['unicode61 remove_diacritics 2'], oeuvre: [2], coeur: [2] };
    for (const [query, rows] of Object.entries(expected)) expect(find.all(foldedForSearch(query)), query).toEqual(rows);
    sqlite.close();
  });
});

/** As simply as it can be said: words without accents, one after the other. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe');
const wordsOf = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Spans of words, as `first-last`; null where the turn does not answer. */
function naive(node: QueryNode, words: readonly string[]): string[] | null {
  switch (node.kind) {
    case 'words': {
      const isWord = (word: string | undefined, at: number): boolean => {
        const wanted = plain(node.words[at] ?? '');
        if (word === undefined) return false;
        if (node.isBeginning && at === node.words.length - 1) return word.startsWith(wanted);
        return node.reading === 'forms' ? searchStemOf(word, 'fr') === searchStemOf(wanted, 'fr') : word === wanted;
      };
      const spans = words.flatMap((_, first) =>
        node.words.every((__, more) => isWord(words[first + more], more)) ? [`${first}-${first + node.words.length - 1}`] : [],
      );
      return spans.length > 0 ? spans : null;
    }
    case 'not':
      return naive(node.part, words) ? null : [];
    case 'and': {
      const parts = node.parts.map((part) => naive(part, words));
      return parts.includes(null) ? null : parts.flatMap((part) => part ?? []);
    }
    case 'or': {
      const parts = node.parts.flatMap((part) => naive(part, words) ?? []);
      return parts.length > 0 || node.parts.some((part) => naive(part, words)) ? parts : null;
    }
    case 'near': {
      const [lefts, rights] = [node.left, node.right].map((part) =>
        (naive(part, words) ?? []).map((span) => span.split('-').map(Number) as [number, number]),
      );
      const apartBy = ([a, b]: [number, number], [c, d]: [number, number]): number => (a > d ? a - d - 1 : c - b - 1);
      const spans = (lefts ?? []).flatMap((left) => {
        const near = (rights ?? []).filter((right) => apartBy(left, right) >= 0 && apartBy(left, right) <= node.most);
        const nearest = near.toSorted((a, b) => apartBy(left, a) - apartBy(left, b) || b[0] - a[0])[0];
        return nearest ? [`${Math.min(left[0], nearest[0])}-${Math.max(left[1], nearest[1])}`] : [];
      });
      return spans.length > 0 ? spans : null;
    }
  }
}

const word = fc.constantFrom(
  'écoute',
  'Écouter',
  'ecoutent',
  'l’écoute',
  'cœur',
  'coeurs',
  'innover',
  'innovation',
  'règle',
  'regles',
  'tout',
  'le',
  'monde',
  'a',
);
const sentence = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
const leaf = fc.oneof(
  word,
  word.map((each) => `${each.slice(0, 4)}*`),
  fc.tuple(word, word).map(([a, b]) => `"${a} ${b}"`),
);
const query = fc.oneof(
  leaf,
  fc.array(leaf, { minLength: 2, maxLength: 3 }).map((all) => all.join(' ')),
  fc.array(leaf, { minLength: 2, maxLength: 3 }).map((all) => all.join(' OU ')),
  fc.tuple(leaf, leaf).map(([a, b]) => `${a} -${b}`),
  fc.tuple(leaf, leaf, leaf).map(([a, b, c]) => `(${a} OU ${b}) ${c}`),
  fc.tuple(leaf, leaf, fc.nat(3)).map(([a, b, most]) => `${a} NEAR/${most} ${b}`),
);

it('finds what a naive look at every turn finds, in random texts', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(sentence, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 }),
      fc.array(query, { minLength: 6, maxLength: 6 }),
      async (sources, queries) => {
        const project = aProject();
        for (const [at, turns] of sources.entries()) project.withSource(`E${at}`, turns.map((turn) => `A : ${turn}.\n`).join(''));
        for (const each of queries) {
          const parsed = parseQuery(each);
          if (parsed.kind !== 'query') throw new Error(each);
          const places = await hitsOf(project, each);
          const summary = await summaryOf(project, each);
          expect(summary.total, each).toBe(places.length);
          expect(
            summary.sources.reduce((sum, { hits }) => sum + hits, 0),
            each,
          ).toBe(places.length);
          const turnsFound = sources.flat().filter((turn) => naive(parsed.node, wordsOf(turn))?.length);
          expect(summary.turns, each).toBe(turnsFound.length);
          // every word that answers is under a hit, and nothing else is
          const under = turnsFound.reduce((sum, turn) => {
            const spans = (naive(parsed.node, wordsOf(turn)) ?? []).map((span) => span.split('-').map(Number) as [number, number]);
            return sum + wordsOf(turn).filter((_, at) => apart(spans).some(([first, last]) => at >= first && at <= last)).length;
          }, 0);
          expect(
            places.reduce((sum, { text }) => sum + wordsOf(text).length, 0),
            each,
          ).toBe(under);
        }
      },
    ),
    { numRuns: 25 },
  );
}, 60_000);

/** In order, the longest where some overlap. */
function apart(spans: readonly [number, number][]): [number, number][] {
  const kept: [number, number][] = [];
  for (const span of spans.toSorted(([a, b], [c, d]) => a - c || d - b)) if (span[0] > (kept.at(-1)?.[1] ?? -1)) kept.push(span);
  return kept;
}
