// An import under way: files read one after the other, what each would become, what the user settles, then all of it written as one act.
import { deserialize, serialize } from 'node:v8';
import { applyCodingTable } from '../commands/codings.ts';
import { createCase } from '../commands/corpus.ts';
import { importInSteps } from '../commands/import-sources.ts';
import type { ImportedSource, ImportOptions, IncomingSource } from '../commands/import-sources.ts';
import { requireRow } from '../commands/rows.ts';
import { newId } from '../commands/run-command.ts';
import type { Session } from '../commands/run-command.ts';
import { takeBackAct } from '../commands/undo.ts';
import type { TakenAnnotations } from '../../shared/domain/document-annotation.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { FailureCode, FailureData } from '../../shared/domain/failure.ts';
import type { IncomingChoice, IncomingDocument, IncomingFile, PreviewTurn, SameContent, TurnPatternChoice } from '../../shared/domain/incoming.ts';
import { extensionOf, MOST_FILE_BYTES, TABLE_EXTENSIONS } from '../../shared/domain/readable-formats.ts';
import type { RecognisedTurn } from '../../shared/domain/recognise-turns.ts';
import { unreadable } from '../../shared/domain/unreadable.ts';
import { listPeople, sourceOfFile } from '../queries/incoming.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import type { CommandSubject } from '../../shared/domain/project.ts';
import { offerOf, planAnnotations } from './document-annotations.ts';
import type { Annotated } from './document-annotations.ts';
import { ImportHold } from './import-hold.ts';
import { previewDocument, previewSurvey, previewTurns } from './import-preview.ts';
import { assertAnswersOfType, documentAsSource, respondentsAsSources, respondentsWithText } from './incoming-sources.ts';
import { compareFiles } from './reading/read-documents.ts';
import type { FileBytes, ReadDocument } from './reading/read-documents.ts';
import { openSafeReader } from './reading/read-safely.ts';
import type { SafeReader } from './reading/read-safely.ts';
import type { Survey } from './reading/read-survey.ts';

export interface RefusedFile {
  readonly file: string;
  readonly code: FailureCode;
  readonly data: FailureData;
}

/** What came of one source. */
export interface ReportedSource extends ImportedSource {
  readonly file: string;
  readonly encoding: string | null;
  readonly pagesWithoutText: readonly number[];
  readonly annotations: TakenAnnotations | null;
}

export interface BatchReport {
  readonly imported: readonly ReportedSource[];
  readonly refused: readonly RefusedFile[];
}

export interface BatchWatch {
  readonly onProgress: (done: number, total: number, label: string) => void;
  readonly isCancelled: () => boolean;
}

/** What is held of every file; its content is in the hold. */
interface Item {
  readonly item: string;
  readonly kind: 'document' | 'survey';
  readonly file: string;
  readonly name: string;
  readonly sha256: string;
  readonly sameAs: SameContent | null;
  readonly encoding: string | null;
  readonly pagesWithoutText: readonly number[];
  readonly turnsAreStated: boolean;
  pattern: TurnPatternChoice;
}

/** Where the sources go: into a case, or into one of this name that is made with them, as a part of the same act. */
export interface BatchOptions extends ImportOptions {
  readonly newCase?: string | undefined;
}

/** A document's content; its turns cut out of the text again when they are needed. */
interface HeldDocument extends Pick<ReadDocument, 'originalName' | 'text' | 'unspokenLines' | 'styles' | 'positions' | 'annotations'> {
  readonly turns: readonly (Omit<RecognisedTurn, 'text'> & { readonly length: number })[];
}

/** One chosen file, and how many sources it will be. */
interface Planned {
  readonly held: Item;
  readonly choice: IncomingChoice;
  readonly sources: number;
}

interface Plan {
  readonly files: readonly Planned[];
  readonly refused: readonly RefusedFile[];
  readonly total: number;
  /** Of the first source. */
  readonly name: string;
}

const TABLES: ReadonlySet<string> = new Set(TABLE_EXTENSIONS);

function withLengths(turns: readonly RecognisedTurn[]): HeldDocument['turns'] {
  return turns.map(({ text, ...turn }) => ({ ...turn, length: text.length }));
}

function turnsOf({ text, turns }: HeldDocument): RecognisedTurn[] {
  let start = 0;
  return turns.map(({ length, ...turn }) => {
    start += length;
    return { ...turn, text: text.slice(start - length, start) };
  });
}

/** What the system says of a file that it does not give; anything else is a fault. */
function systemRefusal(file: string, error: unknown): Refusal {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return new Refusal('source.unreadable', { file, reason: code });
}

/** True of a file name that an import takes for a survey's table. */
export function isTable(name: string): boolean {
  return TABLES.has(extensionOf(name));
}

/** The file that each source comes from, in the order in which they are written. */
function originsOf(files: readonly Planned[]): Planned[] {
  return files.flatMap((file) => Array.from({ length: file.sources }, () => file));
}

/** Each source with the file that it comes from. */
function reported(files: readonly Planned[], imported: readonly ImportedSource[], taken: ReadonlyMap<SourceId, TakenAnnotations>): ReportedSource[] {
  const origins = originsOf(files);
  return imported.flatMap((source, index) => {
    const held = origins[index]?.held;
    if (!held) return [];
    const { file, encoding, pagesWithoutText } = held;
    return [{ ...source, file, encoding, pagesWithoutText, annotations: taken.get(source.sourceId) ?? null }];
  });
}

export class ImportBatch {
  readonly id = newId<string>();
  readonly #session: () => Session;
  readonly #hold: ImportHold;
  readonly #reader: SafeReader = openSafeReader();
  readonly #items = new Map<string, Item>();
  readonly #refused: RefusedFile[] = [];
  /** The act being written. */
  #act: string | null = null;
  #isClosed = false;

  constructor(session: () => Session, hold = new ImportHold()) {
    this.#session = session;
    this.#hold = hold;
  }

  /**
   * Reads one file; `read` gives its bytes. Refuses (`source.unreadable`) one that cannot be read, and tells so in the report too;
   * what `read` refuses is told likewise.
   */
  async add(name: string, read: () => Uint8Array): Promise<IncomingFile> {
    try {
      const file = { name, bytes: read() };
      if (file.bytes.length > MOST_FILE_BYTES) throw unreadable(name, 'tooLarge');
      return isTable(name) ? await this.#addSurvey(file) : await this.#addDocument(file);
    } catch (error) {
      const refusal = error instanceof Refusal ? error : systemRefusal(name, error);
      if (!this.#isClosed) this.#refused.push({ file: name, code: refusal.code, data: refusal.data });
      throw refusal;
    }
  }

  /** The files that could not be read, so far. */
  get refused(): readonly RefusedFile[] {
    return this.#refused;
  }

  async #addDocument(file: FileBytes): Promise<IncomingDocument> {
    const { recognised, ...document } = await this.#reader.readDocument(file);
    const { encoding, pagesWithoutText, turnsAreStated } = document;
    const pattern = { kind: recognised.pattern };
    const held = this.#note(file, document, { kind: 'document', encoding, pagesWithoutText, turnsAreStated, pattern });
    this.#keepDocument(held, document, recognised.turns);
    return this.#shownDocument(held, recognised.turns, document);
  }

  async #addSurvey(file: FileBytes): Promise<IncomingFile> {
    const survey = await this.#reader.readSurvey(file);
    const asTable = { encoding: null, pagesWithoutText: [], turnsAreStated: true, pattern: { kind: 'paragraphs' } } as const;
    const held = this.#note(file, survey, { kind: 'survey', ...asTable });
    this.#hold.keep(held.item, serialize(survey));
    const { item, name, sameAs } = held;
    return { kind: 'survey', item, file: held.file, name, sameAs, ...previewSurvey(survey) };
  }

  /** Keeps the file's bytes, once however often it comes. */
  #note(
    { name: file, bytes }: FileBytes,
    { name, sha256 }: { readonly name: string; readonly sha256: string },
    more: Pick<Item, 'kind' | 'encoding' | 'pagesWithoutText' | 'turnsAreStated' | 'pattern'>,
  ): Item {
    if (this.#isClosed) throw new Refusal('import.unknown');
    const earlier = [...this.#items.values()].find((other) => other.sha256 === sha256);
    const source = sourceOfFile(this.#session().project, sha256);
    const sameAs: SameContent | null = source ? { as: 'source', name: source } : earlier ? { as: 'file', name: earlier.file } : null;
    if (!earlier) this.#hold.keep(sha256, bytes);
    const held: Item = { item: newId<string>(), file, name, sha256, sameAs, ...more };
    this.#items.set(held.item, held);
    return held;
  }

  #keepDocument({ item }: Item, document: Omit<HeldDocument, 'turns'>, turns: readonly RecognisedTurn[]): void {
    const { originalName, text, unspokenLines, styles, positions, annotations } = document;
    const content: HeldDocument = { originalName, text, unspokenLines, styles, positions, annotations, turns: withLengths(turns) };
    this.#hold.keep(item, serialize(content));
  }

  #shownDocument(
    held: Item,
    turns: readonly RecognisedTurn[],
    { text, annotations: marked }: Pick<HeldDocument, 'text' | 'annotations'>,
  ): IncomingDocument {
    const { item, file, name, sameAs, encoding, pattern, turnsAreStated, pagesWithoutText } = held;
    const preview = previewDocument(turns, listPeople(this.#session().project));
    const annotations = offerOf(text, marked);
    return { kind: 'document', item, file, name, sameAs, encoding, pattern, turnsAreStated, pagesWithoutText, annotations, ...preview };
  }

  #find(item: string): Item {
    const held = this.#items.get(item);
    if (!held || this.#isClosed) throw new Refusal('import.unknown');
    return held;
  }

  #findDocument(item: string): { readonly held: Item; readonly document: HeldDocument } {
    const held = this.#find(item);
    if (held.kind !== 'document') throw new Refusal('import.unknown');
    return { held, document: deserialize(this.#hold.read(item)) as HeldDocument };
  }

  /** Finds a document's turns by another pattern; one that states its turns keeps them. */
  async recognise(item: string, pattern: TurnPatternChoice): Promise<IncomingDocument> {
    const { held, document } = this.#findDocument(item);
    if (held.turnsAreStated) return this.#shownDocument(held, turnsOf(document), document);
    const { text, unspokenLines } = document;
    const recognised = await this.#reader.recognise({ name: held.file, text, pattern, unspokenLines });
    this.#find(item);
    held.pattern = pattern.kind === 'custom' ? pattern : { kind: recognised.pattern };
    this.#keepDocument(held, document, recognised.turns);
    return this.#shownDocument(held, recognised.turns, document);
  }

  turns(item: string, from: number, count: number): PreviewTurn[] {
    return previewTurns(turnsOf(this.#findDocument(item).document), from, count);
  }

  /** Writes the chosen files, some at a time, as one act; stopped half-way, or at an error, it takes back what it wrote and stays open. */
  async finish(choices: readonly IncomingChoice[], options: BatchOptions, watch: BatchWatch): Promise<BatchReport> {
    const act = newId<string>();
    this.#act = act;
    try {
      return await this.write(choices, options, watch, act);
    } catch (error) {
      // closed meanwhile: taken back already
      if (!this.#isClosed) takeBackAct(this.#session(), act);
      throw error;
    } finally {
      this.#act = null;
    }
  }

  /** The same where what was written goes otherwise: with the transaction it belongs to. */
  async write(choices: readonly IncomingChoice[], asked: BatchOptions, watch: BatchWatch, act = newId<string>()): Promise<BatchReport> {
    const { files, refused, total, name } = this.#plan(choices, asked);
    const subject = { count: total, name };
    const imported: ImportedSource[] = [];
    const origins = originsOf(files);
    const taken = new Map<SourceId, TakenAnnotations>();
    watch.onProgress(0, total, '');
    await this.#pause(watch);
    const options = asked.newCase === undefined ? asked : { ...asked, caseId: createCase(this.#session(), { name: asked.newCase }, act) };
    for (const step of importInSteps(this.#session(), this.#sources(files, options), options, { subject, act })) {
      const annotated = step.flatMap(({ sourceId }, index) => this.#annotated(sourceId, origins[imported.length + index]));
      for (const [sourceId, came] of this.#code(annotated, { subject, act })) taken.set(sourceId, came);
      imported.push(...step);
      watch.onProgress(imported.length, total, imported.at(-1)?.name ?? '');
      if (imported.length < total) await this.#pause(watch);
    }
    return { imported: reported(files, imported, taken), refused };
  }

  #annotated(sourceId: SourceId, from: Planned | undefined): Annotated[] {
    const choice = from?.choice.annotations;
    if (!choice || from.held.kind !== 'document' || (choice.comments === 'leave' && choice.highlights === 'leave')) return [];
    const { annotations } = deserialize(this.#hold.read(from.held.item)) as HeldDocument;
    return annotations ? [{ sourceId, annotations, choice }] : [];
  }

  /** Writes what the files had in their margins, as a part of the import. */
  #code(
    annotated: readonly Annotated[],
    header: { readonly subject: CommandSubject; readonly act: string },
  ): ReadonlyMap<SourceId, TakenAnnotations> {
    if (annotated.length === 0) return new Map();
    const { plan, taken } = planAnnotations(this.#session(), annotated);
    applyCodingTable(this.#session(), plan, { name: 'source.import', ...header });
    return taken;
  }

  /** Ends the import: what is being written is taken back, the rest forgotten. Whoever waits for it is refused (`job.cancelled`). */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#hold.close();
    void this.#reader.close();
    if (this.#act === null) return;
    try {
      takeBackAct(this.#session(), this.#act);
    } catch (error) {
      // somebody has built on what was written: it stays, with the rest of the act
      if (!(error instanceof Refusal)) throw error;
    }
  }

  /** Lets others be answered, and whoever wants it stopped. */
  async #pause(watch: BatchWatch): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    if (this.#isClosed || watch.isCancelled()) throw new Refusal('job.cancelled');
  }

  /** What is refused as a whole is refused before anything is written; a survey that cannot be written leaves the others alone. */
  #plan(choices: readonly IncomingChoice[], { caseId }: ImportOptions): Plan {
    if (caseId) requireRow(this.#session(), 'study_case', caseId, 'case.unknown');
    const refused = [...this.#refused];
    const byItem = new Map(choices.map((choice) => [choice.item, choice]));
    const chosen = [...byItem.values()].map((choice) => ({ choice, held: this.#find(choice.item) }));
    for (const { participantId } of chosen.flatMap(({ choice }) => choice.speakers ?? []))
      if (participantId) requireRow(this.#session(), 'participant', participantId, 'participant.unknown');
    const files = chosen
      .toSorted((a, b) => compareFiles(a.held.file, b.held.file))
      .flatMap(({ held, choice }): Planned[] => {
        if (held.kind === 'document') return [{ held, choice, sources: 1 }];
        try {
          const respondents = respondentsWithText(this.#survey(held), choice);
          assertAnswersOfType(this.#session(), respondents);
          return [{ held, choice, sources: respondents.length }];
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          refused.push({ file: held.file, code: error.code, data: error.data });
          return [];
        }
      });
    const [first] = files;
    return { files, refused, total: files.reduce((sum, { sources }) => sum + sources, 0), name: first?.choice.name ?? first?.held.name ?? '' };
  }

  #survey({ item }: Item): Survey {
    return deserialize(this.#hold.read(item)) as Survey;
  }

  *#sources(files: readonly Planned[], { caseId }: ImportOptions): Generator<IncomingSource> {
    for (const { held, choice } of files) {
      const original = (): Uint8Array => this.#hold.read(held.sha256);
      if (held.kind === 'survey') yield* respondentsAsSources(this.#session(), this.#survey(held), caseId, original, choice);
      else {
        const document = deserialize(this.#hold.read(held.item)) as HeldDocument;
        const { name, sha256 } = held;
        yield documentAsSource({ ...document, name, sha256, turns: turnsOf(document) }, original, choice);
      }
    }
  }
}
