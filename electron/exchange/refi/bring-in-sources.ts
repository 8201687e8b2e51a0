// Cases and sources of another program's project: texts with their passages and codings, and what stands in no text as lines of one.
import { createHash, randomUUID } from 'node:crypto';
import { importSources } from '../../commands/import-sources.ts';
import type { PassageId, SourceId } from '../../../shared/domain/ids.ts';
import { recogniseTurns } from '../../../shared/domain/recognise-turns.ts';
import { anchorAt, turnStarts } from '../../../shared/domain/text-offset.ts';
import { readOutline } from '../../queries/sources.ts';
import { Names } from './bring-in-ids.ts';
import { Places } from './bring-in-places.ts';
import { BringInState } from './bring-in-state.ts';
import { listingOf } from './listed-places.ts';
import { Positions } from './position-convention.ts';
import type { PackageText } from './position-convention.ts';
import type { ReadCoding, ReadListed, ReadSource, ReadText } from './read-project.ts';
import { withMoments } from './transcript-moments.ts';
import type { Moment } from './transcript-moments.ts';
import { xmlWords } from './xml-writing.ts';

/** Answers with the passage; null where the selection only says that the source belongs to a case. */
type WritePassage = (selection: Omit<ReadListed, 'place'>, start: number, end: number) => string | null;

export class BringInSources extends BringInState {
  protected bringCases(): void {
    const names = new Names();
    for (const item of this.asked.read.cases) {
      // only there to give a source its values
      if (item.name.trim() === '' && item.sources.length === 1 && item.description === '' && item.selections.length + item.codes.length === 0) {
        this.changes.add('unnamedCase');
        continue;
      }
      const { name, isChanged } = names.make(item.name, this.words.case);
      if (isChanged) this.changes.add('caseRenamed');
      const id = this.cases.make(item.guid);
      this.add({ table: 'study_case', row: { id, name, position: this.made.cases } });
      this.made.cases += 1;
      if (item.description !== '') this.addMemo({ kind: 'case', id }, this.words.comment, item.description);
      for (const guid of item.selections) this.extents.set(guid, [...(this.extents.get(guid) ?? []), id]);
      this.bringCodesOfCase(id, item.codes);
    }
  }

  /** A case of Trame's has no codes of its own: they are named. */
  protected bringCodesOfCase(caseId: string, codes: readonly string[]): void {
    if (codes.length === 0) return;
    const names = codes.map((guid) => `– ${this.asked.read.codes.find((code) => code.guid === guid)?.name ?? guid}`);
    this.addMemo({ kind: 'case', id: caseId }, this.words.codes, names.join('\n'));
    this.changes.add('caseCodeAsMemo', codes.length);
  }

  protected bringSource(written: ReadSource): void {
    const { recordings } = this.asked.read;
    if (recordings.textOf(written) !== null) {
      this.changes.add('joinedRecording');
      return;
    }
    const recorded = recordings.of(written);
    const source = recorded ? { ...written, mediaPath: recorded.mediaPath, moments: recorded.moments } : written;
    const found = this.asked.files.text(source);
    if (found?.isWindows1252) this.changes.add('windows1252');
    const text = found !== null && found.text !== '' ? found : null;
    if (!text && source.path !== '') this.changes.add('missingFile');
    const { selections, listed } = this.joinPairs(source);
    const joined = { ...source, selections };
    if (text) this.bringText(joined, text);
    if (!text || listed.length > 0) this.bringListing(joined, text ? listed : [...listed, ...this.asListed(joined)], text !== null);
  }

  /** One quotation of a page written twice, as an area and as text, with one GUID: the text has it. */
  protected joinPairs({ selections, listed }: ReadSource): Pick<ReadSource, 'selections' | 'listed'> {
    const twins = new Map(listed.filter(({ guid }) => guid !== '').map((item) => [item.guid, item]));
    const joined = selections.map((selection) => {
      const twin = twins.get(selection.guid);
      if (!twin) return selection;
      const there = new Set(selection.codings.map(({ code, user }) => `${code} ${user}`));
      const more = twin.codings.filter(({ code, user }) => !there.has(`${code} ${user}`));
      this.changes.add('pairedSelection');
      this.changes.add('duplicateCoding', twin.codings.length - more.length);
      return { ...selection, codings: [...selection.codings, ...more] };
    });
    const texts = new Set(selections.map(({ guid }) => guid));
    return { selections: joined, listed: listed.filter(({ guid }) => guid === '' || !texts.has(guid)) };
  }

  /** Selections of a text that the package does not have. */
  protected asListed({ selections }: ReadSource): ReadListed[] {
    return selections.map((selection) => ({ ...selection, place: `${selection.start}–${selection.end}` }));
  }

  protected bringText(source: ReadSource, text: PackageText): void {
    const positions = new Positions(text, this.asked.convention);
    const moments = (source.moments ?? []).flatMap(({ ms, position }) => {
      const at = positions.at(position);
      return at === undefined ? [] : [{ at, ms }];
    });
    const id = this.importText(source, source.name, text.text, 'interview', moments);
    const places = new Places(source.name, text, this.asked.convention);
    const write = this.passageWriter(id);
    for (const selection of source.selections) {
      const { start, end, why } = places.place(selection);
      const passageId = write(selection, start, end) as PassageId | null;
      const doubt = why === null || places.more > 0 ? undefined : places.uncertain.at(-1);
      if (doubt) doubt.passageId = passageId;
    }
    this.uncertain.push(...places.uncertain);
    this.moreUncertain += places.more;
    this.bringSourceRest(source, id, text.text, write);
  }

  /** What stands in no text becomes lines of one, so that its codings have words to stand on. */
  protected bringListing(source: ReadSource, listed: readonly ReadListed[], isBeside: boolean): void {
    const { text, lines } = listingOf(source.name, listed, this.asked.language);
    this.changes.add('listedSource');
    this.changes.add('listedSelection', listed.length);
    const name = isBeside ? this.words.places(source.name) : source.name;
    const id = this.importText(
      { ...source, guid: isBeside ? '' : source.guid, richPath: '', mediaPath: isBeside ? '' : source.mediaPath },
      name,
      text,
      'document',
    );
    const write = this.passageWriter(id);
    for (const [index, item] of listed.entries()) {
      const line = lines[index];
      if (line) write(item, line.start, line.end);
    }
    if (!isBeside) this.bringSourceRest(source, id, text, write);
  }

  /** The file that the text was taken from, as the package has it. */
  protected originalOf({ richPath, mediaPath, kind, name }: ReadSource): { bytes: Uint8Array; name: string } | null {
    if (richPath === '' && mediaPath === '') return null;
    const isPage = richPath === '' && (kind === 'pdfsource' || kind === 'picturesource');
    const path = isPage ? mediaPath : richPath;
    const bytes = this.asked.files.bytes(path);
    if (mediaPath !== '' && !(isPage && bytes) && !this.asked.recordings?.has(mediaPath)) this.changes.add('mediaLeft');
    if (!bytes) return null;
    const [ending = ''] = /\.[a-z0-9]{1,8}$/i.exec(path) ?? [];
    return { bytes, name: name.toLowerCase().endsWith(ending.toLowerCase()) ? name : `${name}${ending}` };
  }

  protected importText(source: ReadSource, name: string, text: string, kind: 'interview' | 'document', moments: readonly Moment[] = []): string {
    const { guid } = source;
    const id = this.sources.make(guid);
    const original = this.originalOf(source);
    const bytes = original?.bytes ?? Buffer.from(text);
    const { turns, marks } = withMoments(recogniseTurns(text).turns, moments);
    importSources(
      this.asked.session,
      [
        {
          id: id as SourceId,
          name: name.trim() || this.words.source,
          originalName: original?.name ?? source.name,
          sha256: createHash('sha256').update(bytes).digest('hex'),
          turns,
          marks,
          kind,
          ...(original ? { original: () => original.bytes } : {}),
        },
      ],
      { caseId: null, kind },
    );
    this.made.sources += 1;
    const recording = this.asked.recordings?.get(source.mediaPath);
    if (recording) this.add({ table: 'media', row: { id: randomUUID(), sourceId: id, ...recording, durationMs: null } });
    return id;
  }

  /** Codings, notes and words of the source as a whole. */
  protected bringSourceRest(source: ReadSource, id: string, text: string, write: WritePassage): void {
    for (const note of source.notes) this.refer(note, { kind: 'source', id });
    if (source.description.trim() !== '') {
      this.addMemo({ kind: 'source', id }, this.words.comment, source.description, source);
      this.changes.add('descriptionAsMemo');
    }
    const codings = source.codings.filter((coding) => !this.joinsCase(coding, id));
    if (codings.length === 0) return;
    this.changes.add('codingOfWholeSource', codings.length);
    write({ guid: '', user: '', at: '', name: '', description: '', notes: [], codings }, 0, text.length);
  }

  /** A coding with a code that is a case says that the source belongs to it. */
  protected joinsCase(coding: ReadCoding, sourceId: string): boolean {
    const caseId = this.pseudoCodes.has(coding.code) ? this.cases.find(coding.code) : undefined;
    if (caseId === undefined) return false;
    this.changes.add('codingAsCase');
    this.join(caseId, sourceId);
    return true;
  }

  protected join(caseId: string, sourceId: string): void {
    const key = `${caseId} ${sourceId}`;
    if (this.memberships.has(key)) return;
    this.memberships.add(key);
    this.add({ table: 'source_case', row: { id: randomUUID(), caseId, sourceId } });
  }

  /** Writes selections of one source: one passage for a stretch, one coding for each code and coder on it. */
  protected passageWriter(sourceId: string): WritePassage {
    const turns = readOutline(this.asked.session.project, sourceId as SourceId);
    const starts = turnStarts(turns);
    const passages = new Map<string, string>();
    const codings = new Map<string, string>();
    const isNvivo = /nvivo/i.test(this.asked.read.origin);
    return (selection, start, end) => {
      const rest = selection.codings.filter((coding) => !this.joinsCase(coding, sourceId));
      const isBare = rest.length === 0 && selection.notes.length === 0 && selection.description.trim() === '';
      if (isBare && selection.codings.length > 0) return null;
      const [from, to] = [anchorAt(turns, starts, start, 'start'), anchorAt(turns, starts, end, 'end')];
      if (this.bringExtent(selection.guid, sourceId, from.turnId, to.turnId) && isBare) return null;
      const key = `${start} ${end}`;
      let passageId = passages.get(key);
      if (passageId === undefined) {
        passageId = this.passages.make(selection.guid);
        const ends = { startTurnId: from.turnId, startUtf16: from.offsetUtf16, endTurnId: to.turnId, endUtf16: to.offsetUtf16 };
        const paraphrase = this.isOwn && selection.description !== '' && !this.saysItsNote(selection) ? selection.description : null;
        // what nothing is said of would be no passage: the star keeps it
        const starredAt = isBare || selection.isStarred === true ? selection.at || this.now : null;
        this.add({ table: 'passage', row: { id: passageId, sourceId, ...ends, lostQuote: null, starredAt, paraphrase } });
        passages.set(key, passageId);
        this.made.passages += 1;
      } else {
        this.passages.alias(selection.guid, passageId);
        this.changes.add('mergedSelection');
      }
      if (isBare) this.changes.add('selectionWithoutCoding');
      const target = { kind: 'passage', id: passageId } as const;
      for (const note of selection.notes) this.refer(note, target);
      if (!this.isOwn && selection.description.trim() !== '') {
        this.addMemo(target, this.words.comment, selection.description, selection);
        this.changes.add('descriptionAsMemo');
      }
      for (const coding of rest) {
        const coderId = this.coder((isNvivo ? selection.user || coding.user : coding.user || selection.user) || '');
        const at = (isNvivo ? selection.at || coding.at : coding.at || selection.at) || this.now;
        this.addCoding(coding, codings, { passageId, coderId, at });
      }
      return passageId;
    };
  }

  /** Whether a selection belongs to cases: these turns are then parts of its source. */
  protected bringExtent(selection: string, sourceId: string, firstTurnId: string, lastTurnId: string): boolean {
    const cases = this.extents.get(selection);
    if (!cases) return false;
    this.extents.delete(selection);
    for (const [index, caseId] of cases.entries()) {
      const id = this.isOwn && index === 0 ? this.parts.make(selection) : randomUUID();
      this.add({ table: 'case_part', row: { id, sourceId, caseId, firstTurnId, lastTurnId } });
    }
    if (!this.isOwn) this.changes.add('caseExtentAsPart', cases.length);
    return true;
  }

  /** Of what Trame wrote: the words of the only coding's memo, which comes as a memo. */
  protected saysItsNote({ description, codings: [only, ...others] }: Pick<ReadListed, 'description' | 'codings'>): boolean {
    const [guid] = only && others.length === 0 ? only.notes : [];
    const note = guid === undefined ? undefined : this.noteOf(guid);
    const text = note && this.asked.files.text(note)?.text;
    const lines = (words: string): string => xmlWords(words).replace(/\r\n?/g, '\n');
    return text !== undefined && lines(text) === lines(description);
  }

  protected notesByGuid: Map<string, ReadText> | null = null;

  protected noteOf(guid: string): ReadText | undefined {
    this.notesByGuid ??= new Map(this.asked.read.notes.map((note) => [note.guid, note]));
    return this.notesByGuid.get(guid);
  }

  protected addCoding(
    coding: ReadCoding,
    there: Map<string, string>,
    { passageId, coderId, at }: { passageId: string; coderId: string; at: string },
  ): void {
    const categoryId = this.category(coding.code);
    const key = `${passageId} ${categoryId} ${coderId}`;
    let id = there.get(key);
    if (id === undefined) {
      id = this.codings.make(coding.guid);
      there.set(key, id);
      this.add({ table: 'coding', row: { id, passageId, categoryId, coderId, weight: null, stance: null, createdAt: at, ruleId: null } });
      this.made.codings += 1;
    } else this.changes.add('duplicateCoding');
    for (const note of coding.notes) this.refer(note, { kind: 'coding', id });
  }
}
