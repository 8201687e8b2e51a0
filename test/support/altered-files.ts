// Sound files of every format, altered at random, and what a reader makes of each: read whole, or refused by a known name.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openSafeReader, type SafeReader } from '../../electron/exchange/reading/read-safely.ts';
import type { ReadDocument } from '../../electron/exchange/reading/read-documents.ts';
import type { Survey } from '../../electron/exchange/reading/read-survey.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import { UNREADABLE_REASONS } from '../../shared/domain/unreadable.ts';
import { docxOf, epubOf, odsOf, odsTable, odtOf, oldWordFile, paragraphs, pdfOf, wrapped, xlsxOf } from './documents.ts';
import { type Chance, chance } from './seeded.ts';
import { zipOf } from './zip-archive.ts';
import { readZipDirectory, readZipEntry } from '../../electron/exchange/reading/zip-directory.ts';

export interface Alteration {
  readonly format: string;
  /** Of the chance that altered it: the same number makes the same file. */
  readonly seed: number;
  readonly outcome: string;
  readonly milliseconds: number;
}

export interface SoundFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly isSurvey?: boolean;
}

const RTF_CORPUS = resolve(import.meta.dirname, '../../../shared/corpora/rtf/6226int038.rtf');
const SUBTITLES = '1\n00:00:00,000 --> 00:00:01,500\nL1 : déjà 👩🏽‍🌾\n\n2\n0:0:2.5 --> 0:0:4.0\n<v Marie>œuvre</v>\r\n(0:03)\rfin';
const SONAL =
  '<html><script id="loc-json">{["","Enquêtrice","Marie"]}</script><div id="contenuText"><span class="lblseg" data-deb="0.7" data-fin="4.3" data-loc="1"><span>Bonjour </span><span class="anon" data-pseudo="X">Y</span></span></div></html>';
const HTML =
  '<!DOCTYPE html><meta charset="utf-8"><h1>Titre</h1><p>Marie&nbsp;: <b>oui</b> <i style="font-weight:bold">non</i><br>fin<table><tr><td>a<td><p>b<p>c</table><ul><li>un</ul><p><a name="ts_1_20_S00">S00: mh</a></p>';

/** One for each format, a real one where it is at hand. */
export async function soundFiles(): Promise<SoundFile[]> {
  const text = 'Enquêteur : l’été, déjà ?\nMarie (0:12) oui\n[0:15] Paul : œuvre 👩🏽‍🌾\n\nEnquêteur : fin\n';
  const rows = [
    ['Code', 'Âge', 'Racontez'],
    ['R1', '31', 'Une longue réponse, avec « guillemets », et des retours\nà la ligne.'],
    ['R2', '', 'oui'],
  ];
  const csv = rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n');
  const odtBody =
    '<text:h text:outline-level="2">Titre</text:h><text:p>Marie : <text:span text:style-name="G">oui</text:span><text:note><text:note-body><text:p>n</text:p></text:note-body></text:note></text:p><table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>';
  const segments = JSON.stringify({
    segments: [
      { start: 0, end: 1.5, text: ' Bonjour', speaker: 'SPEAKER_00' },
      { start: 2, end: 3, text: ' oui' },
    ],
  });
  const rtf = existsSync(RTF_CORPUS)
    ? readFileSync(RTF_CORPUS)
    : Buffer.from(
        "{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset161 A;}}\\b Marie :\\b0  \\'e9t\\'e9 \\u8217?\\par\\trowd\\intbl a\\cell b\\cell\\row\\pard{\\footnote n} fin}",
      );
  const sound: readonly (readonly [string, Uint8Array | string])[] = [
    ['a.txt', text],
    ['a.md', `# Titre\n\n**Marie** : oui\n\n${text}`],
    ['a.srt', SUBTITLES],
    ['a.vtt', `WEBVTT\n\n${SUBTITLES.replaceAll(',', '.')}`],
    ['a.docx', await docxOf(paragraphs(...text.split('\n')))],
    [
      'a.odt',
      odtOf(odtBody, { styles: '<style:style style:name="G" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>' }),
    ],
    ['a.rtf', rtf],
    ['a.doc', oldWordFile()],
    ['a.html', HTML],
    ['a.epub', epubOf(['<h1>Un</h1><p>Marie : oui</p>', HTML])],
    [
      'a.pdf',
      await pdfOf([
        await wrapped('Marie : nous avons construit une gouvernance, '.repeat(12), { x: 72, y: 780, width: 400 }),
        [{ text: 'Fin', x: 72, y: 700 }],
      ]),
    ],
    ['a.json', segments],
    ['a.sonal', SONAL],
  ];
  const surveys: readonly (readonly [string, Uint8Array | string])[] = [
    ['a.csv', csv],
    ['a.tsv', csv.replaceAll('","', '"\t"')],
    ['a.xlsx', await xlsxOf(rows)],
    ['a.ods', odsOf(odsTable(rows))],
  ];
  const asBytes = (content: Uint8Array | string): Uint8Array => (typeof content === 'string' ? Buffer.from(content) : content);
  return [
    ...sound.map(([name, content]) => ({ name, bytes: asBytes(content) })),
    ...surveys.map(([name, content]) => ({ name, bytes: asBytes(content), isSurvey: true })),
  ];
}

/** Alters each format's file as often, in turns, until they are done or the time is over. */
export async function readAltered(files: readonly SoundFile[], perFormat: number, milliseconds: number, firstSeed: number): Promise<Alteration[]> {
  const reader = openSafeReader();
  const end = performance.now() + milliseconds;
  const alterations: Alteration[] = [];
  for (let round = 0; round < perFormat && performance.now() < end; round += 1) {
    for (const file of files) {
      const seed = firstSeed + round;
      const bytes = altered(file, chance(seed));
      const start = performance.now();
      const outcome = await outcomeOf(reader, { ...file, bytes });
      alterations.push({ format: file.name, seed, outcome, milliseconds: performance.now() - start });
    }
  }
  await reader.close();
  return alterations;
}

async function outcomeOf(reader: SafeReader, { name, bytes, isSurvey }: SoundFile): Promise<string> {
  try {
    return isSurvey ? wholeSurvey(await reader.readSurvey({ name, bytes })) : wholeDocument(await reader.readDocument({ name, bytes }));
  } catch (error) {
    if (!(error instanceof Refusal)) return `crashed: ${error instanceof Error ? error.stack : String(error)}`;
    const reason = String(error.data['reason']);
    return (UNREADABLE_REASONS as readonly string[]).includes(reason) && error.data['file'] === name
      ? `refused ${reason}`
      : `refused without a known reason: ${reason}`;
  }
}

function wholeDocument({ text, recognised, styles, positions, unspokenLines }: ReadDocument): string {
  if (recognised.turns.map((turn) => turn.text).join('') !== text) return 'read in part';
  const isPlaced = recognised.turns.every((turn) => turn.bodyStart >= 0 && turn.bodyStart <= turn.bodyEnd && turn.bodyEnd <= turn.text.length);
  const isSet = styles.every(({ start, end }) => start >= 0 && start < end && end <= text.length);
  const isMarked = positions.every(({ at }, index) => at >= (positions[index - 1]?.at ?? 0) && at <= text.length);
  const isLined = [...unspokenLines].every((at) => at === 0 || /[\r\n]/.test(text[at - 1] ?? ''));
  return isPlaced && isSet && isMarked && isLined && text.isWellFormed() ? 'read' : 'read with offsets out of place';
}

function wholeSurvey({ columns, rows }: Survey): string {
  return rows.every((row) => row.length === columns.length) ? 'read' : 'read with ragged rows';
}

/** An archive's parts are altered as often as the archive: behind its checksums no alteration would be read. */
function altered({ name, bytes }: SoundFile, random: Chance): Uint8Array {
  if (!/\.(?:docx|odt|epub|xlsx|ods)$/.test(name) || random.below(4) === 0) return mutated(bytes, random);
  const parts = readZipDirectory(bytes).map((entry) => ({ name: entry.name, content: readZipEntry(bytes, entry) }));
  const chosen = random.pick(parts);
  return zipOf(parts.map((part) => (part === chosen ? { ...part, content: mutated(part.content, random) } : part)));
}

/** Characters that mean something to one format or another. */
const SIGNS = Buffer.from('<>&"\'/\\{}[]()=;:,.%#*0123456789\x00\xff\n\t');

function mutated(original: Uint8Array, random: Chance): Uint8Array {
  let bytes = Buffer.from(original);
  if (bytes.length === 0) return bytes;
  for (let change = random.below(6); change >= 0; change -= 1) {
    const at = random.below(bytes.length);
    const length = 1 + random.below(Math.min(200, bytes.length));
    const piece = bytes.subarray(at, at + length);
    switch (random.below(7)) {
      case 0:
        bytes[at] = random.below(256);
        break;
      case 1:
        bytes[at] = SIGNS[random.below(SIGNS.length)] ?? 0;
        break;
      case 2:
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
        break;
      case 3:
        bytes = Buffer.concat([bytes.subarray(0, at), ...Array.from({ length: 1 + random.below(50) }, () => piece), bytes.subarray(at)]);
        break;
      case 4:
        bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from(String(2 ** random.below(60))), bytes.subarray(at + 1)]);
        break;
      case 5:
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(random.below(bytes.length))]);
        break;
      default:
        if (random.below(5) === 0) bytes = Buffer.from(bytes.subarray(0, at));
    }
    if (bytes.length === 0) return bytes;
  }
  return bytes;
}
