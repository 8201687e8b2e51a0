// `trame attributes`, and what the lists and matrices say of groups of cases, of typed attributes and of who speaks.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createCaseGroup } from '../../../electron/commands/case-groups.ts';
import { updateAttribute } from '../../../electron/commands/attributes.ts';
import { caseByName, coderIds, readCorpusFrame } from '../../../electron/queries/corpus.ts';
import { closeProject, openProject } from '../../../electron/storage/open-project.ts';
import type { CaseId } from '../../../shared/domain/ids.ts';
import { A, B, aStudyFile, done, json, misused, onThisTerminal, refused, trame } from '../../support/command-line.ts';
import type { PrintedMatrix, StudyFile } from '../../support/command-line.ts';

onThisTerminal();

/** `import` asks for something to import. */
const aNote = (study: StudyFile): string => study.file('Note.txt', 'Une note.\n');

/** As the window would: the creation is a number, the first pole is an old one. */
async function aTypedStudy(): Promise<StudyFile> {
  const study = await aStudyFile({ 'Pôle 1': { A }, 'Pôle 2': { B } });
  await done('import', study.path, aNote(study), '--cases', study.file('cases.csv', 'cas,Création\nPôle 1,2015\nPôle 2,987\n'));
  const project = openProject(study.path, { origin: '00000000-0000-4000-8000-000000000001' });
  const session = { project, coderId: coderIds(project)[0] as never };
  const [attribute] = readCorpusFrame(project).attributes;
  updateAttribute(session, { attributeId: attribute?.id as never, type: 'number' });
  createCaseGroup(session, { name: 'Anciens', caseIds: [caseByName(project, 'Pôle 1') as CaseId] });
  closeProject(project);
  return study;
}

it('writes a table that import reads back, and names what an attribute does not take while the rest comes in', async () => {
  const study = await aTypedStudy();
  const out = join(study.folder, 'cas.csv');
  await done('attributes', study.path, '--scope', 'case', '--out', out);
  expect(readFileSync(out, 'utf8')).toBe('\ufeffcas,Création\r\nPôle 1,2015\r\nPôle 2,987\r\n');
  await done('import', study.path, aNote(study), '--cases', out);

  const wrong = study.file('faux.csv', 'cas,Création\nPôle 1,jadis\nPôle 2,"1 987,5"\n');
  const ended = await trame('import', study.path, aNote(study), '--cases', wrong, '--json');
  expect(ended.code).toBe(0);
  expect(ended.err).toContain('“jadis” is not a value of the attribute “Création”');
  expect(JSON.parse(ended.out)).toMatchObject({ invalid: [{ line: 2, column: 'Création', value: 'jadis' }] });
  expect(await json('list', study.path, 'cases')).toMatchObject([
    { name: 'Pôle 1', groups: ['Anciens'], attributes: { Création: '2015' } },
    { name: 'Pôle 2', groups: [], attributes: { Création: '1987.5' } },
  ]);
});

it('lists groups, labels and types, and crosses groups of cases', async () => {
  const { path } = await aTypedStudy();
  expect(await json('list', path, 'groups')).toMatchObject([{ name: 'Anciens', cases: ['Pôle 1'] }]);
  expect(await json('list', path, 'attributes')).toMatchObject([{ name: 'Création', type: 'number', choices: [] }]);
  expect(await json('list', path, 'parts')).toEqual([]);
  const speakers = await json<{ name: string; source: string; participant: string; turns: number }[]>('list', path, 'speakers');
  expect(speakers.filter(({ source }) => source === 'A').length).toBeGreaterThan(1);
  expect(speakers.every(({ name, participant, turns }) => name !== '' && participant !== '' && turns > 0)).toBe(true);
  const columns = async (axis: string) =>
    (await json<PrintedMatrix>('matrix', path, '--rows', 'source', '--cols', axis)).columns.map(({ label }) => label);
  expect(await columns('case-group')).toEqual(['Anciens']);
  expect(await columns('attribute:Création')).toEqual(['987', '2015']);
});

it('refuses a format that it does not write, and asks whose attributes', async () => {
  const { path, folder } = await aTypedStudy();
  const out = join(folder, 'cas.docx');
  expect(await refused('attributes', path, '--scope', 'case', '--out', out)).toContain('docx');
  expect(existsSync(out)).toBe(false);
  await misused('attributes', path, '--out', join(folder, 'cas.csv'));
  await misused('attributes', path, '--scope', 'coder', '--out', join(folder, 'cas.csv'));
});
