// An import from its files to the project: what is shown of each, what the user settles, what is written.
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { Paragraph, TextRun } from 'docx';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ImportBatch } from '../../../electron/exchange/import-batch.ts';
import type { BatchReport } from '../../../electron/exchange/import-batch.ts';
import { ImportHold } from '../../../electron/exchange/import-hold.ts';
import { redo, undo } from '../../../electron/commands/undo.ts';
import { checkProject } from '../../../electron/queries/check.ts';
import { readCorpusFrame, readOriginalFile } from '../../../electron/queries/corpus.ts';
import { openSource } from '../../../electron/queries/sources.ts';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { IncomingChoice, IncomingDocument, IncomingFile } from '../../../shared/domain/incoming.ts';
import { createAttribute } from '../../../electron/commands/corpus.ts';
import { docxOf, lockedPdf, odsOf, odsTable, paragraphs, pdfOf, xlsxOf } from '../../support/documents.ts';
import { aProject } from '../../support/project.ts';
import type { TestProject } from '../../support/project.ts';
import { zipOf } from '../../support/zip-archive.ts';

const TALK = 'Enquêtrice : Qui décide ?\nDirectrice : Tout le monde.\nEnquêtrice : Vraiment ?\nDirectrice : Oui.\n';
const QUIET = { onProgress: () => undefined, isCancelled: () => false };

/** An import into this project, forgotten after the test. */
function anImport(project: TestProject, hold?: ImportHold): ImportBatch {
  const batch = new ImportBatch(() => project.session, hold);
  onTestFinished(() => batch.close());
  return batch;
}

function add(batch: ImportBatch, name: string, content: string | Uint8Array): Promise<IncomingFile> {
  return batch.add(name, () => (typeof content === 'string' ? new TextEncoder().encode(content) : content));
}

async function addDocument(batch: ImportBatch, name: string, content: string | Uint8Array): Promise<IncomingDocument> {
  const incoming = await add(batch, name, content);
  if (incoming.kind !== 'document') throw new Error(`${name} is a table`);
  return incoming;
}

function finish(batch: ImportBatch, ...choices: IncomingChoice[]): Promise<BatchReport> {
  return batch.finish(choices, { caseId: null, kind: 'interview' }, QUIET);
}

const sourceNamed = (project: TestProject, name: string) => openSource(project.project, project.source(name));
const peopleIn = (project: TestProject) =>
  readCorpusFrame(project.project).participants.map(({ name, isInterviewer }) => (isInterviewer ? `${name} (asks)` : name));

describe('a document on its way in', () => {
  test('is shown with its turns, its speakers and who they seem to be', async () => {
    const project = aProject().withSource('E01', 'Directrice : Oui.\nL1 : Non.\n');
    const batch = anImport(project);
    const incoming = await addDocument(batch, 'vague 2/E02.txt', `${TALK}L1 : Moi.\nL1 : Aussi.\n`);
    expect(incoming).toMatchObject({
      kind: 'document',
      file: 'vague 2/E02.txt',
      name: 'E02',
      sameAs: null,
      encoding: 'utf-8',
      pattern: { kind: 'colon' },
      turnsAreStated: false,
      turns: 6,
      timedTurns: 0,
      words: 9,
      pagesWithoutText: [],
    });
    expect(incoming.speakers).toEqual([
      { label: 'Enquêtrice', turns: 2, words: 3, isInterviewer: true, participantId: null },
      { label: 'Directrice', turns: 2, words: 4, isInterviewer: false, participantId: project.participant('Directrice') },
      { label: 'L1', turns: 2, words: 2, isInterviewer: false, participantId: null },
    ]);
    expect(incoming.sample[0]).toEqual({ number: 1, head: 'Enquêtrice :', words: 'Qui décide ?', speaker: 'Enquêtrice', startMs: null, endMs: null });
    expect(batch.turns(incoming.item, 4, 9)).toEqual([
      { number: 5, head: 'L1 :', words: 'Moi.', speaker: 'L1', startMs: null, endMs: null },
      { number: 6, head: 'L1 :', words: 'Aussi.', speaker: 'L1', startMs: null, endMs: null },
    ]);
  });

  test('has its turns found by the pattern that the user chooses, until it is right', async () => {
    const project = aProject();
    const batch = anImport(project);
    const { item } = await addDocument(batch, 'E1.txt', 'Anne > oui\nBob > non\nsuite\n');
    expect((await batch.recognise(item, { kind: 'initials' })).speakers).toEqual([]);
    await expect(batch.recognise(item, { kind: 'custom', regex: '(' })).rejects.toMatchObject({ code: 'import.patternInvalid' });
    const pattern = { kind: 'custom', regex: '(?<speaker>\\p{L}+) > ' } as const;
    expect(await batch.recognise(item, pattern)).toMatchObject({ pattern, turns: 3, speakers: [{ label: 'Anne' }, { label: 'Bob', turns: 2 }] });
    await finish(batch, { item });
    expect(sourceNamed(project, 'E1').turns.map(({ text }) => text)).toEqual(['Anne > oui\n', 'Bob > non\n', 'suite\n']);
  });

  test('that states its turns keeps them', async () => {
    const batch = anImport(aProject());
    const whisper = JSON.stringify({ segments: [{ start: 0, end: 1.5, text: ' Oui.' }] });
    const { item, turnsAreStated } = await addDocument(batch, 'E1.json', whisper);
    expect(turnsAreStated).toBe(true);
    expect(await batch.recognise(item, { kind: 'paragraphs' })).toMatchObject({ timedTurns: 1 });
  });

  test('whose content is there already says so', async () => {
    const project = aProject();
    const first = anImport(project);
    await finish(first, { item: (await add(first, 'E1.txt', TALK)).item });
    const second = anImport(project);
    expect((await add(second, 'copie.txt', TALK)).sameAs).toEqual({ as: 'source', name: 'E1' });
    expect((await add(second, 'E2.txt', `${TALK}Fin.`)).sameAs).toBeNull();
    expect((await add(second, 'E3.txt', `${TALK}Fin.`)).sameAs).toEqual({ as: 'file', name: 'E2.txt' });
  });
});

describe('what is written', () => {
  test('comes in the order of the files’ names, with the file itself and how its words were set', async () => {
    const project = aProject();
    const batch = anImport(project);
    const bytes = await docxOf([
      new Paragraph({ heading: 'Heading1', children: [new TextRun('Parcours')] }),
      ...paragraphs('Anne : oui', 'Bob : non'),
      new Paragraph({ children: [new TextRun('Anne : et '), new TextRun({ text: 'surtout', bold: true }), new TextRun(' moi')] }),
    ]);
    const late = await add(batch, 'E10.docx', bytes);
    const pdf = await add(batch, 'E9.pdf', await pdfOf([[{ text: 'Anne : page une', x: 72, y: 700 }], [{ text: 'Bob : page deux', x: 72, y: 700 }]]));
    const report = await finish(batch, { item: late.item, name: 'Autre nom' }, { item: pdf.item });
    expect(report.imported.map(({ name, file, turns }) => [name, file, turns])).toEqual([
      ['E9', 'E9.pdf', 2],
      ['Autre nom', 'E10.docx', 4],
    ]);
    const { turns, source } = sourceNamed(project, 'Autre nom');
    expect(turns.map(({ text, styles }) => styles.map(({ start, end, style }) => `${text.slice(start, end)}: ${style}`))).toEqual([
      ['Parcours: heading1'],
      [],
      [],
      ['surtout: bold'],
    ]);
    expect(sourceNamed(project, 'E9').turns.map(({ marks }) => marks)).toEqual([
      [{ at: 0, kind: 'page', value: 1 }],
      [{ at: 0, kind: 'page', value: 2 }],
    ]);
    expect(source).toMatchObject({ originalName: 'E10.docx', hasOriginal: true });
    expect(Buffer.from(readOriginalFile(project.project, source.id).bytes)).toEqual(bytes);
    expect(checkProject(project.project)).toEqual([]);
  });

  test('follows what the user says of who speaks: somebody known, somebody new, an interviewer', async () => {
    const project = aProject().withSource('E00', 'Présidente : Oui.\n');
    const known = project.participant('Présidente');
    const batch = anImport(project);
    const items = [await add(batch, 'E1.txt', 'A : a\nB : b\nC : c\nA : a\n'), await add(batch, 'E2.txt', 'A : d\nB : e\nD : f\nA : g\n')];
    const [one = '', two = ''] = items.map(({ item }) => item);
    const report = await finish(
      batch,
      {
        item: one,
        speakers: [
          { label: 'A', participantId: null, name: 'Marie', isInterviewer: true },
          { label: 'B', participantId: known as never },
          { label: 'C', participantId: null, name: 'Présidente' },
        ],
      },
      { item: two, speakers: [{ label: 'A', participantId: null, name: 'Marie', isInterviewer: true }] },
    );
    expect(report.refused).toEqual([]);
    expect(peopleIn(project).sort()).toEqual(['B', 'D', 'Marie (asks)', 'Présidente', 'Présidente']);
    const marie = project.participant('Marie');
    for (const name of ['E1', 'E2'])
      expect(sourceNamed(project, name).speakers[0]).toMatchObject({ label: 'A', participantId: marie, isInterviewer: true });
    expect(sourceNamed(project, 'E1').speakers[1]).toMatchObject({ label: 'B', participantId: known });
  });

  test('is one act: undo takes all of it back, redo brings it back', async () => {
    const project = aProject();
    const batch = anImport(project);
    const items: IncomingChoice[] = [];
    for (let at = 0; at < 60; at += 1) items.push({ item: (await add(batch, `E${at}.txt`, `${TALK}Directrice : ${at}.\n`)).item });
    const before = project.snapshot();
    expect((await finish(batch, ...items)).imported).toHaveLength(60);
    const after = project.snapshot();
    undo(project.session);
    expect(project.snapshot()).toEqual(before);
    redo(project.session);
    expect(project.snapshot()).toEqual(after);
    expect(checkProject(project.project)).toEqual([]);
  });

  test('is one act with the case that is made for it, given up with it too', async () => {
    const project = aProject();
    const batch = anImport(project);
    const { item } = await add(batch, 'E1.txt', TALK);
    const options = { caseId: null, newCase: 'Pôle 3', kind: 'interview' } as const;
    const before = project.snapshot();
    let looks = 0;
    const interrupted = { ...QUIET, isCancelled: () => (looks += 1) > 1 };
    const items = [...Array(30).keys()].map(async (at) => ({ item: (await add(batch, `E${at}.txt`, `${TALK}Directrice : ${at}.\n`)).item }));
    await expect(batch.finish(await Promise.all(items), options, interrupted)).rejects.toMatchObject({ code: 'job.cancelled' });
    expect(project.snapshot()).toEqual(before);
    expect(project.log().map(({ command, kind }) => [command, kind])).toContainEqual(['case.create', 'undo']);
    await batch.finish([{ item }], options, QUIET);
    expect(project.snapshot()['source_case']).toMatchObject([{ source_id: project.source('E1'), case_id: project.case('Pôle 3') }]);
    undo(project.session);
    expect(project.snapshot()).toEqual(before);
  });

  test.each([
    ['a case that is unknown', 'case.unknown', { caseId: 'c' }, {}],
    ['a person who is unknown', 'participant.unknown', {}, { speakers: [{ label: 'Directrice', participantId: 'p' as never }] }],
    ['a file that was not given', 'import.unknown', {}, { item: 'x' }],
  ])('with %s is refused before anything is written', async (_, code, options, choice) => {
    const project = aProject();
    const batch = anImport(project);
    const { item } = await add(batch, 'E1.txt', TALK);
    const before = project.snapshot();
    const finishing = batch.finish([{ item, ...choice }], { caseId: null, kind: 'interview', ...(options as object) }, QUIET);
    await expect(finishing).rejects.toMatchObject({ code });
    expect(project.snapshot()).toEqual(before);
    expect((await finish(batch, { item })).imported).toHaveLength(1);
  });
});

describe('a survey', () => {
  const ROWS = [
    ['Code', 'Âge', 'Qu’est-ce qui a changé pour vous depuis deux ans ?'],
    ['R01', 34, 'Tout a changé, et d’abord notre façon de décider ensemble.'],
    ['R02', 51, 'Rien du tout : les grands groupes décident comme avant.'],
    ['12', 28, 'Je ne sais pas encore, il est trop tôt pour le dire.'],
    ['R04', null, ''],
  ];
  const surveyOf = async (batch: ImportBatch): Promise<IncomingFile> => add(batch, 'Enquête 2019.xlsx', await xlsxOf(ROWS));

  test('is shown with what its columns seem to be, and becomes one source per respondent, closed columns their attributes', async () => {
    const project = aProject();
    const batch = anImport(project);
    const incoming = await surveyOf(batch);
    expect(incoming).toMatchObject({ kind: 'survey', name: 'Enquête 2019', respondents: 4, sameAs: null });
    expect(incoming.kind === 'survey' && incoming.columns.map(({ role }) => role)).toEqual(['respondent', 'closed', 'open']);
    const before = project.snapshot();
    const report = await finish(batch, { item: incoming.item });
    expect(report.imported.map(({ name, file, speakers }) => [name, file, speakers])).toEqual([
      ['R01', 'Enquête 2019.xlsx', ['R01']],
      ['R02', 'Enquête 2019.xlsx', ['R02']],
      ['Enquête 2019 12', 'Enquête 2019.xlsx', ['12']],
    ]);
    const { source, turns } = sourceNamed(project, 'R01');
    expect(source).toMatchObject({ kind: 'survey', hasOriginal: true });
    expect(turns.map(({ text, styles }) => [text, styles.length])).toEqual([
      ['Qu’est-ce qui a changé pour vous depuis deux ans ?\n', 1],
      ['Tout a changé, et d’abord notre façon de décider ensemble.\n', 0],
    ]);
    const { attributes, values, participants } = readCorpusFrame(project.project);
    const age = attributes.find(({ name }) => name === 'Âge');
    expect(age).toMatchObject({ scope: 'participant', type: 'text', choices: [] });
    expect(
      values
        .filter(({ attributeId }) => attributeId === age?.id)
        .map(({ targetId, value }) => [participants.find(({ id }) => id === targetId)?.name, value]),
    ).toEqual([
      ['R01', '34'],
      ['R02', '51'],
      ['Enquête 2019 12', '28'],
    ]);
    expect(checkProject(project.project)).toEqual([]);
    undo(project.session);
    expect(project.snapshot()).toEqual(before);
  });

  test('follows the roles that the user gives its columns; one without a word to code is refused, and the rest comes in', async () => {
    const project = aProject();
    const batch = anImport(project);
    const { item } = await surveyOf(batch);
    const talk = await add(batch, 'E1.txt', TALK);
    const report = await finish(batch, { item, roles: ['respondent', 'closed', 'closed'] }, { item: talk.item });
    expect(report.imported.map(({ name }) => name)).toEqual(['E1']);
    expect(report.refused).toMatchObject([{ file: 'Enquête 2019.xlsx', code: 'source.unreadable', data: { reason: 'noText' } }]);
  });

  test('whose answers are not of the type that the project’s attribute has is refused, and the rest comes in', async () => {
    const project = aProject();
    createAttribute(project.session, { scope: 'participant', name: 'Âge', type: 'date' });
    const batch = anImport(project);
    const { item } = await surveyOf(batch);
    const report = await finish(batch, { item }, { item: (await add(batch, 'E1.txt', TALK)).item });
    expect(report.imported.map(({ name }) => name)).toEqual(['E1']);
    expect(report.refused).toMatchObject([{ file: 'Enquête 2019.xlsx', code: 'attribute.valuesOfOtherType' }]);
  });
});

describe('a file that cannot be read', () => {
  test('is refused by name with its reason, whatever it is; all the others come in', async () => {
    const project = aProject();
    const batch = anImport(project);
    const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const bomb = zipOf([
      { name: '[Content_Types].xml', content: Buffer.from('<Types/>') },
      { name: 'word/document.xml', content: Buffer.from(`<w:document ${W}/>${' '.repeat(60_000_000)}`) },
    ]);
    const bad: readonly (readonly [name: string, content: string | Uint8Array | null, reason: string])[] = [
      ['verrouillé.pdf', lockedPdf(), 'encrypted'],
      ['tronqué.pdf', (await pdfOf([[{ text: 'Marie : oui', x: 72, y: 700 }]])).subarray(0, 700), 'damaged'],
      ['page.docx', '<html><p>Bonjour</p></html>', 'notAsNamed'],
      ['archive.docx', zipOf([{ name: 'photo.jpg', content: Buffer.from('x') }]), 'notAsNamed'],
      ['bombe.docx', bomb, 'zipBomb'],
      ['profond.rtf', `{\\rtf1 ${'{\\b '.repeat(10_000)}Bonjour${'}'.repeat(10_000)}}`, 'tooDeep'],
      ['bip.txt', Buffer.alloc(5_000, '\x01\x02\x03'), 'binary'],
      ['vide.txt', '', 'empty'],
      ['photo.png', '\x89PNG', 'formatUnsupported'],
      ['jumelles.csv', 'Nom,Nom\na,b\n', 'columnTwice'],
      ['large.ods', odsOf(odsTable([Array.from({ length: 20_000 }, (_, at) => `q${at}`), ['a']])), 'tooManyColumns'],
      ['énorme.txt', Buffer.alloc(100_000_001, 'a'), 'tooLarge'],
      ['absent.txt', null, 'EACCES'],
    ];
    const items: IncomingChoice[] = [];
    for (const [at, [name, content, reason]] of bad.entries()) {
      const adding = content === null ? batch.add(name, notAllowed) : add(batch, name, content);
      await expect(adding).rejects.toMatchObject({ code: 'source.unreadable', data: { file: name, reason } });
      items.push({ item: (await add(batch, `E${at}.txt`, `${TALK}Directrice : ${at}.\n`)).item });
    }
    const report = await finish(batch, ...items);
    expect(report.imported).toHaveLength(bad.length);
    expect(report.refused.map(({ file, data }) => [file, data['reason']])).toEqual(bad.map(([name, , reason]) => [name, reason]));
  });

  function notAllowed(): never {
    throw Object.assign(new Error('permission denied'), { code: 'EACCES' });
  }
});

describe('what an import holds', () => {
  test('goes to the disk when it is much, is read back as it was, and leaves no trace', async () => {
    const folders = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('trame-import-'));
    const before = folders();
    const project = aProject();
    const batch = anImport(project, new ImportHold(500));
    const items = [await add(batch, 'E1.txt', TALK), await add(batch, 'E2.txt', `${TALK}Directrice : Et 😀.\n`)];
    const [made] = folders().filter((name) => !before.includes(name));
    expect(made).toBeDefined();
    await finish(batch, ...items.map(({ item }) => ({ item })));
    expect(sourceNamed(project, 'E2').turns.at(-1)?.text).toBe('Directrice : Et 😀.\n');
    batch.close();
    expect(existsSync(`${tmpdir()}/${made}`)).toBe(false);
  });

  test('is forgotten when it is closed: nothing can be asked of it, and what was being written is not there', async () => {
    const project = aProject();
    const batch = anImport(project);
    const { item } = await add(batch, 'E1.txt', TALK);
    const before = project.snapshot();
    const finishing = finish(batch, { item });
    batch.close();
    await expect(finishing).rejects.toMatchObject({ code: 'job.cancelled' });
    await expect(add(batch, 'E2.txt', TALK)).rejects.toMatchObject({ code: 'import.unknown' });
    expect(() => batch.turns(item, 0, 1)).toThrow(Refusal);
    expect(project.snapshot()).toEqual(before);
  });
});
