// What is no text and no code: recordings with their moments, pictures, parts of cases, concept maps, a coding's memo; out to a package and back.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assignPart } from '../../../../electron/commands/case-parts.ts';
import { placeOnMap, saveMap } from '../../../../electron/commands/concept-maps.ts';
import { importSources } from '../../../../electron/commands/import-sources.ts';
import { addMedia } from '../../../../electron/commands/media.ts';
import { writeMemo } from '../../../../electron/commands/memos.ts';
import { makeLink } from '../../../../electron/commands/typed-links.ts';
import { exportRefi } from '../../../../electron/exchange/refi/export-refi.ts';
import { newProjectFromRefi } from '../../../../electron/exchange/refi/import-refi.ts';
import { checkProject } from '../../../../electron/queries/check.ts';
import { readOutline } from '../../../../electron/queries/sources.ts';
import { MediaIntake, mediaFolder } from '../../../../electron/storage/media-files.ts';
import { closeProject, openProject, peekProject } from '../../../../electron/storage/open-project.ts';
import type { Project } from '../../../../electron/storage/open-project.ts';
import { aFolder, aProject } from '../../../support/project.ts';
import type { TestProject } from '../../../support/project.ts';
import { aRecording } from '../../../support/tones.ts';
import { zipOf } from '../../../support/zip-archive.ts';
import { partsOf } from './altered-packages.ts';
import { assertFollowsSchema } from './round-trips.ts';

const OPTIONS = { language: 'fr', origin: '00000000-0000-4000-8000-0000000000aa' } as const;
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

function qdeIn(path: string): string {
  assertFollowsSchema(path);
  return Buffer.from(partsOf(path).find(({ name }) => name === 'project.qde')?.content ?? '').toString();
}

interface Answer<T> {
  readonly xml: string;
  readonly found: T;
  readonly report: Awaited<ReturnType<typeof newProjectFromRefi>>;
  readonly path: string;
}

/** Out to a package without a side file, into a new project, and what `look` sees there. */
async function thereAndBack<T>(project: Project, look: (back: Project) => T, withSideFile = false): Promise<Answer<T>> {
  const folder = aFolder();
  const [out, path] = [join(folder, 'x.qdpx'), join(folder, 'y.trame')];
  await exportRefi(project, out, { unit: 'codepoint', withSideFile, version: '1' });
  const report = await newProjectFromRefi(out, path, OPTIONS);
  expect(peekProject(path, checkProject)).toEqual([]);
  return { xml: qdeIn(out), found: peekProject(path, look), report, path };
}

async function cameOf<T>(xml: string, files: Record<string, Buffer>, look: (back: Project) => T) {
  const folder = aFolder();
  const parts = Object.entries(files).map(([name, content]) => ({ name: `sources/${name}`, content }));
  writeFileSync(join(folder, 'x.qdpx'), zipOf([{ name: 'project.qde', content: Buffer.from(xml) }, ...parts]));
  const report = await newProjectFromRefi(join(folder, 'x.qdpx'), join(folder, 'x.trame'), OPTIONS);
  expect(peekProject(join(folder, 'x.trame'), checkProject)).toEqual([]);
  return { report, found: peekProject(join(folder, 'x.trame'), look), path: join(folder, 'x.trame') };
}

const GUID = (n: number): string => `0000000A-0000-4000-8000-${String(n).padStart(12, '0')}`;
const rows = (sql: string) => (project: Project) => project.sqlite.prepare(sql).raw().all();

function recorded(p: TestProject, source: string): TestProject {
  const intake = new MediaIntake(p.path, 'entretien 😀.wav');
  intake.add(aRecording(1));
  addMedia(p.session, { sourceId: p.source(source), originalName: 'entretien 😀.wav', durationMs: null, ...intake.keep() });
  return p;
}

const TURNS = [
  { text: 'Marie : 😀 bonjour à tous\n', bodyStart: 8, bodyEnd: 25, speaker: 'Marie', startMs: 0, endMs: 1500 },
  { text: 'Paul : nous coopérons\n', bodyStart: 7, bodyEnd: 21, speaker: 'Paul', startMs: 2000, endMs: null },
] as const;

function interview(): TestProject {
  const p = aProject().withOwnGrid('Mienne', { Agir: [] });
  const marks = [{ at: 10, kind: 'time', value: 700 } as const];
  importSources(p.session, [{ name: 'E1', originalName: 'E1.txt', sha256: 'f'.repeat(64), turns: TURNS, marks }], {
    caseId: null,
    kind: 'interview',
  });
  return recorded(p, 'E1').codedBy('AB', 'Agir', 'coopérons');
}

const TIMES = 'SELECT start_ms, end_ms, marks FROM turn ORDER BY position';

describe('a recorded interview', () => {
  it('leaves as a text with its codings and a recording with a transcript of it, and is one source again', async () => {
    const p = interview();
    const { xml, found, report, path } = await thereAndBack(p.project, (back) => ({
      times: rows(TIMES)(back),
      media: rows('SELECT s.name, m.sha256, m.original_name, m.mime, m.size_bytes FROM media m JOIN source s ON s.id = m.source_id')(back),
      codings: rows('SELECT count(*) FROM coding')(back),
      sources: rows('SELECT count(*) FROM source')(back),
    }));
    expect(xml).toMatch(/<AudioSource [^>]*name="entretien 😀\.wav" path="internal:\/\/[0-9A-F-]{36}\.wav"/);
    expect([...xml.matchAll(/<SyncPoint [^>]*timeStamp="(\d+)" position="(\d+)"/g)].map(([, ms, at]) => [ms, at])).toEqual([
      ['0', '0'],
      ['700', '9'],
      ['1500', '24'],
      ['2000', '25'],
    ]);
    expect(found.times).toEqual(rows(TIMES)(p.project));
    expect(found.media).toEqual(rows("SELECT 'E1', sha256, original_name, mime, size_bytes FROM media")(p.project));
    expect([found.codings, found.sources]).toEqual([[[1]], [[1]]]);
    expect(readdirSync(mediaFolder(path))).toHaveLength(1);
    expect(report.changes).toContainEqual({ what: 'joinedRecording', count: 1 });
  });

  it('has its recording beside it again when Trame’s own file came along', async () => {
    const { found, report, path } = await thereAndBack(interview().project, rows(TIMES), true);
    expect(report.isWhole).toBe(true);
    expect(report.made.sources).toBe(1);
    expect(found).toHaveLength(2);
    expect(readdirSync(mediaFolder(path))).toHaveLength(1);
  });

  it('leaves without it where it is left out, which is said', async () => {
    const folder = aFolder();
    const written = await exportRefi(interview().project, join(folder, 'x.qdpx'), {
      unit: 'codepoint',
      withSideFile: false,
      withRecordings: false,
      version: '1',
    });
    expect(written.losses).toContainEqual({ fact: 'media', count: 1 });
    expect(written.losses).toContainEqual({ fact: 'layout', count: 1 });
    expect(qdeIn(join(folder, 'x.qdpx'))).not.toContain('AudioSource');
  });

  it('of ATLAS.ti, which is three sources, is one with its recording', async () => {
    const video = `<VideoSource guid="${GUID(3)}" name="film" path="internal://F.wav"/>`;
    const text = `<TextSource guid="${GUID(4)}" name="E1" plainTextPath="internal://T.txt"/>`;
    const transcript = `<VideoSource guid="${GUID(5)}" name="film" path="internal://F.wav"><Transcript guid="${GUID(6)}" plainTextPath="internal://T.txt">
      <SyncPoint guid="${GUID(7)}" timeStamp="0" position="0"/><SyncPoint guid="${GUID(8)}" timeStamp="900" position="9"/></Transcript></VideoSource>`;
    const xml = `<Project name="P" origin="ATLAS.ti 23"><Sources>${video}${text}${transcript}</Sources></Project>`;
    const files = { 'F.wav': Buffer.from(aRecording(1)), 'T.txt': Buffer.from('Bonjour.\nMerci.\n') };
    const { report, found } = await cameOf(
      xml,
      files,
      rows('SELECT t.start_ms, m.original_name FROM turn t JOIN media m USING (source_id) ORDER BY t.position'),
    );
    expect(found).toEqual([
      [0, 'film.wav'],
      [900, 'film.wav'],
    ]);
    expect(report.changes).toContainEqual({ what: 'joinedRecording', count: 2 });
  });

  it('whose file no player plays comes without it, which is said, and nothing lies beside the project', async () => {
    const xml = `<Project name="P"><Sources><AudioSource guid="${GUID(3)}" name="son" path="internal://F.mp3"/></Sources></Project>`;
    const { report, found, path } = await cameOf(xml, { 'F.mp3': Buffer.from('this is no music at all') }, rows('SELECT count(*) FROM media'));
    expect(found).toEqual([[0]]);
    expect(report.changes).toContainEqual({ what: 'mediaLeft', count: 1 });
    expect(readdirSync(join(path, '..')).toSorted()).toEqual(['x.qdpx', 'x.trame']);
  });
});

it.each([
  ['PictureSource', 'PictureSelection', 'firstX="10" firstY="20" secondX="30" secondY="40"', { 'P.png': PIXEL }, 'P.png'],
  ['AudioSource', 'AudioSelection', 'begin="1000" end="2500"', { 'P.wav': Buffer.from(aRecording(1)) }, 'P.wav'],
])('what is coded of a %s comes, leaves again at the same place with its file, and comes again', async (source, selection, place, files, file) => {
  const code = `<CodeBook><Codes><Code guid="${GUID(1)}" name="Agir" isCodable="true"/></Codes></CodeBook>`;
  const selected = `<${selection} guid="${GUID(4)}" name="un coin" ${place}><Coding guid="${GUID(5)}"><CodeRef targetGUID="${GUID(1)}"/></Coding></${selection}>`;
  const xml = `<Project name="P">${code}<Sources><${source} guid="${GUID(3)}" name="Carte" path="internal://${file}">${selected}</${source}></Sources></Project>`;
  const words = rows('SELECT text FROM turn ORDER BY position');
  const { path, found } = await cameOf(xml, files, words);
  const folder = aFolder();
  const out = join(folder, 'y.qdpx');
  const project = openProject(path);
  const again = await thereAndBack(project, words);
  await exportRefi(project, out, { unit: 'codepoint', withSideFile: false, version: '1' });
  closeProject(project);
  expect(again.xml).toContain(`<${selection} guid="${GUID(4)}" name="un coin" ${place}`);
  expect(partsOf(out).some(({ content }) => Buffer.from(content).equals(Object.values(files)[0] as Buffer))).toBe(true);
  expect(again.found).toEqual(found);
  expect(again.report.made.codings).toBe(1);
});

it('turns that belong to a case leave as its selection, and belong to it again', async () => {
  const p = aProject().withCase('Pôle 1').withSource('E1', 'Marie : un.\nPaul : deux.\nMarie : trois.\n');
  const [first, second] = readOutline(p.project, p.source('E1'));
  if (!first || !second) throw new Error('no turns');
  assignPart(p.session, { firstTurnId: first.id, lastTurnId: second.id, caseId: p.case('Pôle 1') });
  const parts =
    'SELECT c.name, a.position, b.position FROM case_part x JOIN study_case c ON c.id = x.case_id JOIN turn a ON a.id = first_turn_id JOIN turn b ON b.id = last_turn_id';
  const { xml, found } = await thereAndBack(p.project, (back) => [rows(parts)(back), rows('SELECT count(*) FROM passage')(back)]);
  expect(xml).toContain('<SelectionRef ');
  expect(found).toEqual([[['Pôle 1', 0, 1]], [[0]]]);
});

it('codes of a case are named in a memo on it', async () => {
  const xml = `<Project name="P"><CodeBook><Codes><Code guid="${GUID(1)}" name="Agir" isCodable="true"/></Codes></CodeBook>
    <Cases><Case guid="${GUID(2)}" name="Pôle"><CodeRef targetGUID="${GUID(1)}"/></Case></Cases></Project>`;
  const { report, found } = await cameOf(xml, {}, rows('SELECT target_kind, text FROM memo'));
  expect(found).toEqual([['case', '– Agir']]);
  expect(report.changes).toContainEqual({ what: 'caseCodeAsMemo', count: 1 });
});

it('a concept map leaves as a graph and is the same map again', async () => {
  const p = aProject().withOwnGrid('Mienne', { Agir: [], Décider: [], Seule: [] });
  const [from, to] = [p.category('Agir'), p.category('Décider')];
  const type = { name: 'mène à', color: '#123456', isDirected: true };
  makeLink(p.session, { type, from: { kind: 'category', id: from }, to: { kind: 'category', id: to }, note: '', passageIds: [] });
  const mapId = saveMap(p.session, { mapId: null, name: 'Carte 😀', note: '' });
  placeOnMap(p.session, {
    mapId,
    nodes: [
      { categoryId: from, x: 12, y: -40 },
      { categoryId: to, x: 300, y: 81 },
    ],
  });
  const look = (project: Project) => [
    rows(
      'SELECT m.name, c.name, n.x, n.y FROM concept_map_node n JOIN concept_map m ON m.id = n.concept_map_id JOIN category c ON c.id = n.category_id',
    )(project),
    rows(
      'SELECT t.name, t.color, t.is_directed, a.name, b.name FROM link l JOIN link_type t ON t.id = l.link_type_id JOIN category a ON a.id = from_category_id JOIN category b ON b.id = to_category_id',
    )(project),
  ];
  const { xml, found, report } = await thereAndBack(p.project, look);
  expect(xml).toMatch(/<Edge [^>]*name="mène à"[^>]*direction="OneWay"/);
  expect(found).toEqual(look(p.project));
  expect(report.changes.filter(({ what }) => what.startsWith('graph') || what.startsWith('edge'))).toEqual([]);
});

it('another program’s network becomes a map, its lines links, and what is no code a memo', async () => {
  const codes = [1, 2].map((n) => `<Code guid="${GUID(n)}" name="C${n}" isCodable="true"/>`).join('');
  const vertex = (n: number, represents: number): string =>
    `<Vertex guid="${GUID(n)}" representedGUID="${GUID(represents)}" name="V${n}" firstX="${n}0" firstY="0"/>`;
  const edge = `<Edge guid="${GUID(20)}" name="cause" sourceVertex="${GUID(10)}" targetVertex="${GUID(11)}" direction="OneWay"/>`;
  const graph = `<Graph guid="${GUID(9)}" name="Réseau">${vertex(10, 1)}${vertex(11, 2)}${vertex(12, 99)}${edge}</Graph>`;
  const xml = `<Project name="P" origin="ATLAS.ti 9"><CodeBook><Codes>${codes}</Codes></CodeBook><Graphs>${graph}</Graphs></Project>`;
  const { report, found } = await cameOf(xml, {}, (project) => [
    rows('SELECT x, y FROM concept_map_node ORDER BY x')(project),
    rows('SELECT t.name FROM link JOIN link_type t ON t.id = link_type_id')(project),
    rows('SELECT text FROM memo')(project),
  ]);
  expect(found).toEqual([
    [
      [100, 0],
      [110, 0],
    ],
    [['cause']],
    [['– V12']],
  ]);
  for (const what of ['graphAsMap', 'edgeAsLink', 'graphAsMemo']) expect(report.changes).toContainEqual({ what, count: 1 });
});

it('a coding’s memo is its note, and stands in the selection’s words for programs that know no such note', async () => {
  const p = aProject().withOwnGrid('Mienne', { Agir: [], Dire: [] }).withSource('E1', 'Un mot, puis deux.\n');
  p.coding('AB', 'Agir', 'Un mot');
  p.coding('AB', ['Agir', 'Dire'], 'puis deux');
  for (const [codingId] of rows('SELECT id FROM coding')(p.project) as [string][])
    writeMemo(p.session, { memoId: null, targetKind: 'coding', targetId: codingId, title: '', text: 'Pourquoi ?\nParce que.' });
  const { xml, found } = await thereAndBack(p.project, (back) => [
    rows('SELECT target_kind, text FROM memo')(back),
    rows('SELECT count(*) FROM passage WHERE paraphrase IS NOT NULL')(back),
  ]);
  expect(xml.match(/<Description>Pourquoi \?\nParce que\.<\/Description>/g)).toHaveLength(1);
  expect(found).toEqual([Array.from({ length: 3 }, () => ['coding', 'Pourquoi ?\nParce que.']), [[0]]]);
});
