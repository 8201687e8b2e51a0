// Real conversations, where they are at hand: every line, speaker and time of every file, counted again by simpler means.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkProject } from '../../../../electron/queries/check.ts';
import { readDocument } from '../../../../electron/exchange/reading/read-documents.ts';
import { closeProject, openProject } from '../../../../electron/storage/open-project.ts';
import type { Project } from '../../../../electron/storage/open-project.ts';
import type { SourceId } from '../../../../shared/domain/ids.ts';
import { done } from '../../../support/command-line.ts';
import { aFolder } from '../../../support/project.ts';

const CORPORA = resolve(import.meta.dirname, '../../../..', '../shared/corpora');
const isHere = existsSync(CORPORA);

interface CorpusFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** The corpora's files of one extension, without licences and empty files. */
function filesOf(extension: string): CorpusFile[] {
  const paths = ['rhapsodie', 'paris-stories'].flatMap((folder) => readdirSync(join(CORPORA, folder)).map((name) => join(CORPORA, folder, name)));
  return paths
    .filter((path) => extname(path) === extension && basename(path) !== 'LICENSE.txt')
    .map((path) => ({ name: basename(path), bytes: readFileSync(path), text: readFileSync(path, 'utf8') }))
    .filter(({ text }) => text !== '');
}

/** Document → its speakers in alphabetical order, from the corpus's own table; it has no rows for the stories. */
function speakersInTable(): Map<string, string[]> {
  const speakers = new Map<string, string[]>();
  for (const row of readFileSync(join(CORPORA, 'rhapsodie/speakers.csv'), 'utf8').trim().split('\n').slice(1)) {
    const [document = '', speaker = ''] = row.split(',');
    speakers.set(document, [...(speakers.get(document) ?? []), speaker].sort());
  }
  return speakers;
}

/** What is compared of a file; its name is there so that a failure says which. */
interface Counted {
  readonly file: string;
  readonly text: string;
  readonly speakers: readonly string[] | undefined;
  readonly turns: readonly (readonly [speaker: string | null, words: string, startMs: number | null, endMs: number | null])[];
}

async function countedByTrame(file: CorpusFile, table: ReadonlyMap<string, readonly string[]>): Promise<Counted> {
  const { name, recognised } = await readDocument(file);
  return {
    file: file.name,
    text: recognised.turns.map(({ text }) => text).join(''),
    speakers: table.has(name) ? [...recognised.speakers].sort() : undefined,
    turns: recognised.turns.map(({ text, bodyStart, bodyEnd, speaker, startMs, endMs }) => [speaker, text.slice(bodyStart, bodyEnd), startMs, endMs]),
  };
}

/** One turn a line; a line without a label continues the one above. */
function turnsOfTranscript(text: string): Counted['turns'] {
  let speaker: string | null = null;
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const label = line.match(/^(\$?L\d|0|non_native) : /);
      speaker = label?.[1] ?? speaker;
      return [speaker, line.slice(label?.[0].length ?? 0).trim(), null, null];
    });
}

/** One turn a cue of three lines: its number, its times, its label and words. */
function turnsOfSubtitles(text: string): Counted['turns'] {
  return text
    .trim()
    .split('\n\n')
    .map((cue) => {
      const [, times = '', line = ''] = cue.split('\n');
      const [startMs = 0, endMs = 0] = times.split(' --> ').map((time) => Date.parse(`1970-01-01T${time.replace(',', '.')}Z`));
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trim(), startMs, endMs];
    });
}

// Groups that hold no words of the document, by the word that opens them.
const NO_WORDS = /^\\(?:\*|fonttbl|colortbl|stylesheet|info|header[lrf]?|footer[lrf]?|pict|nonshppict|fldinst|ftnsep|aftnsep|mmathPr)/;
const CHARACTERS: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  tab: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
};

/** An RTF file's words by the roughest means: tokens, and for each group whether it is read. */
function wordsOfRtf(rtf: string): string {
  const skipped: boolean[] = [];
  let words = '';
  let fallback = 0;
  for (const [token] of rtf.matchAll(/\{(?:\\\*|\\[a-zA-Z]+-?\d* ?)?|\}|\\'[0-9a-f]{2}|\\[a-zA-Z]+-?\d* ?|\\[^a-zA-Z]|[^\\{}\r\n]/g)) {
    if (token.startsWith('{')) skipped.push((skipped.at(-1) ?? false) || NO_WORDS.test(token.slice(1)));
    else if (token === '}') skipped.pop();
    else if (skipped.at(-1)) continue;
    else if (fallback > 0) fallback -= 1;
    else if (token.startsWith("\\'")) words += new TextDecoder('windows-1252').decode(Buffer.from(token.slice(2), 'hex'));
    else if (/^\\u-?\d/.test(token)) {
      words += String.fromCharCode(Number(token.slice(2)) & 0xffff);
      fallback = 1;
    } else if (token.startsWith('\\')) words += CHARACTERS[token.slice(1).trim()] ?? (token === '\\~' ? '\u00a0' : '');
    else words += token;
  }
  return words;
}

/** The transcriber's own lines. */
const BETWEEN_TAPES = /^(?:(?:End of )?Tape \d|END OF (?:INTERVIEW|PART)|PART \d)/;

/** One turn a paragraph; « Paul:<tab> » begins an interview's turns, and what stands above the first is nobody's. */
function turnsOfInterview(words: string): Counted['turns'] {
  let speaker: string | null = null;
  return words
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const label = line.match(/^([A-Z][a-z]+):\t/);
      speaker = BETWEEN_TAPES.test(line) ? null : (label?.[1] ?? speaker);
      return [speaker, line.slice(label?.[0].length ?? 0).trim(), null, null];
    });
}

describe.skipIf(!isHere)('the real corpora (skipped where the folder ../shared/corpora is absent)', () => {
  test.each([
    ['transcripts', '.txt', 100, turnsOfTranscript],
    ['subtitles', '.srt', 70, turnsOfSubtitles],
  ] as const)('%s: every turn, its words, its speaker and its times', async (_, extension, atLeast, turnsOf) => {
    const table = speakersInTable();
    const files = filesOf(extension);
    expect(files.length).toBeGreaterThan(atLeast);
    for (const file of files) {
      const speakers = table.get(basename(file.name, extension));
      expect(await countedByTrame(file, table)).toEqual({ file: file.name, text: file.text, speakers, turns: turnsOf(file.text) });
    }
  });

  test('interviews and essays in RTF: every paragraph, its words and its speaker', async () => {
    const folder = join(CORPORA, 'rtf');
    const names = readdirSync(folder).filter((name) => name.endsWith('.rtf'));
    expect(names.length).toBeGreaterThan(7);
    for (const name of names) {
      const bytes = readFileSync(join(folder, name));
      const document = await readDocument({ name, bytes });
      const turns = turnsOfInterview(wordsOfRtf(bytes.toString('latin1')));
      const read = document.recognised.turns.map(({ text, bodyStart, bodyEnd, speaker }) => [speaker, text.slice(bodyStart, bodyEnd), null, null]);
      expect({ name, turns: read }).toEqual({ name, turns });
      expect(document.recognised.speakers).toHaveLength(name.startsWith('6226') ? 2 : 0);
    }
  });

  test('come in by one command with every speaker, turn and time, and what the table says of the speakers', async () => {
    Object.assign(process.env, { TRAME_LANG: 'en', TRAME_SETTINGS: join(aFolder(), 'settings'), TRAME_HOME: aFolder() });
    const path = join(aFolder(), 'corpus.trame');
    await done('new', path, '--title', 'Corpus', '--coder', 'Anne Berger');
    const table = join(CORPORA, 'rhapsodie/speakers.csv');
    const folders = ['rhapsodie', 'paris-stories', 'rtf'].map((folder) => join(CORPORA, folder));
    const report = JSON.parse((await done('import', path, ...folders, '--participants', table, '--json')).out) as {
      imported: { sourceId: SourceId; file: string }[];
      refused: { file: string }[];
    };
    const project = openProject(path);
    try {
      for (const { sourceId, file } of report.imported)
        expect({ file, turns: turnsInProject(project, sourceId) }).toEqual({ file, turns: countedAgain(file) });
      // neither is a licence of the files nor a table of attributes an interview; whatever else is there was read
      const all = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
      const isEmpty = (file: string): boolean => readFileSync(file).length === 0;
      expect(report.refused.map(({ file }) => file).sort()).toEqual(all.filter((file) => extname(file) === '.csv' || isEmpty(file)).sort());
      expect(report.imported).toHaveLength(all.length - report.refused.length);
      expect(attributesInProject(project)).toEqual(attributesInTable(report.imported.map(({ file }) => basename(file))));
      expect(checkProject(project)).toEqual([]);
    } finally {
      closeProject(project);
    }
  }, 120_000);
});

/** The turns of one source as the project's database holds them, those without words left out. */
function turnsInProject({ sqlite }: Project, sourceId: string): Counted['turns'] {
  const rows = sqlite
    .prepare<[string], { label: string | null; text: string; from: number; to: number; start_ms: number | null; end_ms: number | null }>(
      `SELECT k.label, t.text, t.body_start_utf16 AS "from", t.body_end_utf16 AS "to", t.start_ms, t.end_ms
       FROM turn t LEFT JOIN speaker k ON k.id = t.speaker_id WHERE t.source_id = ? ORDER BY t.position`,
    )
    .all(sourceId);
  return rows.filter(({ from, to }) => to > from).map((row) => [row.label, row.text.slice(row.from, row.to), row.start_ms, row.end_ms]);
}

/** The same, counted in the file itself. */
function countedAgain(file: string): Counted['turns'] {
  if (extname(file) === '.rtf') return turnsOfInterview(wordsOfRtf(readFileSync(file, 'latin1')));
  const text = readFileSync(file, 'utf8');
  if (basename(file) === 'LICENSE.txt')
    return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [[null, line.trim(), null, null] as const]));
  return (extname(file) === '.srt' ? turnsOfSubtitles(text) : turnsOfTranscript(text)).filter(([, words]) => words !== '');
}

/** « document speaker attribute value », one for each value that is not empty, in alphabetical order. */
function attributesInProject({ sqlite }: Project): string[] {
  return sqlite
    .prepare<[], { line: string }>(
      `SELECT DISTINCT s.original_name || ' ' || k.label || ' ' || a.name || ' ' || v.value AS line
       FROM attribute_value v JOIN attribute a ON a.id = v.attribute_id JOIN speaker k ON k.participant_id = v.target_id JOIN source s ON s.id = k.source_id`,
    )
    .all()
    .map(({ line }) => line)
    .sort();
}

function attributesInTable(files: readonly string[]): string[] {
  const [header = '', ...lines] = readFileSync(join(CORPORA, 'rhapsodie/speakers.csv'), 'utf8').trim().split(/\r?\n/);
  const names = header.split(',');
  return lines
    .flatMap((line) => {
      const [document = '', speaker = '', ...values] = line.split(',');
      const imported = files.filter((file) => file === `${document}.txt`);
      return imported.flatMap((file) => values.flatMap((value, at) => (value === '' ? [] : [`${file} ${speaker} ${names[at + 2]} ${value}`])));
    })
    .sort();
}
