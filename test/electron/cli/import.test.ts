// `trame import`: files, folders of files, cases and attributes; what cannot be read is named, the rest comes in.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aStudyFile, copyOf, done, json, misused, onThisTerminal, refused, trame } from '../../support/command-line.ts';
import type { StudyFile } from '../../support/command-line.ts';
import { docxOf, paragraphs, xlsxOf } from '../../support/documents.ts';
import { comment, end, paragraph, run, start, wordFile } from '../../support/word-file.ts';

onThisTerminal();

let original: StudyFile;
let study: StudyFile;
beforeAll(async () => {
  original = await aStudyFile({});
});
beforeEach(() => {
  study = copyOf(original);
});

interface PrintedSource {
  readonly name: string;
  readonly kind: string;
  readonly cases: readonly string[];
  readonly words: number;
}
const sources = (): Promise<PrintedSource[]> => json<PrintedSource[]>('list', study.path, 'sources');
const names = async (): Promise<string[]> => (await sources()).map(({ name }) => name);
const TALK = 'Enquêtrice : Qui décide ?\nDirectrice : Tout le monde.\nEnquêtrice : Vraiment ?\nDirectrice : Oui.\n';

/** A folder of this name below the study’s, with these files in it. */
function aFolderOf(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = join(study.folder, name);
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  return folder;
}

describe('files and folders', () => {
  it('come in with their folders’ folders, into the case that is named and made', async () => {
    const folder = aFolderOf('Entretiens d’été', {
      'E2.txt': TALK,
      'E10.txt': TALK,
      'vague 2/É1.md': TALK,
      '.caché.txt': TALK,
      'Réunion.docx': await docxOf(paragraphs(...TALK.trim().split('\n'))),
    });
    const report = await json<{ imported: { name: string }[]; refused: unknown[] }>(
      'import',
      study.path,
      folder,
      '--case',
      'Pôle 1',
      '--kind',
      'observation',
    );
    expect(report.imported.map(({ name }) => name).sort()).toEqual(['E10', 'E2', 'Réunion', 'É1'].sort());
    expect(report.refused).toEqual([]);
    for (const source of await sources()) expect(source).toMatchObject({ kind: 'observation', cases: ['Pôle 1'], words: 7 });
    await done('import', study.path, study.file('E2.txt', 'Autre chose.'), '--case', 'Pôle 1');
    expect(await names()).toEqual(['É1', 'E2', 'E10', 'Réunion', 'E2 (2)']);
    expect((await json<unknown[]>('list', study.path, 'cases')).length).toBe(1);
  });

  it('are imported but for the one that cannot be read, which is named with the reason', async () => {
    const folder = aFolderOf('mêlés', {
      'E1.txt': TALK,
      'image.txt': Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'),
      'E3.txt': `${TALK}Fin.`,
    });
    const ended = await trame('import', study.path, folder, '--json');
    expect(ended.code).toBe(0);
    expect(ended.err).toMatch(/^[^\n]*image\.txt was not read: it is not text\.\n$/);
    expect(JSON.parse(ended.out)).toMatchObject({
      imported: [{ name: 'E1' }, { name: 'E3' }],
      refused: [{ file: join(folder, 'image.txt'), code: 'source.unreadable', data: { reason: 'binary' } }],
    });
    expect(await names()).toEqual(['E1', 'E3']);
  });

  it('of which none can be read are refused in one line with every reason, and nothing changes', async () => {
    const folder = aFolderOf('illisibles', { 'vide.txt': '', 'image.txt': Buffer.from('\x89PNG\r\n\x1a\n', 'latin1') });
    const before = await json('log', study.path);
    const line = await refused('import', study.path, folder, join(study.folder, 'absent.txt'), '--case', 'Pôle 1', '--json');
    expect(line).toMatch(/^No file could be imported\. /);
    for (const reason of [/absent\.txt/, /image\.txt was not read: it is not text/, /vide\.txt was not read: it is empty/])
      expect(line).toMatch(reason);
    expect(await json('log', study.path)).toEqual(before);
    expect(await json('list', study.path, 'cases')).toEqual([]);
    expect(await refused('import', study.path, mkdtempSync(join(study.folder, 'vide-')))).toBe('No file could be imported.');
  });

  it('print a table to read where no JSON is asked for', async () => {
    const { out, err } = await done('import', study.path, study.file('E1.txt', TALK));
    expect(out).toBe('source  words  speakers\nE1      7      Enquêtrice, Directrice\n');
    expect(err).toBe('');
  });

  it('of a kind that is none, or no files at all, are told how it is used', async () => {
    const file = study.file('E1.txt', TALK);
    expect(await misused('import', study.path, file, '--kind', 'film')).toMatch(/interview, observation, document, survey/);
    expect(await misused('import', study.path)).toMatch(/paths/);
    expect(await names()).toEqual([]);
  });

  it('of a content that is there already are told, and left out where that is wished', async () => {
    const folder = aFolderOf('doubles', { 'E1.txt': TALK, 'E2.txt': `${TALK}Fin.`, 'copie de E1.txt': TALK });
    const first = await done('import', study.path, folder);
    expect(first.err).toMatch(/^[^\n]*E1\.txt has the same content as [^\n]*copie de E1\.txt; it was imported all the same\.\n$/);
    const again = await done('import', study.path, folder, study.file('E3.txt', 'Autre chose.'), '--skip-duplicates', '--json');
    expect(again.err.trim().split('\n')).toHaveLength(3);
    expect(again.err).toMatch(/has the same content as the source “copie de E1”: it was not imported\./);
    expect(JSON.parse(again.out)).toMatchObject({ imported: [{ name: 'E3' }], refused: [] });
    expect(await done('import', study.path, folder, '--skip-duplicates')).toMatchObject({ out: 'source  words  speakers\n' });
    expect(await names()).toEqual(['copie de E1', 'E1', 'E2', 'E3']);
  });

  it('have their turns found by the pattern that is given, or by an expression', async () => {
    const speakers = (): Promise<{ name: string; isInterviewer: boolean }[]> => json('list', study.path, 'participants');
    await done('import', study.path, study.file('questions.txt', '1. Qui ?\nMoi.\n2. Où ?\nIci.\n'), '--pattern', 'questions');
    expect((await speakers()).map(({ name, isInterviewer }) => [name, isInterviewer])).toEqual([
      ['Q (questions)', true],
      ['R (questions)', false],
    ]);
    await done('import', study.path, study.file('flèches.txt', 'Anne > oui\n'), '--regex', '(\\p{L}+) > ');
    expect((await speakers()).map(({ name }) => name)).toContain('Anne');
    const file = study.file('E1.txt', TALK);
    expect(await refused('import', study.path, file, '--regex', '(')).toBe('This expression cannot be used to recognise turns: Unterminated group.');
    expect(await refused('import', study.path, file, '--pattern', 'custom')).toMatch(/it is empty/);
    expect(await misused('import', study.path, file, '--pattern', 'morse')).toMatch(/initials, questions/);
  });

  it('that are a survey’s table come in by respondents, with their closed answers; one that is no survey is not read', async () => {
    const table = study.file(
      'enquête.csv',
      'Code;Âge;Racontez\nR1;34;Une réponse assez longue pour être codée.\nR2;51;Une tout autre réponse, plus longue encore.\n',
    );
    expect(await refused('import', study.path, table)).toMatch(/this format is not read/);
    await done('import', study.path, table, '--kind', 'survey', '--case', 'Pôle 1');
    expect(await sources()).toMatchObject([
      { name: 'R1', kind: 'survey', cases: ['Pôle 1'] },
      { name: 'R2', kind: 'survey' },
    ]);
    expect(await json('list', study.path, 'participants')).toMatchObject([
      { name: 'R1', case: 'Pôle 1', attributes: { Âge: '34' } },
      { name: 'R2', attributes: { Âge: '51' } },
    ]);
    await done('undo', study.path);
    expect(await names()).toEqual([]);
  });

  it('into a case without a name are refused', async () => {
    await refused('import', study.path, study.file('E1.txt', TALK), '--case', ' ');
    expect(await names()).toEqual([]);
  });
});

describe('attributes', () => {
  const attributesOf = async (what: 'cases' | 'participants'): Promise<unknown> =>
    Object.fromEntries(
      (await json<{ name: string; attributes: object }[]>('list', study.path, what)).map(({ name, attributes }) => [name, attributes]),
    );

  it('of cases and participants come from tables of any kind, with the files or after them', async () => {
    const people = await xlsxOf([
      ['Document', 'Speaker', 'Fonction', 'Ancienneté'],
      ['E1', 'Directrice', 'gouvernance', 12],
      ['E9', 'Personne', 'aucune', 1],
    ]);
    const ended = await done(
      'import',
      study.path,
      study.file('E1.txt', TALK),
      '--case',
      'Pôle 1',
      '--participants',
      study.file('gens.xlsx', people),
      '--cases',
      study.file('cas.csv', 'Cas;Création\nPôle 1;2005\n'),
    );
    expect(ended.err).toMatch(/^A row of the table matches nothing in the project: [^\n]*Personne\.\n$/);
    expect(await attributesOf('participants')).toEqual({ Directrice: { Fonction: 'gouvernance', Ancienneté: '12' }, Enquêtrice: {} });
    expect(await attributesOf('cases')).toEqual({ 'Pôle 1': { Création: '2005' } });
    const again = study.file('cas.tsv', 'case\tCréation\tRégion\nPôle 1\t2006\tBretagne\n');
    await done('import', study.path, study.file('E2.txt', TALK), '--cases', again);
    expect(await attributesOf('cases')).toEqual({ 'Pôle 1': { Création: '2006', Région: 'Bretagne' } });
  });

  it.each([
    ['--cases', 'cas,Création\nPôle 9,2005\n', /Pôle 9/],
    ['--cases', 'nom,Création\nPôle 1,2005\n', /case \/ cas/],
    ['--participants', 'participant,Fonction\nPersonne,x\n', /Personne/],
    ['--participants', 'qui,Fonction\nDirectrice,x\n', /participant \/ speaker \/ locuteur \/ nom/],
  ])('that belong to nobody are refused with the files beside them: %s %j', async (option, table, because) => {
    const before = await json('log', study.path);
    expect(await refused('import', study.path, study.file('E1.txt', TALK), '--case', 'Pôle 1', option, study.file('table.csv', table))).toMatch(
      because,
    );
    expect(await json('log', study.path)).toEqual(before);
  });

  it('in a table that is not there are refused', async () => {
    expect(await refused('import', study.path, study.file('E1.txt', TALK), '--cases', join(study.folder, 'rien.csv'))).toMatch(/rien\.csv/);
    expect(await names()).toEqual([]);
  });
});

describe('comments and highlights of Word files', () => {
  it('come in as codings and memos where that is asked', async () => {
    const talk = wordFile(paragraph(run('Marie : '), start(0), run('tout le monde'), end(0), run(' décide', '<w:highlight w:val="green"/>')), [
      comment(0, 'Décision collective'),
    ]);
    const folder = aFolderOf('annotés', { 'E1.docx': talk });
    expect((await done('import', study.path, join(folder, 'E1.docx'), '--comments', 'category', '--highlights', 'category')).err).toContain('2');
    const codings = await json<{ quote: string; category: string; coder: string }[]>('list', study.path, 'codings');
    expect(codings.map(({ quote, category }) => `${quote} → ${category.split(' > ').at(-1) ?? ''}`).toSorted()).toEqual([
      'décide → Surligné vert',
      'tout le monde → Décision collective',
    ]);
    expect(codings.map(({ coder }) => coder)).toContain('Anne');
    expect(await misused('import', study.path, folder, '--comments', 'perhaps')).toBeTruthy();
  });
});
