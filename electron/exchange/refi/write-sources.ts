// Sources with what stands in them: texts, page files and pictures with the text taken from them, recordings with their transcripts.
import { marksOf } from '../../../shared/domain/turn-layout.ts';
import { derivedGuid } from './guids.ts';
import { linesOfListing, placeIn } from './listed-places.ts';
import { madeBy, upper } from './project-notes.ts';
import { SourceFiles, textName } from './source-files.ts';
import type { Original, Recording, SourceRow } from './source-files.ts';
import type { StudyRows } from './study-rows.ts';
import type { CasePieces } from './write-cases.ts';
import { SelectionPieces } from './write-selections.ts';
import type { WrittenPassage } from './write-selections.ts';
import type { WrittenSourceText } from './written-text-positions.ts';
import { type XmlAttributes, element, opening } from './xml-writing.ts';

const inside = (file: string): string => `internal://${file}`;

/** A moment of a recording, and where in the written text it is. */
export interface SyncPoint {
  readonly at: number;
  readonly ms: number;
}

const MEDIA_ELEMENTS = {
  audio: ['AudioSource', 'AudioSelection'],
  video: ['VideoSource', 'VideoSelection'],
  picture: ['PictureSource', 'PictureSelection'],
} as const;

export class SourcePieces {
  readonly #study: StudyRows;
  readonly #cases: CasePieces;
  readonly #files: SourceFiles;
  readonly #selections: SelectionPieces;

  constructor(study: StudyRows, cases: CasePieces) {
    this.#study = study;
    this.#cases = cases;
    this.#files = new SourceFiles(study.project, study.options.withRecordings);
    this.#selections = new SelectionPieces(study);
  }

  *pieces(): Generator<string> {
    const sources = this.#files.all();
    if (sources.length === 0) return;
    yield '<Sources>\n';
    for (const source of sources) {
      yield* this.#source(source);
      this.#study.options.step();
    }
    yield '</Sources>\n';
  }

  *#source(source: SourceRow): Generator<string> {
    const original = this.#files.original(source);
    const recording = this.#files.recording(source);
    const written = this.#study.options.textOf(source.id);
    const media = recording ?? (original?.kind === 'picture' ? original : null);
    const places = media && this.#listedPlaces(source, media.kind as keyof typeof MEDIA_ELEMENTS, written);
    if (media && places) return yield* this.#places(source, media, places);
    if (original?.kind === 'pages' || original?.kind === 'picture') yield* this.#describedFile(source, original, written);
    else {
      yield `${opening('TextSource', { guid: upper(source.id), name: source.name, ...this.#text(source, original), ...this.#made(source) })}\n`;
      yield* this.#selections.inText(source.id, written);
      yield* this.#rest(source);
      yield '</TextSource>\n';
    }
    if (recording) yield* this.#recorded(source, recording, written);
  }

  #text({ id }: SourceRow, original: Original | null): XmlAttributes {
    return { richTextPath: original?.kind === 'word' ? inside(original.file) : null, plainTextPath: inside(textName(id)) };
  }

  #made({ importedAt }: SourceRow): XmlAttributes {
    return madeBy(this.#study.firstCoder, importedAt);
  }

  *#rest({ id }: SourceRow): Generator<string> {
    yield* this.#study.notes.refs('source', id);
    yield* this.#cases.valuesOf(id);
    yield* this.#cases.valuesOfOnlyCase(id);
  }

  /** What is coded of a page file, or said of a picture, is the text that goes with it. */
  *#describedFile(source: SourceRow, { kind, file }: Original, written: WrittenSourceText): Generator<string> {
    const [name, text] = kind === 'pages' ? ['PDFSource', 'Representation'] : ['PictureSource', 'TextDescription'];
    const made = this.#made(source);
    yield `${opening(name, { guid: upper(source.id), name: source.name, path: inside(file), ...made })}\n`;
    yield `${opening(text, { guid: derivedGuid('representation', source.id), name: source.name, ...this.#text(source, null), ...made })}\n`;
    yield* this.#selections.inText(source.id, written);
    yield `</${text}>\n`;
    yield* this.#rest(source);
    yield `</${name}>\n`;
  }

  /** Where a source is nothing but a list of places in its picture or recording, and whole lines are coded: these places. */
  #listedPlaces(
    source: SourceRow,
    kind: keyof typeof MEDIA_ELEMENTS,
    { text }: WrittenSourceText,
  ): { passage: WrittenPassage; name: string; attributes: XmlAttributes }[] | null {
    const lines = linesOfListing(source.name, text);
    if (!lines || this.#selections.parts(source.id).length > 0) return null;
    const byExtent = new Map(lines.map((line) => [`${line.start} ${line.end}`, line]));
    const passages = this.#selections.passages(source.id, this.#study.options.textOf(source.id));
    if (passages.length !== lines.length) return null;
    const places = passages.map((passage) => {
      const line = byExtent.get(`${passage.start} ${passage.end}`);
      const attributes = line && placeIn(kind, line);
      return attributes ? { passage, name: line.name, attributes } : null;
    });
    return places.every((place) => place !== null) ? places : null;
  }

  *#places(
    source: SourceRow,
    media: Original | Recording,
    places: readonly { passage: WrittenPassage; name: string; attributes: XmlAttributes }[],
  ): Generator<string> {
    const [name, selection] = MEDIA_ELEMENTS[media.kind as keyof typeof MEDIA_ELEMENTS];
    yield `${opening(name, { guid: upper(source.id), name: source.name, path: inside(media.file), ...this.#made(source) })}\n`;
    for (const { passage, ...place } of places) yield* this.#selections.pieces(passage, { element: selection, ...place });
    yield* this.#rest(source);
    yield `</${name}>\n`;
  }

  /** The transcript again, with its moments: programs that know no codings in one find them in the text, which is the same file. */
  *#recorded(source: SourceRow, { kind, file, originalName }: Recording, written: WrittenSourceText): Generator<string> {
    const { id, name } = source;
    const made = this.#made(source);
    const points = momentsOf(this.#study, id, written).map(({ at, ms }, index) =>
      element('SyncPoint', {
        guid: derivedGuid('moment', id, String(index)),
        timeStamp: ms,
        position: written.counted(at, this.#study.options.unit),
      }),
    );
    const transcript = { guid: derivedGuid('transcript', id), name, plainTextPath: inside(textName(id)), ...made };
    yield element(MEDIA_ELEMENTS[kind][0], { guid: derivedGuid('recorded', id), name: originalName, path: inside(file), ...made }, [
      element('Transcript', transcript, points),
    ]);
  }
}

/** When what was said: where turns begin and, if it is known, end, and what times stand inside them. */
function momentsOf(study: StudyRows, sourceId: string, written: WrittenSourceText): SyncPoint[] {
  const turns = study.all<{ length: number; bodyEnd: number; startMs: number | null; endMs: number | null; marks: string | null }>(
    `SELECT length_utf16 AS length, body_end_utf16 AS bodyEnd, start_ms AS startMs, end_ms AS endMs, marks FROM turn WHERE source_id = ? ORDER BY position`,
    sourceId,
  );
  let start = 0;
  return turns.flatMap(({ length, bodyEnd, startMs, endMs, marks }) => {
    const at = start;
    start += length;
    const moment = (offset: number, ms: number | null): SyncPoint[] => (ms === null ? [] : [{ at: written.place(at + offset), ms: Math.round(ms) }]);
    const between = marksOf(marks).flatMap((mark) => (mark.kind === 'time' ? moment(mark.at, mark.value) : []));
    return [...moment(0, startMs), ...between, ...moment(bodyEnd, endMs)];
  });
}
