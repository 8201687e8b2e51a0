// Sends what is typed to the core at once and in order: what comes while an answer is awaited goes together in the next call.
import type { EntryId, TurnId } from '../../shared/domain/ids.ts';
import type { EditedTurn } from '../../shared/domain/source.ts';
import type { TextEdit } from '../../shared/domain/turn-edit.ts';

/** What the core takes in one call. */
const MOST_EDITS = 1000;

export interface Correction {
  readonly turnId: TurnId;
  readonly edits: TextEdit[];
  readonly continues: EntryId | null;
}

interface Waiting {
  readonly turnId: TurnId;
  /** Contiguous typing shares one: it is one act in the log. */
  readonly burst: number;
  readonly edits: TextEdit[];
  /** To be done before the edits, which then begin an act of their own. */
  readonly first: (() => Promise<void>) | null;
}

export class EditQueue {
  readonly #send: (correction: Correction) => Promise<EditedTurn>;
  readonly #onFailure: (error: unknown) => void;
  #waiting: Waiting[] = [];
  #sending: Promise<void> | null = null;
  #burst = 0;
  #last: { readonly burst: number; readonly entryId: EntryId | null } = { burst: -1, entryId: null };

  /** After a failure what waits is forgotten: it was written over a text that the core does not have. */
  constructor(send: (correction: Correction) => Promise<EditedTurn>, onFailure: (error: unknown) => void) {
    this.#send = send;
    this.#onFailure = onFailure;
  }

  get burst(): number {
    return this.#burst;
  }

  get isIdle(): boolean {
    return this.#sending === null;
  }

  /** The caret went elsewhere: what is typed from now on is another act. */
  endBurst(): void {
    this.#burst += 1;
  }

  push(turnId: TurnId, edit: TextEdit): void {
    const last = this.#waiting.at(-1);
    if (last && last.burst === this.#burst && last.turnId === turnId && last.edits.length < MOST_EDITS) last.edits.push(edit);
    else this.#waiting.push({ turnId, burst: this.#burst, edits: [edit], first: null });
    this.#sending ??= this.#sendAll();
  }

  /** Takes the present burst back as a whole and makes some of its edits again, in a burst that goes on. */
  takeBack(turnId: TurnId, takeBack: () => Promise<void>, again: readonly TextEdit[]): void {
    this.#burst += 1;
    this.#waiting.push({ turnId, burst: this.#burst, edits: [...again], first: takeBack });
    this.#sending ??= this.#sendAll();
  }

  /** Until everything pushed so far is on the disk, or was refused. */
  async settled(): Promise<void> {
    while (this.#sending) await this.#sending;
  }

  async #sendAll(): Promise<void> {
    try {
      for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
        const { turnId, burst, edits, first } = next;
        if (first) await first();
        if (edits.length === 0) continue;
        const continues = this.#last.burst === burst ? this.#last.entryId : null;
        const { entryId } = await this.#send({ turnId, edits, continues });
        // what changed nothing left the entry before it as it was
        this.#last = { burst, entryId: entryId ?? continues };
      }
    } catch (error) {
      this.#waiting = [];
      this.#onFailure(error);
    } finally {
      this.#sending = null;
    }
  }
}
