// The core from a window's side: the projects on the desk, who acts, long imports, and a whole study made by calls alone. What the
// contract's shapes refuse is tested in ipc/contract.test.ts.
import { copyFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Input } from '../../../shared/contract/contract.ts';
import type { IncomingFile } from '../../../shared/domain/incoming.ts';
import { aCore, settingsIn } from '../../support/core.ts';
import type { TestCore } from '../../support/core.ts';
import { snapshot } from '../../support/content.ts';
import { countEntries } from '../../support/project.ts';
import { aStudy } from '../../support/study.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const NEW: Input<'project.create'> = {
  title: 'Deux pôles',
  question: '',
  language: 'fr',
  gridKeys: ['innovation-sociale'],
  caseNames: ['Pôle 1', 'Pôle 2', 'Pôle 1'],
  coderName: 'Anne Berger',
};

/** The files that could be read, as they would come in. */
async function added(core: TestCore, batch: string, files: readonly { name: string; base64: string }[]): Promise<IncomingFile[]> {
  const incoming: IncomingFile[] = [];
  for (const file of files) {
    const reply = await core.ask('import.add', { batch, file });
    if (reply.ok) incoming.push(reply.value as IncomingFile);
    else expect(reply.failure).toMatchObject({ kind: 'refusal', code: 'source.unreadable' });
  }
  return incoming;
}

describe('what makes no sense', () => {
  /** A study open on the desk, and a way to tell that nothing changed in it. */
  async function open(): Promise<{ core: TestCore; state: () => unknown }> {
    const { project } = aStudy();
    const core = aCore();
    copyFileSync(project.reopen().path, join(core.home, 'étude.trame'));
    const [listing] = await core.call('project.list', {});
    await core.call('project.open', { ref: listing?.ref ?? '' });
    const opened = core.desk.project();
    return { core, state: () => [snapshot(opened), countEntries(opened)] };
  }

  it('in place of a channel is answered', async () => {
    const { core } = await open();
    for (const channel of [
      '',
      'x',
      '__proto__',
      'constructor',
      'toString',
      'coding.apply ',
      'CODING.APPLY',
      null,
      undefined,
      7,
      {},
      [],
      Symbol('x'),
      Object.create(null),
    ]) {
      const reply = await core.ask(channel, {});
      expect(reply).toMatchObject({ ok: false, failure: { kind: 'invalid', code: 'input.unknownChannel' } });
    }
    expect(core.faults).toEqual([]);
  });

  it.each([
    ['a source under a name of nothing but spaces', 'source.update', { name: '   ' }],
    ['a day that does not exist', 'source.update', { date: '2019-02-30' }],
    ['a colour that is none', 'category.update', { color: 'red' }],
    [
      'a matrix without columns',
      'matrix.compute',
      { definition: { rows: [{ kind: 'case' }], columns: [], join: { kind: 'overlap' }, coderIds: null, contents: ['counts'], hidesEmpty: false } },
    ],
    [
      'a matrix of four nested columns',
      'matrix.compute',
      {
        definition: {
          rows: [{ kind: 'case' }],
          columns: Array.from({ length: 4 }, () => ({ kind: 'case' })),
          join: { kind: 'overlap' },
          coderIds: null,
          contents: ['counts'],
          hidesEmpty: false,
        },
      },
    ],
  ])('%s is named by its field', async (_sentence, channel, input) => {
    const { core } = await open();
    const reply = await core.ask(channel, input);
    const [field = ''] = Object.keys(input);
    expect(reply).toMatchObject({ ok: false, failure: { kind: 'invalid', code: 'input.invalid' } });
    expect(JSON.stringify(reply)).toContain(field);
  });

  it.each([
    ['no JSON', 'x'],
    ['no grid', '{"a": 1}'],
    ['a category without a name', '{"id": "g", "title": "G", "categories": [{"definition": "x"}]}'],
    [
      'a tree deeper than anybody can read',
      `{"id": "g", "title": "G", "categories": ${'[{"name": "x", "children": '.repeat(20_000)}[]${'}]'.repeat(20_000)}}`,
    ],
  ])('in a grid’s file, %s, is refused', async (_sentence, text) => {
    const { core, state } = await open();
    const before = state();
    expect(await core.refused('grid.import', { file: { name: 'g.json', base64: base64(text) } })).toBe('grid.invalidFile');
    expect(core.faults).toEqual([]);
    expect(state()).toEqual(before);
  });
});

describe('without a project', () => {
  it('nothing can be asked of one', async () => {
    const core = aCore();
    for (const channel of ['corpus.read', 'codebook.read', 'project.status', 'history.list', 'matrix.list', 'coder.list'] as const) {
      expect(await core.refused(channel, channel === 'history.list' ? ({ limit: 5 } as never) : ({} as never))).toBe('project.none');
    }
    expect(await core.call('project.current', {})).toBeNull();
    expect(await core.call('project.close', {})).toBeNull();
    expect(await core.call('project.list', {})).toEqual([]);
    expect(await core.refused('project.open', { ref: 'x' })).toBe('project.notFound');
  });

  it('the shipped grids can be looked at, in both languages', async () => {
    const core = aCore();
    const [fr, en] = [await core.call('grid.shipped', { language: 'fr' }), await core.call('grid.shipped', { language: 'en' })];
    expect(fr.map(({ key }) => key)).toEqual(en.map(({ key }) => key));
    expect(fr).toHaveLength(7);
  });
});

describe('making a project', () => {
  it('puts it into the projects’ folder with its cases and grids, opens it, and lists it', async () => {
    const core = aCore();
    const info = await core.call('project.create', NEW);
    expect([info.title, info.fileName, info.isReadOnly]).toEqual(['Deux pôles', 'Deux pôles.trame', false]);
    expect((await core.call('corpus.read', {})).cases.map(({ name }) => name)).toEqual(['Pôle 1', 'Pôle 2']);
    expect((await core.call('codebook.read', {})).map(({ key }) => key)).toEqual(['innovation-sociale']);
    const [listed] = await core.call('project.list', {});
    expect(listed).toMatchObject({ title: 'Deux pôles', fileName: 'Deux pôles.trame', folder: core.home, problem: null, sources: 0 });
    expect(settingsIn(core.home)).toMatchObject({ recentProjects: [join(core.home, 'Deux pôles.trame')] });
    expect((await core.call('project.create', NEW)).fileName).toBe('Deux pôles (2).trame');
    core.desk.close();
  });

  it.each([
    ['Étude n° 3 : « qui ? » / quoi', 'Étude n° 3 « qui » quoi.trame'],
    ['../..', 'Projet.trame'],
    ['長'.repeat(300), `${'長'.repeat(50)}.trame`],
    [`${'a'.repeat(149)}😀`, `${'a'.repeat(149)}.trame`],
  ])('of the title %s gives a name that every system accepts', async (title, fileName) => {
    const core = aCore();
    expect((await core.call('project.create', { ...NEW, title, gridKeys: [] })).fileName).toBe(fileName);
    expect(readdirSync(core.home)).toContain(fileName);
    core.desk.close();
  });

  it.each([
    ['grid.unknown', ['nulle-part']],
    ['grid.isStance', ['innovation-sociale', 'posture-de-preuve']],
  ])('%s: with a grid that cannot be added makes no file, and leaves the open one open', async (code, gridKeys) => {
    const core = aCore();
    await core.call('project.create', { ...NEW, title: 'Ouvert' });
    expect(await core.refused('project.create', { ...NEW, gridKeys })).toBe(code);
    expect((await core.call('project.current', {}))?.title).toBe('Ouvert');
    core.desk.close();
    expect(readdirSync(core.home).sort()).toEqual(['.settings', 'Ouvert.trame']);
  });

  it('in a folder that cannot be is refused', async () => {
    const core = aCore();
    writeFileSync(join(core.home, 'un fichier'), '');
    process.env.TRAME_HOME = join(core.home, 'un fichier', 'Trame');
    expect(await core.refused('project.create', NEW)).toBe('file.unwritable');
  });
});

it('a project that cannot be opened is listed with its reason, and the others with their numbers', async () => {
  const core = aCore();
  await core.call('project.create', NEW);
  core.desk.close();
  writeFileSync(join(core.home, 'abîmé.trame'), 'SQLite format 3\0');
  writeFileSync(join(core.home, 'notes.trame'), 'des notes');
  writeFileSync(join(core.home, 'autre.txt'), 'x');
  const listed = await core.call('project.list', {});
  expect(Object.fromEntries(listed.map(({ fileName, problem }) => [fileName, problem?.code ?? null]))).toEqual({
    'Deux pôles.trame': null,
    'abîmé.trame': 'project.damaged',
    'notes.trame': 'project.notSqlite',
  });
  expect(await core.refused('project.open', { ref: listed.find(({ fileName }) => fileName === 'notes.trame')?.ref ?? '' })).toBe('project.notSqlite');
});

it('a whole study through the contract: import, code, read, undo, close, open again', async () => {
  const core = aCore();
  await core.call('project.create', NEW);
  const corpus = await core.call('corpus.read', {});
  const files = [
    {
      name: 'E01 Directrice.txt',
      base64: base64('Enquêtrice : Qui décide ?\nDirectrice : Tout le monde décide 😀.\nEnquêtrice : Ah ?\nDirectrice : Oui.\n'),
    },
    { name: 'image.png', base64: base64('\u0089PNG') },
    { name: 'E02.md', base64: base64('Président : Les grands décident.\nPrésident : Pas nous.\n') },
  ];
  const { batch } = await core.call('import.begin', {});
  const incoming = await added(core, batch, files);
  const report = await core.call('import.finish', {
    batch,
    job: 'j',
    items: incoming.map(({ item }) => ({ item })),
    caseId: corpus.cases[0]?.id ?? null,
    kind: 'interview',
  });
  expect(report.imported.map(({ name, turns, speakers }) => [name, turns, speakers])).toEqual([
    ['E01 Directrice', 4, ['Enquêtrice', 'Directrice']],
    ['E02', 2, ['Président']],
  ]);
  expect(report.refused.map(({ file }) => file)).toEqual(['image.png']);
  expect(core.events.filter(({ kind }) => kind === 'progress').at(-1)).toMatchObject({ job: 'j', done: 2, total: 2, label: 'E02' });

  const opened = await core.call('source.open', { sourceId: report.imported[0]?.sourceId as never });
  const [grid] = await core.call('codebook.read', {});
  const gouvernance = grid?.categories.find(({ name }) => name === 'Gouvernance');
  const turn = opened.turns[1];
  if (!turn || !gouvernance) throw new Error('a turn and a category');
  const range = {
    sourceId: opened.source.id,
    start: { turnId: turn.id, offsetUtf16: turn.bodyStart },
    end: { turnId: turn.id, offsetUtf16: turn.bodyEnd },
  };
  core.events.length = 0;
  const { passageId } = await core.call('coding.apply', { ...range, categoryIds: [gouvernance.id] });
  expect(core.events).toEqual([{ kind: 'changes', command: 'coding.apply', tables: ['passage', 'coding'] }]);
  expect(await core.call('passage.read', { passageId })).toMatchObject({ quote: 'Tout le monde décide 😀.', ref: 'E01 §2', speaker: 'Directrice' });

  const definition = {
    rows: [{ kind: 'grid', gridId: grid?.id as never, level: null }],
    columns: [{ kind: 'case' }],
    join: { kind: 'overlap' },
    coderIds: null,
    contents: ['counts'],
    hidesEmpty: true,
  } as never;
  const table = await core.call('matrix.compute', { definition });
  expect(table.cells.map((row) => row.map(({ passages }) => passages))).toEqual([[1]]);
  const cell = await core.call('matrix.cell', { definition, rowKey: table.rows[0]?.key ?? '', columnKey: table.columns[0]?.key ?? '' });
  expect(cell.quotes.map(({ text }) => text)).toEqual(['Tout le monde décide 😀.']);
  const entityKeys = cell.key.split('|');
  await core.call('cell.writeSynthesis', { entityKeys, text: 'Chacun a sa voix.', status: 'ready' });
  await core.call('cell.setStance', { entityKeys, passageId, stance: 'supports' });
  const exported = await core.call('matrix.export', { definition, title: 'Gouvernance : deux pôles' });
  expect(JSON.parse(Buffer.from(exported.base64, 'base64').toString())).toMatchObject({
    cells: [[{ synthesis: 'Chacun a sa voix.', stance: { supports: 1 } }]],
  });
  expect(exported.fileName).toBe('Gouvernance deux pôles.json');

  const coderId = await core.call('coder.create', { name: 'Claire Delmas' });
  await core.call('coder.choose', { coderId });
  expect((await core.call('project.current', {}))?.coderId).toBe(coderId);
  await core.call('history.undo', {});
  // the acting coder's making was taken back: the project's first coder acts again
  expect((await core.call('project.current', {}))?.coderId).not.toBe(coderId);
  await core.call('memo.write', { memoId: null, targetKind: 'passage', targetId: passageId, title: '', text: 'beau' });
  expect(await core.call('history.undo', {})).toMatchObject({ command: 'memo.write', isUndone: true });
  expect(await core.call('history.redo', {})).toMatchObject({ command: 'memo.write', isUndone: false });
  expect(await core.refused('history.redo', {})).toBe('redo.nothing');
  expect(await core.call('project.check', {})).toEqual([]);

  await core.call('project.close', {});
  expect(readdirSync(core.home).sort()).toEqual(['.settings', 'Deux pôles.trame']);
  const [listed] = await core.call('project.list', {});
  expect(listed).toMatchObject({ sources: 2, turns: 4, codedTurns: 1, codings: 1 });
  await core.call('project.open', { ref: listed?.ref ?? '' });
  expect((await core.call('history.list', { limit: 1 })).entries[0]).toMatchObject({ kind: 'redo', command: 'memo.write' });
  core.desk.close();
  expect(core.faults).toEqual([]);
});

describe('an import', () => {
  /** More than one step's worth. */
  const files = Array.from({ length: 30 }, (_, index) => ({ name: `E${String(index).padStart(2, '0')}.txt`, base64: base64(`Oui, ${index}.\n`) }));

  /** A project, and an import of all the files, read. */
  async function read(): Promise<{ core: TestCore; input: Input<'import.finish'> }> {
    const core = aCore();
    await core.call('project.create', NEW);
    const { batch } = await core.call('import.begin', {});
    const items = (await added(core, batch, files)).map(({ item }) => ({ item }));
    return { core, input: { batch, job: 'j', items, caseId: null, kind: 'interview' } };
  }

  /** Stops as soon as the first step is written. */
  function onFirstStep(core: TestCore, stop: () => void): void {
    const end = core.desk.onEvent((event) => {
      if (event.kind !== 'progress' || event.done === 0) return;
      end();
      stop();
    });
  }

  it('can be stopped before anything is written, or when some is: then nothing of it is there, and it can be written after all', async () => {
    const { core, input } = await read();
    const importing = core.ask('import.finish', input);
    await core.call('job.cancel', { job: 'j' });
    expect(await importing).toMatchObject({ ok: false, failure: { code: 'job.cancelled' } });
    const before = snapshot(core.desk.project());
    onFirstStep(core, () => core.desk.cancel('j'));
    expect(await core.refused('import.finish', input)).toBe('job.cancelled');
    expect(snapshot(core.desk.project())).toEqual(before);
    expect((await core.call('import.finish', input)).imported).toHaveLength(30);
    const { entries: history } = await core.call('history.list', { limit: 3 });
    // stopped, taken back, written after all: each one line
    expect(history.map(({ kind, isUndone, subject }) => [kind, isUndone, subject['count']])).toEqual([
      ['do', false, 30],
      ['undo', false, 30],
      ['do', true, 30],
    ]);
    await core.call('history.undo', {});
    expect(snapshot(core.desk.project())).toEqual(before);
    await core.call('history.redo', {});
    expect((await core.call('corpus.read', {})).sources.map(({ name }) => name)).toEqual(files.map(({ name }) => name.slice(0, 3)));
    expect(await core.call('project.check', {})).toEqual([]);
    core.desk.close();
    expect(core.faults).toEqual([]);
  });

  it('does not end up in a project opened meanwhile, nor half of it in the one that is left', async () => {
    const { core, input } = await read();
    const left = core.desk.project().path;
    onFirstStep(core, () => void core.ask('project.create', { ...NEW, title: 'Un autre' }));
    expect(await core.refused('import.finish', input)).toBe('job.cancelled');
    expect((await core.call('corpus.read', {})).sources).toEqual([]);
    expect(await core.refused('import.finish', input)).toBe('import.unknown');
    core.desk.open(left);
    expect((await core.call('corpus.read', {})).sources).toEqual([]);
    expect(await core.call('project.check', {})).toEqual([]);
    core.desk.close();
    expect(core.faults).toEqual([]);
  });

  it('does not keep others from working while it is written', async () => {
    const { core, input } = await read();
    const caseNames: string[] = [];
    onFirstStep(core, () => void core.call('case.create', { name: 'Pôle 3' }).then(() => caseNames.push('Pôle 3')));
    expect((await core.call('import.finish', input)).imported).toHaveLength(30);
    expect(caseNames).toEqual(['Pôle 3']);
    core.desk.close();
  });

  it('is open until it is discarded, written or begun anew; files can be added to none other', async () => {
    const core = aCore();
    await core.call('project.create', NEW);
    const file = { name: 'E1.txt', base64: base64('Oui.\n') };
    const first = await core.call('import.begin', {});
    const incoming = await core.call('import.add', { ...first, file });
    const second = await core.call('import.begin', {});
    expect(await core.refused('import.add', { ...first, file })).toBe('import.unknown');
    expect(await core.refused('import.turns', { ...second, item: incoming.item, from: 0, count: 1 })).toBe('import.unknown');
    await core.call('import.discard', second);
    expect(await core.refused('import.discard', second)).toBe('import.unknown');
    core.desk.close();
  });
});

it('who acts is remembered per project, also by the next start', async () => {
  const core = aCore();
  const { id } = await core.call('project.create', NEW);
  const coderId = await core.call('coder.create', { name: 'Claire Delmas' });
  await core.call('coder.choose', { coderId });
  expect(settingsIn(core.home)).toMatchObject({ actingCoders: { [id]: coderId } });
  await core.call('project.close', {});
  const [listed] = await core.call('project.list', {});
  expect((await core.call('project.open', { ref: listed?.ref ?? '' })).coderId).toBe(coderId);
  expect(await core.refused('coder.choose', { coderId: id as never })).toBe('coder.unknown');
  core.desk.close();
});
