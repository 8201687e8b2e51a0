// A copy that says something else than the team's: taken again from the snapshot, with nothing lost that its author had not sent.
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { expect, it } from 'vitest';
import { createCategory, updateCategory } from '../../../electron/commands/codebook.ts';
import { createCase } from '../../../electron/commands/corpus.ts';
import type { Session } from '../../../electron/commands/run-command.ts';
import { undo } from '../../../electron/commands/undo.ts';
import { checkContent } from '../../../electron/queries/check.ts';
import { coderIds } from '../../../electron/queries/corpus.ts';
import { readSettlementCards } from '../../../electron/queries/team.ts';
import { closeProject } from '../../../electron/storage/open-project.ts';
import { layAgain } from '../../../electron/team/mend.ts';
import { putInPlace } from '../../../electron/team/open-team.ts';
import { settle } from '../../../electron/team/settle.ts';
import type { CategoryId, GridId } from '../../../shared/domain/ids.ts';
import { contentHash } from '../../support/content.ts';
import { aStudy } from '../../support/study.ts';
import { aTeam } from '../../support/team.ts';
import type { Copy } from '../../support/team.ts';

const who = ({ project }: Copy): Session => ({ project, coderId: coderIds(project)[0] as Session['coderId'] });
const categoryId = ({ project }: Copy, name: string): CategoryId =>
  project.sqlite.prepare('SELECT id FROM category WHERE name = ?').pluck().get(name) as CategoryId;
const cases = ({ project }: Copy): unknown[] => project.sqlite.prepare('SELECT name FROM study_case ORDER BY name').pluck().all();

/** Brice's copy was written to past the program; offline, he also makes a case, a category in one act with it, and something that he takes back. */
async function aDivergedPair(): Promise<{ anne: Copy; brice: Copy }> {
  const { project } = aStudy();
  closeProject(project.project);
  const { copies } = await aTeam(project.path, ['researcher']);
  const [anne, brice] = copies as [Copy, Copy];
  brice.line.cut(true);
  brice.project.sqlite.exec(`UPDATE category SET name = 'autre chose' WHERE name = 'salon'`);
  createCase(who(brice), { name: 'Pôle 8' });
  const gridId = brice.project.sqlite.prepare(`SELECT grid_id FROM category WHERE name = 'charte'`).pluck().get() as GridId;
  createCategory(who(brice), { gridId, parentId: null, name: 'Écoute', origin: 'in-vivo' });
  createCase(who(brice), { name: 'Pôle 9' });
  undo(who(brice));
  updateCategory(who(anne), { categoryId: categoryId(anne, 'salon'), name: 'salons' });
  await anne.settle();
  brice.line.cut(false);
  await brice.settle();
  return { anne, brice };
}

async function mend(copy: Copy): Promise<void> {
  const mended = await layAgain(copy.project, copy.server.line());
  await copy.replica.stop();
  closeProject(copy.project);
  putInPlace(copy.path, mended);
  await copy.restart();
  await copy.settle();
}

it('stops, and is taken again: what had not been sent waits on the list, what was taken back does not, and the old copy stays beside it', async () => {
  const { anne, brice } = await aDivergedPair();
  expect(brice.replica.status().problem?.code).toBe('team.diverged');
  await mend(brice);
  expect(brice.replica.status()).toMatchObject({ state: 'upToDate', pending: 0, problem: null });
  expect(contentHash(brice.project)).toBe(contentHash(anne.project));
  expect(readSettlementCards(brice.project)).toMatchObject([
    { reason: 'unsent', mine: [{ command: 'case.create', value: 'Pôle 8' }], theirs: [] },
    { reason: 'unsent', mine: [{ command: 'category.create', value: 'Écoute' }], theirs: [] },
  ]);
  const beside = readdirSync(dirname(brice.path)).filter((name) => name.startsWith(basename(brice.path)));
  expect(beside.filter((name) => name.endsWith('.diverged'))).toHaveLength(1);
  expect(beside.filter((name) => name.endsWith('.new'))).toEqual([]);
  for (const copy of [anne, brice]) await copy.stop();
});

it('gets what its author insists on to everybody, and drops what not', async () => {
  const { anne, brice } = await aDivergedPair();
  await mend(brice);
  const [aCase, aCategory] = readSettlementCards(brice.project);
  settle(who(brice), aCase?.id ?? '', 'mine');
  settle(who(brice), aCategory?.id ?? '', 'theirs');
  for (const copy of [brice, anne]) await copy.settle();
  expect(cases(anne)).toContain('Pôle 8');
  expect(categoryId(anne, 'Écoute')).toBeUndefined();
  expect(contentHash(brice.project)).toBe(contentHash(anne.project));
  expect(checkContent(anne.project)).toEqual([]);
  expect(readSettlementCards(brice.project)).toEqual([]);
  for (const copy of [anne, brice]) await copy.stop();
});

it('stays as it is where no snapshot can be read', async () => {
  const { anne, brice } = await aDivergedPair();
  for (const name of brice.server.shelf.keys()) if (name.startsWith('snapshot-')) brice.server.shelf.delete(name);
  await expect(layAgain(brice.project, brice.server.line())).rejects.toThrow('team.noSnapshot');
  expect(existsSync(brice.path)).toBe(true);
  expect(readdirSync(dirname(brice.path)).filter((name) => name.endsWith('.new'))).toEqual([]);
  for (const copy of [anne, brice]) await copy.stop();
});
