// What is coded of a source, and what of it belongs to a case: one selection per stretch and coder, in the order of the text.
import type { Row } from '../../storage/schema.ts';
import { derivedGuid } from './guids.ts';
import { dateTime, upper } from './project-notes.ts';
import type { StudyRows } from './study-rows.ts';
import { quoteName } from './written-text-positions.ts';
import type { WrittenSourceText } from './written-text-positions.ts';
import { type XmlAttributes, element, words } from './xml-writing.ts';

/** A passage with its place in the written text. */
export interface WrittenPassage {
  readonly id: string;
  readonly paraphrase: string | null;
  readonly start: number;
  readonly end: number;
}

type CodingRow = Pick<Row<'coding'>, 'id' | 'categoryId' | 'coderId' | 'createdAt'>;

/** How a place is written: in a text, a picture, a recording. */
export interface WrittenPlace {
  readonly element: string;
  readonly name: string;
  readonly attributes: XmlAttributes;
}

/** Few words, said very often: each is kept once. */
class Words {
  readonly #kept = new Map<string, string>();

  once(word: string): string {
    const known = this.#kept.get(word);
    if (known === undefined) this.#kept.set(word, word);
    return known ?? word;
  }
}

export class SelectionPieces {
  readonly #study: StudyRows;
  /** Passage → its codings. Read in the order that they lie in: asked source by source, each is a page of its own. */
  readonly #codings = new Map<string, CodingRow[]>();

  constructor(study: StudyRows) {
    this.#study = study;
    const kept = new Words();
    const rows = study.project.sqlite
      .prepare<[], string[]>('SELECT id, passage_id, category_id, coder_id, created_at FROM coding ORDER BY rowid')
      .raw()
      .iterate() as IterableIterator<[string, string, string, string, string]>;
    for (const [id, passageId, categoryId, coderId, createdAt] of rows) {
      const coding = { id, categoryId: kept.once(categoryId), coderId: kept.once(coderId), createdAt: kept.once(createdAt) };
      const others = this.#codings.get(passageId);
      if (others) others.push(coding);
      else this.#codings.set(passageId, [coding]);
    }
  }

  *inText(sourceId: string, written: WrittenSourceText): Generator<string> {
    const { unit } = this.#study.options;
    const starts = this.#turnStarts(sourceId);
    const place = (start: number, end: number): WrittenPlace => ({
      element: 'PlainTextSelection',
      name: quoteName(written.text.slice(start, end)),
      attributes: { startPosition: written.counted(start, unit), endPosition: written.counted(end, unit) },
    });
    for (const passage of this.passages(sourceId, written)) yield* this.pieces(passage, place(passage.start, passage.end));
    for (const { id, firstTurnId, lastTurnId } of this.parts(sourceId)) {
      const [first, last] = [starts.get(firstTurnId), starts.get(lastTurnId)];
      if (!first || !last) continue;
      const { element: name, ...at } = place(written.place(first.start), written.place(last.end));
      yield element(name, { guid: upper(id), name: at.name, ...at.attributes });
    }
  }

  /** Stretches of a source that belong to a case. */
  parts(sourceId: string): { id: string; firstTurnId: string; lastTurnId: string }[] {
    return this.#study.all(
      'SELECT id, first_turn_id AS firstTurnId, last_turn_id AS lastTurnId FROM case_part WHERE source_id = ? ORDER BY rowid',
      sourceId,
    );
  }

  /** Those whose words were corrected away have no place in the text. */
  passages(sourceId: string, written: WrittenSourceText): WrittenPassage[] {
    const starts = this.#turnStarts(sourceId);
    const passages = this.#study.all<Row<'passage'>>(
      `SELECT id, paraphrase, start_turn_id AS startTurnId, start_utf16 AS startUtf16, end_turn_id AS endTurnId, end_utf16 AS endUtf16 FROM passage
       WHERE source_id = ? AND lost_quote IS NULL ORDER BY rowid`,
      sourceId,
    );
    return passages
      .map(({ id, paraphrase, startTurnId, startUtf16, endTurnId, endUtf16 }) => ({
        id,
        paraphrase,
        start: written.place((starts.get(startTurnId)?.start ?? 0) + startUtf16),
        end: written.place((starts.get(endTurnId)?.start ?? 0) + endUtf16),
      }))
      .toSorted((a, b) => a.start - b.start || a.end - b.end);
  }

  #turnStarts(sourceId: string): Map<string, { start: number; end: number }> {
    const turns = this.#study.all<{ id: string; length: number }>(
      'SELECT id, length_utf16 AS length FROM turn WHERE source_id = ? ORDER BY position',
      sourceId,
    );
    let at = 0;
    return new Map(turns.map(({ id, length }) => [id, { start: at, end: (at += length) }]));
  }

  /** One selection for each coder of the passage; nobody's where it is not coded. */
  *pieces(passage: WrittenPassage, place: WrittenPlace): Generator<string> {
    const byCoder = Map.groupBy(this.#codings.get(passage.id) ?? [], ({ coderId }) => coderId);
    if (byCoder.size === 0) byCoder.set(this.#study.firstCoder, []);
    let isFirst = true;
    for (const [coderId, own] of byCoder) {
      const guid = isFirst ? upper(passage.id) : derivedGuid('selection', passage.id, coderId);
      const about = { guid, name: place.name, ...place.attributes, creatingUser: upper(coderId), creationDateTime: dateTime(own[0]?.createdAt) };
      yield element(place.element, about, [
        words('Description', (isFirst ? passage.paraphrase : null) ?? this.#wordsOfOnlyCoding(own)),
        ...own.map((coding) => this.#coding(coding)),
        ...(isFirst ? this.#study.notes.refs('passage', passage.id) : []),
      ]);
      isFirst = false;
    }
  }

  #coding({ id, categoryId, coderId, createdAt }: CodingRow): string {
    const { notes } = this.#study;
    return element('Coding', { guid: upper(id), creatingUser: upper(coderId), creationDateTime: dateTime(createdAt) }, [
      element('CodeRef', { targetGUID: upper(categoryId) }),
      ...notes.refs('coding', id),
    ]);
  }

  /** Programs that know no note of a coding show the words of the selection: where it has one coding, its memo stands there too. */
  #wordsOfOnlyCoding([only, ...others]: readonly CodingRow[]): string {
    if (!only || others.length > 0) return '';
    return this.#study.notes.on('coding', only.id)[0]?.text ?? '';
  }
}
