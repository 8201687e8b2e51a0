// What a password costs: the same work on a project and on its protected twin, turn and turn about. The budget is a ratio, 1.3 at most.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyCategories, removeOneCoding } from '../../electron/commands/codings.ts';
import type { Session } from '../../electron/commands/run-command.ts';
import { mainMatrix } from '../../electron/exchange/sample-project.ts';
import { runSearch } from '../../electron/exchange/run-search.ts';
import { readHits } from '../../electron/exchange/search-pages.ts';
import { readCodebook } from '../../electron/queries/codebook.ts';
import { coderIds, listSources } from '../../electron/queries/corpus.ts';
import { computeMatrix } from '../../electron/queries/matrix.ts';
import { openSource, readOutline } from '../../electron/queries/sources.ts';
import { closeProject, openProject } from '../../electron/storage/open-project.ts';
import type { Project } from '../../electron/storage/open-project.ts';
import { newKey } from '../../electron/storage/project-key.ts';
import type { ProjectKey } from '../../electron/storage/project-key.ts';
import { recast } from '../../electron/storage/recast.ts';
import { plainSearch } from '../../shared/domain/search.ts';
import { axisTitles } from '../../shared/i18n/axes.ts';
import type { Measure } from './measure.ts';

const MOST = 1.3;
/** What takes some milliseconds is told apart from the machine's other work by many runs. */
const RUNS = 21;
const WORDS = ['écouter', 'équipe', 'décision', 'métier', 'réseau', 'région', 'règle', 'réunion'];

interface Twin {
  readonly path: string;
  readonly key: ProjectKey | null;
}

const middleOf = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;

function sessionOn(project: Project): Session {
  const [coderId] = coderIds(project);
  if (!coderId) throw new Error('no coder');
  return { project, coderId };
}

/** Milliseconds of a piece of work on a project that was opened just now. */
type Work = (session: Session, turn: number) => number | Promise<number>;

async function clocked(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const WORKS: readonly { readonly id: string; readonly what: string; readonly work: Work }[] = [
  {
    id: 'source.open.protected',
    what: 'read a source with its codings, of a project opened just now',
    work: ({ project }, turn) => {
      const sources = listSources(project);
      const source = sources[(turn + 1) % sources.length];
      return clocked(() => source && openSource(project, source.id));
    },
  },
  {
    id: 'coding.apply.protected',
    what: 'apply a category, durable on disk when it answers',
    work: async (session, turn) => {
      const place = readOutline(session.project).filter((each) => each.lengthUtf16 > 200)[(turn + 1) * 17];
      const category = readCodebook(session.project)[0]?.categories.at(-1);
      if (!place || !category) throw new Error('nothing to code');
      const at = (offsetUtf16: number) => ({ turnId: place.id, offsetUtf16 });
      const range = { sourceId: place.sourceId, start: at(10), end: at(60) };
      const start = performance.now();
      const { codingIds } = applyCategories(session, { ...range, categoryIds: [category.id] });
      const elapsed = performance.now() - start;
      for (const codingId of codingIds) removeOneCoding(session, { codingId });
      return elapsed;
    },
  },
  {
    id: 'matrix.read.protected',
    what: 'the main matrix for the first time',
    work: (session) => clocked(() => computeMatrix(session.project, mainMatrix(session), axisTitles.fr, { title: '' })),
  },
  {
    id: 'search.word.protected',
    what: 'a word in every interview, and its first hundred places',
    work: ({ project }, turn) =>
      clocked(async () => {
        const setting = plainSearch(WORDS[(turn + 1) % WORDS.length] ?? '');
        await runSearch(project, setting);
        await readHits(project, { setting, within: { sourceId: null, caseId: null }, order: 'place', from: 0, count: 100 });
      }),
  },
];

/** Makes the twins at the first run that needs them. */
function twinsOf(corpus: string, folder: string): () => Promise<readonly [Twin, Twin]> {
  let made: Promise<readonly [Twin, Twin]> | null = null;
  return () =>
    (made ??= (async () => {
      const [plain, sealed] = ['plain.trame', 'protected.trame'].map((name) => join(folder, name)) as [string, string];
      for (const path of [plain, sealed]) copyFileSync(corpus, path);
      closeProject(openProject(plain));
      closeProject(openProject(sealed));
      const key = await newKey('une phrase à retenir');
      recast(sealed, null, key);
      return [
        { path: plain, key: null },
        { path: sealed, key },
      ] as const;
    })());
}

export function protectedMeasures(corpus: string, folder: string): Measure[] {
  const twins = twinsOf(corpus, folder);
  const compared = (id: string, what: string, work: (twin: Twin, turn: number) => Promise<number>): Measure => {
    const times = { plain: [] as number[], sealed: [] as number[] };
    return {
      id,
      what,
      budget: null,
      runs: RUNS,
      run: async (turn) => {
        const [plain, sealed] = await twins();
        const [inPlain, underKey] = [await work(plain, turn), await work(sealed, turn)];
        if (turn < 0) return underKey;
        times.plain.push(inPlain);
        times.sealed.push(underKey);
        return underKey;
      },
      note: () => {
        const ratio = middleOf(times.sealed) / middleOf(times.plain);
        return `× ${ratio.toFixed(2)} of the plain one’s ${middleOf(times.plain).toFixed(1)} ms (≤ ${MOST}: ${ratio <= MOST ? 'met' : 'MISSED'})`;
      },
    };
  };
  const opening = compared('project.open.protected', 'open a project whose key is drawn, and read its list of sources', ({ path, key }) =>
    clocked(() => {
      const project = openProject(path, { key });
      listSources(project);
      closeProject(project);
    }),
  );
  const key: Measure = {
    id: 'key.draw',
    what: 'the key from the password: what a guess costs, and every opening',
    budget: null,
    runs: 3,
    run: () => newKey('une phrase à retenir'),
  };
  return [
    key,
    opening,
    ...WORKS.map(({ id, what, work }) =>
      compared(id, what, async ({ path, key: own }, turn) => {
        const project = openProject(path, { key: own });
        try {
          return await work(sessionOn(project), turn);
        } finally {
          closeProject(project);
        }
      }),
    ),
  ];
}
