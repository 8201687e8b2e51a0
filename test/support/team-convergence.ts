// Three copies taken through work drawn by chance, lines that are cut, answers that are lost and programs that end.
import { redo, undo } from '../../electron/commands/undo.ts';
import { checkContent } from '../../electron/queries/check.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { Problem } from '../../shared/domain/project.ts';
import { contentHash } from './content.ts';
import { chance } from './seeded.ts';
import type { Chance } from './seeded.ts';
import { aTeam } from './team.ts';
import type { Copy } from './team.ts';
import { ACTS, DRAWN } from './work/acts.ts';
import { Desk } from './work/desk.ts';
import { clear } from './work/sequence.ts';

const [UNDO, CUT, RESTART, BREATHE] = [8, 6, 15, 3];

function work({ project }: Copy, luck: Chance): void {
  const desk = new Desk(project, luck);
  const name = luck.below(UNDO) === 0 ? (luck.below(2) === 0 ? 'undo' : 'redo') : luck.pick(DRAWN);
  try {
    if (name === 'undo') undo(desk.session);
    else if (name === 'redo') redo(desk.session);
    else ACTS[name](desk);
  } catch (error) {
    if (!(error instanceof Refusal)) throw Object.assign(new Error(name), { cause: error });
  }
}

export interface Ending {
  /** One of each where all copies came to the same. */
  readonly states: ReadonlySet<string>;
  readonly contents: ReadonlySet<string>;
  readonly logs: ReadonlySet<string>;
  readonly problems: readonly Problem[];
  /** Acts that are on somebody's list « à régler ». */
  readonly toSettle: number;
}

function endingOf(copies: readonly Copy[]): Ending {
  const all = (sql: string): string[][] => copies.map(({ project }) => project.sqlite.prepare(sql).pluck().all() as string[]);
  return {
    states: new Set(copies.map(({ replica }) => replica.status().state)),
    contents: new Set(copies.map(({ project }) => contentHash(project))),
    logs: new Set(all('SELECT id FROM change_log ORDER BY number').map((log) => log.join(' '))),
    problems: checkContent((copies[0] as Copy).project),
    toSettle: all('SELECT id FROM team_settlement').flat().length,
  };
}

/** `base`: the study that all begin with. */
export async function workApart(base: string, seed: number, steps: number): Promise<Ending> {
  const luck = chance(seed);
  const { copies } = await aTeam(base, ['researcher', 'researcher'], luck);
  try {
    for (let step = 0; step < steps; step += 1) {
      const copy = luck.pick(copies);
      work(copy, luck);
      if (luck.below(CUT) === 0) copy.line.cut(copy.line.isUp());
      if (luck.below(RESTART) === 0) await copy.restart();
      if (luck.below(BREATHE) === 0) await new Promise((done) => setImmediate(done));
    }
    for (const copy of copies) copy.line.cut(false);
    for (let round = 0; round < 2; round += 1) for (const copy of copies) await copy.settle();
    return endingOf(copies);
  } finally {
    for (const copy of copies) {
      await copy.stop();
      clear(copy.path);
    }
  }
}
