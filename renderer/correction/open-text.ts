// Keeps the text and the codings of the source on screen true: read again after others' changes, corrected in place by one's own.
import type { CoreEvent, Input, Output } from '../../shared/contract/contract.ts';
import type { SourceId, TurnId } from '../../shared/domain/ids.ts';
import type { EditedTurn, OpenedSource, SourceCoding, Turn } from '../../shared/domain/source.ts';
import type { TextEdit } from '../../shared/domain/turn-edit.ts';
import { EditQueue } from './edit-queue.ts';
import { editedCodings, editedTurn, keptTurns } from './edited-text.ts';
import { TypedSteps } from './typed-steps.ts';

/** Lets the paint of what is known already go first. */
const SETTLE_MS = 30;
/** The screen's own state catches up with the letters when the hand rests. */
const REST_MS = 280;
const CODING_TABLES = ['coding', 'passage', 'memo'];
const TEXT_TABLES = ['turn', 'source', 'speaker', 'participant', 'source_case', 'media'];
const TYPING = 'source.editTurn';

export interface ShownSource {
  readonly opened: OpenedSource;
  readonly turns: readonly Turn[];
  readonly codings: readonly SourceCoding[];
  /** How many of the edits typed in this window it holds. */
  readonly version: number;
}

export interface SourceCalls {
  readonly open: (input: Input<'source.open'>) => Promise<Output<'source.open'>>;
  readonly codings: (input: Input<'source.codings'>) => Promise<Output<'source.codings'>>;
  readonly edit: (input: Input<'source.editTurn'>) => Promise<EditedTurn>;
  /** Takes back the last act. */
  readonly undo: () => Promise<unknown>;
}

export type Patch = (codings: readonly SourceCoding[]) => readonly SourceCoding[];

type Change = (before: ShownSource | null) => ShownSource | null;

interface Typed {
  readonly turnId: TurnId;
  readonly edit: TextEdit;
}

interface Surroundings {
  readonly calls: SourceCalls;
  readonly show: (source: ShownSource | null) => void;
  readonly onFailure: (failure: unknown) => void;
  /** The core refused a correction: what is on screen is read anew. */
  readonly onRefused: (failure: unknown) => void;
}

export class OpenText {
  readonly #sourceId: SourceId;
  readonly #around: Surroundings;
  readonly #queue: EditQueue;
  /** Edits that the shown text may not hold yet; the first has number `#from`. */
  #typed: Typed[] = [];
  #from = 0;
  #shown: ShownSource | null = null;
  #shownVersion = 0;
  #steps: TypedSteps | null = null;
  /** Nobody did anything else since the present burst began: the last act is this burst. */
  #isUndisturbed = true;
  #asked = 0;
  #awaited: 'all' | 'codings' | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;
  /** Events of typing heard that no call of this window has accounted for. */
  #unclaimed = 0;
  #structural = 0;
  /** Somebody waits for the queue to be empty. */
  #isWatched = false;
  #latest: Promise<void> = Promise.resolve();

  constructor(sourceId: SourceId, around: Surroundings) {
    this.#sourceId = sourceId;
    this.#around = around;
    this.#queue = new EditQueue(
      async (correction) => {
        const done = await around.calls.edit(correction);
        if (done.entryId !== null) this.#unclaimed -= 1;
        return done;
      },
      (error) => {
        this.#unclaimed = 0;
        this.#typed = [];
        this.#from = this.#shownVersion;
        around.onRefused(error);
        void this.readAll();
      },
    );
  }

  dispose(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#rest);
    this.#asked += 1;
  }

  /** Edits of this turn that a text of that version does not hold. */
  typedSince(version: number, turnId: TurnId): TextEdit[] {
    return this.#typed.slice(Math.max(0, version - this.#from)).flatMap((typed) => (typed.turnId === turnId ? [typed.edit] : []));
  }

  /**
   * Offsets count in the turn's whole text, as it stands after everything typed before. `takesBack`: the edit puts back words that
   * this correction had changed.
   */
  type(turnId: TurnId, edit: TextEdit, takesBack = false): void {
    const steps = this.#stepsOf(turnId);
    const again = takesBack && this.#isUndisturbed ? (steps?.replayFor(edit, this.#queue.burst) ?? null) : null;
    this.#typed.push({ turnId, edit });
    this.#askAgainLater();
    if (again) {
      this.#queue.takeBack(turnId, () => this.#undo(), again);
      // the passages that come back are the core's to tell
      this.#awaited = 'all';
      this.#steps = null;
    } else {
      steps?.add(edit, this.#queue.burst);
      this.#queue.push(turnId, edit);
    }
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.settle(), REST_MS);
    if (this.#isWatched) return;
    this.#isWatched = true;
    void this.#queue.settled().then(() => {
      this.#isWatched = false;
      this.#onIdle();
    });
  }

  endBurst(): void {
    this.#queue.endBurst();
    this.#isUndisturbed = true;
  }

  async #undo(): Promise<void> {
    await this.#around.calls.undo();
    this.#unclaimed -= 1;
  }

  /** Begun anew in another turn, and whenever the text was read. */
  #stepsOf(turnId: TurnId): TypedSteps | null {
    if (this.#steps?.turnId === turnId) return this.#steps;
    const turn = this.#shown?.turns.find(({ id }) => id === turnId);
    const edits = this.typedSince(this.#shownVersion, turnId);
    if (!turn || !this.#shown) return null;
    this.#steps = new TypedSteps(edits.reduce(editedTurn, turn), editedCodings(this.#shown.codings, turnId, edits));
    return this.#steps;
  }

  #show(change: Change): void {
    const next = change(this.#shown);
    if (next === this.#shown) return;
    this.#shown = next;
    this.#around.show(next);
  }

  /** Everything typed is on the disk, or was refused. */
  written(): Promise<void> {
    return this.#queue.settled();
  }

  /** Gives the screen what was typed. */
  settle(): void {
    clearTimeout(this.#rest);
    const version = this.#from + this.#typed.length;
    if (version === this.#shownVersion) return;
    const news = this.#typed.slice(this.#shownVersion - this.#from);
    this.#typed = news;
    this.#from = this.#shownVersion;
    this.#shownVersion = version;
    this.#show((before) => before && { ...withEdits(before, news), version });
  }

  /** A command that moves turns or their heads: the text is read again before this ends. */
  async restructure<T>(work: () => Promise<T>): Promise<T> {
    await this.#queue.settled();
    this.settle();
    this.#structural += 1;
    try {
      return await work();
    } finally {
      this.#structural -= 1;
      this.endBurst();
      await this.readAll();
    }
  }

  /** Shows what the core has acknowledged, ahead of its next answer. */
  patch(patch: Patch): void {
    this.settle();
    // An answer on its way was asked for before this was acknowledged.
    if (this.#awaited === 'codings') this.#asked += 1;
    this.#steps = null;
    this.#show((before) => before && { ...before, codings: patch(before.codings) });
    this.#readCodingsSoon();
  }

  hear(event: CoreEvent): void {
    if (event.kind === 'project') void this.readAll();
    if (event.kind !== 'changes') return;
    if (event.command !== TYPING) this.#isUndisturbed = false;
    if (event.command === TYPING) {
      this.#unclaimed += 1;
      this.#onIdle();
    } else if (event.tables.some((table) => TEXT_TABLES.includes(table))) void this.readAll();
    else if (event.tables.some((table) => CODING_TABLES.includes(table))) this.#readCodingsSoon();
  }

  /** Ends when the text shown is one that was read after this was called. */
  async readAll(): Promise<void> {
    const mine = this.#readAll();
    this.#latest = mine;
    await mine;
    if (this.#latest !== mine) await this.#latest;
  }

  async #readAll(): Promise<void> {
    await this.#read('all', async () => {
      const opened = await this.#around.calls.open({ sourceId: this.#sourceId });
      return (before) => ({
        opened: before && sameSpeakers(before.opened, opened) ? { ...opened, speakers: before.opened.speakers } : opened,
        turns: before?.opened.source.id === opened.source.id ? keptTurns(before.turns, opened.turns) : opened.turns,
        codings: before && sameCodings(before.codings, opened.codings) ? before.codings : opened.codings,
        version: this.#shownVersion,
      });
    });
  }

  #readCodingsSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      void this.#read('codings', async () => {
        const codings = await this.#around.calls.codings({ sourceId: this.#sourceId });
        return (before) => (before && !sameCodings(before.codings, codings) ? { ...before, codings } : before);
      });
    }, SETTLE_MS);
  }

  /** Only a text that has everything typed may be replaced by what is read: what is typed meanwhile makes the answer stale. */
  async #read(what: 'all' | 'codings', ask: () => Promise<Change>): Promise<void> {
    if (this.#awaited === 'all' && what === 'codings') return this.readAll();
    this.#awaited = what;
    if (!this.#queue.isIdle || this.#structural > 0) return;
    this.settle();
    this.#asked += 1;
    const turn = this.#asked;
    try {
      const change = await ask();
      if (turn !== this.#asked) return;
      this.#awaited = null;
      this.#steps = null;
      this.#show(change);
    } catch (error) {
      if (turn !== this.#asked) return;
      this.#awaited = null;
      if (what === 'all') this.#around.onFailure(error);
    }
  }

  #askAgainLater(): void {
    if (this.#awaited !== null) this.#asked += 1;
  }

  #onIdle(): void {
    if (!this.#queue.isIdle) return;
    if (this.#unclaimed > 0) {
      this.#unclaimed = 0;
      this.#isUndisturbed = false;
      void this.readAll();
    } else if (this.#awaited === 'all') void this.readAll();
    else if (this.#awaited === 'codings') this.#readCodingsSoon();
  }
}

function withEdits(before: ShownSource, typed: readonly Typed[]): ShownSource {
  let { turns, codings } = before;
  for (const turnId of new Set(typed.map((one) => one.turnId))) {
    const edits = typed.flatMap((one) => (one.turnId === turnId ? [one.edit] : []));
    turns = turns.map((turn) => (turn.id === turnId ? edits.reduce(editedTurn, turn) : turn));
    codings = editedCodings(codings, turnId, edits);
  }
  return { ...before, turns, codings };
}

/** The same list of speakers keeps every paragraph as it is. */
function sameSpeakers(before: OpenedSource, after: OpenedSource): boolean {
  return JSON.stringify(before.speakers) === JSON.stringify(after.speakers);
}

function printOf({ passageId, start, end, stance, weight, memos }: SourceCoding): string {
  return `${passageId}|${start.turnId}|${start.offsetUtf16}|${end.turnId}|${end.offsetUtf16}|${stance}|${weight}|${memos}`;
}

/** Order does not count: what was shown ahead stands last. */
function sameCodings(before: readonly SourceCoding[], after: readonly SourceCoding[]): boolean {
  if (before.length !== after.length) return false;
  const known = new Map(before.map((coding) => [coding.id, printOf(coding)]));
  return after.every((coding) => known.get(coding.id) === printOf(coding));
}
