// `trame merge`: the plan with --dry-run, the merge itself, strangers only after a word.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { closeProject } from '../../../electron/storage/open-project.ts';
import type { MergePreview } from '../../../shared/domain/merge.ts';
import { done, json, onThisTerminal, refused } from '../../support/command-line.ts';
import { aFolder, aProject } from '../../support/project.ts';
import { aStudy } from '../../support/study.ts';

onThisTerminal();

/** A closed study, and a copy of it in which somebody coded. */
function twoFiles(): readonly [string, string] {
  const folder = aFolder();
  const { project } = aStudy();
  closeProject(project.project);
  const [ours, theirs] = [join(folder, 'étude.trame'), join(folder, 'copie de Léa.trame')];
  copyFileSync(project.path, ours);
  const copy = aStudy().project.codedBy('Léa', 'charte', 'Les grands groupes');
  closeProject(copy.project);
  copyFileSync(copy.path, theirs);
  return [ours, theirs];
}

it('shows what would come and writes nothing, then merges as one act that undo takes back', async () => {
  const [ours, theirs] = twoFiles();
  const bytes = [readFileSync(ours), readFileSync(theirs)];
  const plan = await json<MergePreview>('merge', ours, theirs, '--dry-run');
  expect(plan).toMatchObject({ isRelated: true, conflicts: [], coders: [{ name: 'Léa', added: 1, changed: 0, removed: 0 }] });
  expect(plan.counts).toContainEqual({ table: 'coding', added: 1, changed: 0, removed: 0 });
  expect(readFileSync(theirs)).toEqual(bytes[1]);
  expect(await json('list', ours, 'codings')).toHaveLength(7);
  expect(await json('merge', ours, theirs)).toMatchObject({ isChanged: true, codings: 1 });
  expect(await json('list', ours, 'codings')).toHaveLength(8);
  expect(await json('merge', ours, theirs)).toMatchObject({ isChanged: false });
  expect(await json('check', ours)).toMatchObject({ problems: [] });
  await done('undo', ours);
  expect(await json('list', ours, 'codings')).toHaveLength(7);
  expect(readFileSync(theirs)).toEqual(bytes[1]);
});

it('a project without a past in common is merged once its matches are confirmed', async () => {
  const [ours] = twoFiles();
  const stranger = aProject()
    .withSource('E09', 'Autre : Rien de tel.\n')
    .withOwnGrid('Outils', { Confiance: [] })
    .codedBy('EF', 'Confiance', 'Rien de tel');
  closeProject(stranger.project);
  expect(await refused('merge', ours, stranger.path)).toContain('--yes');
  const { matches } = await json<MergePreview>('merge', ours, stranger.path, '--dry-run');
  const grid = matches.find(({ table }) => table === 'grid');
  expect(grid?.ours?.name).toBe('outils');
  const file = join(aFolder(), 'correspondances.json');
  writeFileSync(file, JSON.stringify({ matches: { [grid?.theirs.id ?? '']: null } }));
  await done('merge', ours, stranger.path, '--match', file);
  const codings = await json<{ category: string }[]>('list', ours, 'codings');
  expect(codings.map(({ category }) => category)).toContain('outils-2 > Confiance');
});
