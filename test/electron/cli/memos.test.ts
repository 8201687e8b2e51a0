// trame memos: lists the memos of a project and writes them to a file.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeMemo } from '../../../electron/commands/memos.ts';
import { withProject } from '../../../electron/cli/session.ts';
import { A, aStudyFile, done, json, onThisTerminal, refused } from '../../support/command-line.ts';
import { memoOf } from '../../support/memos.ts';

onThisTerminal();

async function aStudyWithMemos(): ReturnType<typeof aStudyFile> {
  const study = await aStudyFile({ 'Pôle 1': { E01: A } });
  await withProject(study.path, undefined, (session) => {
    const on = { memoId: null, targetKind: 'project', targetId: '', text: '' } as const;
    writeMemo(session, { ...on, kind: 'diary', title: 'Lundi', document: memoOf('Premier entretien, à l’écoute') });
    writeMemo(session, { ...on, title: 'Une idée', document: memoOf('La feuille de route') });
  });
  return study;
}

it('lists and writes what the filters leave', async () => {
  const study = await aStudyWithMemos();
  expect(await json<unknown[]>('memos', study.path)).toHaveLength(2);
  expect(await json('memos', study.path, '--search', 'ECOUTE')).toMatchObject([{ kind: 'diary', title: 'Lundi' }]);
  expect(await json('memos', study.path, '--to', '2001-01-01')).toEqual([]);
  expect(await json<unknown[]>('memos', study.path, '--from', '2001-01-01')).toHaveLength(2);
  const out = join(study.folder, 'journal.md');
  await done('memos', study.path, '--kind', 'diary', '--out', out);
  expect(readFileSync(out, 'utf8')).toContain('# Lundi');
  expect(readFileSync(out, 'utf8')).not.toContain('Une idée');
  await done('memos', study.path, '--out', join(study.folder, 'memos.docx'));
  expect(readFileSync(join(study.folder, 'memos.docx')).subarray(0, 2).toString()).toBe('PK');
  await done('check', study.path);
});

it('refuses what it does not know in one sentence', async () => {
  const study = await aStudyWithMemos();
  expect(await refused('memos', study.path, '--kind', 'poem')).toContain('poem');
  expect(await refused('memos', study.path, '--by', 'Nobody')).toContain('Nobody');
  expect(await refused('memos', study.path, '--from', 'hier')).toContain('hier');
  const out = join(study.folder, 'memos.pdf');
  expect(await refused('memos', study.path, '--out', out)).toContain('pdf');
  expect(existsSync(out)).toBe(false);
});
