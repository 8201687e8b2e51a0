// Copies taken through work drawn by chance, lines that are cut, answers that are lost and programs that end: all come to the same study.
import { afterAll, expect, it } from 'vitest';
import { redo, undo } from '../../../electron/commands/undo.ts';
import { checkContent } from '../../../electron/queries/check.ts';
import { Refusal } from '../../../shared/domain/failure.ts';
import { contentHash } from '../../support/content.ts';
import { chance } from '../../support/seeded.ts';
import type { Chance } from '../../support/seeded.ts';
import { aTeam } from '../../support/team.ts';
import type { Copy } from '../../support/team.ts';
import { ACTS, DRAWN } from '../../support/work/acts.ts';
import { Desk } from '../../support/work/desk.ts';
import { clear } from '../../support/work/sequence.ts';
import { aStudyToWorkOn } from '../../support/work/study-file.ts';

const SEEDS = Number(process.env.TRAME_TEAM_SEEDS ?? 2);
const FIRST = Number(process.env.TRAME_TEAM_SEED ?? 1);
const STEPS = Number(process.env.TRAME_TEAM_STEPS ?? 50);
const PATIENCE = { timeout: 600_000 };

const logOf = ({ project }: Copy): string[] => project.sqlite.prepare('SELECT id FROM change_log ORDER BY number').pluck().all() as string[];

function work({ project }: Copy, luck: Chance): void {
  const desk = new Desk(project, luck);
  const name = luck.below(8) === 0 ? (luck.below(2) === 0 ? 'undo' : 'redo') : luck.pick(DRAWN);
  try {
    if (name === 'undo') undo(desk.session);
    else if (name === 'redo') redo(desk.session);
    else ACTS[name](desk);
  } catch (error) {
    if (!(error instanceof Refusal)) throw Object.assign(new Error(name), { cause: error });
  }
}

const settled = new Map<string, number>();
afterAll(() => process.env.TRAME_TEAM_TELL && console.log(settled));

it.each(Array.from({ length: SEEDS }, (_, index) => FIRST + index))(
  'whatever three people do meanwhile, they come to one study (seed %d)',
  PATIENCE,
  async (seed) => {
    const luck = chance(seed);
    const base = aStudyToWorkOn();
    const { copies } = await aTeam(base, ['researcher', 'researcher'], luck);
    for (let step = 0; step < STEPS; step += 1) {
      const copy = luck.pick(copies);
      work(copy, luck);
      if (luck.below(6) === 0) copy.line.cut(copy.line.isUp());
      if (luck.below(15) === 0) await copy.restart();
      if (luck.below(3) === 0) await new Promise((done) => setImmediate(done));
    }
    for (const copy of copies) copy.line.cut(false);
    for (let round = 0; round < 2; round += 1) for (const copy of copies) await copy.settle();
    for (const copy of copies) {
      expect(copy.replica.status()).toMatchObject({ state: 'upToDate', problem: null });
      expect(contentHash(copy.project)).toBe(contentHash((copies[0] as Copy).project));
      expect(logOf(copy)).toEqual(logOf(copies[0] as Copy));
      expect(checkContent(copy.project)).toEqual([]);
      for (const row of copy.project.sqlite.prepare('SELECT reason, mine FROM team_settlement').all() as { reason: string; mine: string }[]) {
        const { entries, table, column } = JSON.parse(row.mine) as { entries: { command: string }[]; table: string; column: string };
        const key = `${row.reason} ${entries[0]?.command} ${table}.${column}`;
        settled.set(key, (settled.get(key) ?? 0) + 1);
      }
    }
    for (const copy of copies) {
      await copy.stop();
      clear(copy.path);
    }
  },
);
