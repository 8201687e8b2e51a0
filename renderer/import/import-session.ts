// An import from the first file to the report: reads files one at a time, so that each answer can be shown and the next one called off.
// It belongs to the window, not to a screen: leaving the screen changes nothing.
import type { Channel, CoreEvent, Failure, Input, Output } from '../../shared/contract/contract.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import type { PreviewTurn, TurnPatternChoice } from '../../shared/domain/incoming.ts';
import { MOST_FILE_BYTES } from '../../shared/domain/readable-formats.ts';
import { base64Of } from './chosen-files.ts';
import type { ChosenFile } from './chosen-files.ts';
import { choicesOf } from './import-choices.ts';
import { changed, countsOf, documentOf, isReading, newImport, unread, withFiles } from './import-state.ts';
import type { ImportFile, ImportState } from './import-state.ts';

/** What an import needs of the window's way to the core. */
export interface ImportCore {
  readonly call: <C extends Channel>(channel: C, input: Input<C>) => Promise<Output<C>>;
  readonly listen: (listener: (event: CoreEvent) => void) => () => void;
  readonly failureOf: (error: unknown) => Failure;
}

/** While files are read the window is told so often at most: a thousand answers are not a thousand drawings. */
const TELL_EVERY_MS = 100;
/** A batch that the core keeps forgetting is not begun for ever. */
const MOST_BEGINNINGS = 3;

/** What belongs to one import; what an earlier one still awaits is dropped when it comes. */
interface Run {
  batch: string | null;
  beginnings: number;
  isReadingNow: boolean;
  job: string | null;
}

export class ImportSession {
  readonly #core: ImportCore;
  readonly #listeners = new Set<() => void>();
  #state: ImportState | null = null;
  #run: Run = newRun();
  #suggestedCase: CaseId | null = null;
  #lastKey = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(core: ImportCore) {
    this.#core = core;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Null when there is no import. */
  readonly state = (): ImportState | null => this.#state;

  /** The case that is looked at when the next import begins. */
  suggestCase(caseId: CaseId | null): void {
    this.#suggestedCase = caseId;
  }

  /** Adds to the import being looked through, or begins one; false while one is being written. */
  add(files: readonly ChosenFile[]): boolean {
    if (this.#state?.phase === 'writing') return false;
    if (this.#state?.phase !== 'preview') this.#begin(newImport(this.#suggestedCase));
    this.settle((state) => withFiles(state, files, this.#newKey));
    void this.#read(this.#run);
    return true;
  }

  /** Changes what is settled; `change` is one of the functions of import-state.ts. */
  settle(change: (state: ImportState) => ImportState): void {
    if (!this.#state) return;
    this.#state = change(this.#state);
    this.#tell();
  }

  stopReading(): void {
    this.settle((state) => ({ ...state, isStopped: true }));
  }

  resumeReading(): void {
    this.settle((state) => ({ ...state, isStopped: false }));
    void this.#read(this.#run);
  }

  /** Forgets the import, whatever it is doing; nothing of it has been written. */
  discard(): void {
    const { batch, job } = this.#run;
    if (job !== null) this.#core.call('job.cancel', { job }).catch(() => undefined);
    if (batch !== null) this.#core.call('import.discard', { batch }).catch(() => undefined);
    this.#begin(null);
  }

  /** Has the turns of these documents found by another pattern, one after the other. */
  async recognise(keys: readonly string[], pattern: TurnPatternChoice): Promise<void> {
    const run = this.#run;
    this.settle((state) => keys.reduce((next, key) => changed(next, key, () => ({ asked: pattern, patternFailure: null })), state));
    for (const key of keys) await this.#recogniseOne(run, key, pattern);
  }

  async #recogniseOne(run: Run, key: string, pattern: TurnPatternChoice): Promise<void> {
    const item = this.#itemOf(key);
    // Another pattern was asked for meanwhile, or the file is being read anew and will be asked then.
    const isStill = () => run === this.#run && this.#file(key)?.asked === pattern;
    if (item === null || run.batch === null || !isStill()) return;
    try {
      const incoming = await this.#core.call('import.recognise', { batch: run.batch, item, pattern });
      if (isStill()) this.settle((state) => changed(state, key, () => ({ reading: { status: 'read', incoming }, patternFailure: null })));
    } catch (error) {
      if (!isStill()) return;
      const patternFailure = this.#core.failureOf(error);
      if (!this.#readsAnew(run, patternFailure)) this.settle((state) => changed(state, key, () => ({ patternFailure })));
    }
  }

  /** More of a document's turns; none when they are no longer there. */
  async turns(key: string, from: number, count: number): Promise<PreviewTurn[]> {
    const run = this.#run;
    const item = this.#itemOf(key);
    if (item === null || run.batch === null) return [];
    try {
      return await this.#core.call('import.turns', { batch: run.batch, item, from, count });
    } catch (error) {
      if (run === this.#run) this.#readsAnew(run, this.#core.failureOf(error));
      return [];
    }
  }

  /** Writes what is taken, as one act; a case that is named anew is made with it. */
  async write(): Promise<void> {
    const run = this.#run;
    const state = this.#state;
    if (!state || state.phase !== 'preview' || isReading(state) || run.batch === null || countsOf(state).sources === 0) return;
    const items = choicesOf(state);
    const job = crypto.randomUUID();
    run.job = job;
    this.settle((before) => ({ ...before, phase: 'writing', failure: null, progress: { done: 0, total: countsOf(before).sources } }));
    const stopListening = this.#core.listen((event) => {
      if (event.kind !== 'progress' || event.job !== job || run !== this.#run) return;
      this.#settleSoon((before) => ({ ...before, progress: { done: event.done, total: event.total } }));
    });
    try {
      const { kind, caseChoice } = state;
      const caseId = caseChoice.kind === 'known' ? caseChoice.id : null;
      const newCase = caseChoice.kind === 'new' ? caseChoice.name : undefined;
      const report = await this.#core.call('import.finish', { batch: run.batch, job, kind, caseId, newCase, items });
      if (run !== this.#run) return;
      run.batch = null;
      this.settle((before) => ({ ...before, phase: 'reported', report }));
    } catch (error) {
      if (run !== this.#run) return;
      const failure = this.#core.failureOf(error);
      this.settle((before) => ({ ...before, phase: 'preview', failure }));
      this.#readsAnew(run, failure);
    } finally {
      run.job = null;
      stopListening();
    }
  }

  cancelWriting(): void {
    if (this.#run.job !== null) this.#core.call('job.cancel', { job: this.#run.job }).catch(() => undefined);
  }

  /** Gives the core one file after the other until none waits; a second call while it does so has nothing to do. */
  async #read(run: Run): Promise<void> {
    if (run.isReadingNow) return;
    run.isReadingNow = true;
    for (;;) {
      const next = run === this.#run && this.#state && !this.#state.isStopped ? nextWaiting(this.#state) : undefined;
      if (!next) break;
      await this.#readOne(run, next);
    }
    run.isReadingNow = false;
    if (run === this.#run) this.#tell();
  }

  async #readOne(run: Run, { key, chosen }: ImportFile): Promise<void> {
    const answer = (reading: ImportFile['reading']) => {
      if (run === this.#run) this.#settleSoon((state) => changed(state, key, () => ({ reading })));
    };
    const refuse = (code: string, data: Failure['data']) => answer({ status: 'refused', failure: { kind: 'refusal', code, data } });
    if (chosen.file.size > MOST_FILE_BYTES) return refuse('source.unreadable', { file: chosen.path, reason: 'tooLarge' });
    const base64 = await base64Of(chosen.file).catch(() => null);
    if (base64 === null) return refuse('file.notFound', { path: chosen.path });
    try {
      run.batch ??= await this.#beginBatch(run);
      const incoming = await this.#core.call('import.add', { batch: run.batch, file: { name: chosen.path, base64 } });
      answer({ status: 'read', incoming });
      const asked = this.#file(key)?.asked;
      if (asked && run === this.#run) await this.#recogniseOne(run, key, asked);
    } catch (error) {
      if (run !== this.#run) return undefined;
      const failure = this.#core.failureOf(error);
      if (failure.code === 'core.lost') this.settle((state) => ({ ...state, isStopped: true, failure }));
      else if (!this.#readsAnew(run, failure)) answer({ status: 'refused', failure });
    }
    return undefined;
  }

  async #beginBatch(run: Run): Promise<string> {
    run.beginnings += 1;
    return (await this.#core.call('import.begin', {})).batch;
  }

  /** The core no longer knows the import (it was started anew, or another window began one): everything is given to it again. */
  #readsAnew(run: Run, failure: Failure): boolean {
    if (failure.code !== 'import.unknown' || run.beginnings >= MOST_BEGINNINGS) return false;
    run.batch = null;
    this.settle(unread);
    void this.#read(run);
    return true;
  }

  #begin(state: ImportState | null): void {
    this.#run = newRun();
    this.#state = state;
    this.#tell();
  }

  #file(key: string): ImportFile | undefined {
    return this.#state?.files.find((file) => file.key === key);
  }

  #itemOf(key: string): string | null {
    const file = this.#file(key);
    return (file && documentOf(file)?.item) ?? null;
  }

  readonly #newKey = (): string => {
    this.#lastKey += 1;
    return `file-${this.#lastKey}`;
  };

  #tell(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    for (const listener of this.#listeners) listener();
  }

  #settleSoon(change: (state: ImportState) => ImportState): void {
    if (!this.#state) return;
    this.#state = change(this.#state);
    this.#timer ??= setTimeout(() => this.#tell(), TELL_EVERY_MS);
  }
}

function newRun(): Run {
  return { batch: null, beginnings: 0, isReadingNow: false, job: null };
}

/** What is shown is read first. */
function nextWaiting({ phase, files, shownKey }: ImportState): ImportFile | undefined {
  if (phase !== 'preview') return undefined;
  const waiting = files.filter(({ reading }) => reading.status === 'waiting');
  return waiting.find(({ key }) => key === shownKey) ?? waiting[0];
}
