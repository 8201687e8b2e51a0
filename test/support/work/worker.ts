// Somebody at work who does anything at all, and takes it back, and brings it back; what was once so must be so again.
import { strictEqual } from 'node:assert';
import { redo, redoSeveral, redoTo, undo, undoSeveral, undoTo } from '../../../electron/commands/undo.ts';
import type { Session } from '../../../electron/commands/run-command.ts';
import { whoseSteps } from '../../../electron/queries/sight.ts';
import { entryByNumber, latestEntry, numberToRedo, numbersToRedo, numbersToUndoTo } from '../../../electron/storage/change-log.ts';
import type { Project } from '../../../electron/storage/open-project.ts';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { CoderId } from '../../../shared/domain/ids.ts';
import { contentHash } from '../content.ts';
import type { Chance } from '../seeded.ts';
import { ACTS, DRAWN } from './acts.ts';
import type { DrawnCommand } from './acts.ts';
import { Desk } from './desk.ts';

/** One step in so many takes something back, or brings it back; who has just done so goes on with it one time out of two. */
const STEPS_TO_UNDO = 6;
const MOST_AT_ONCE = 3;

export class Worker {
  readonly #desk: Desk;
  /** The content that belongs to what stands of the log: undo and redo must find it again. */
  readonly #known = new Map<string, string>();
  readonly #onStep: (last: string) => void;
  #isGoingBack = false;
  readonly done = new Map<DrawnCommand | 'undo' | 'redo', number>();
  readonly refused = new Map<string, number>();

  /** `onStep` hears of everything that was done, with the number and the UUID of the log's last entry. */
  constructor(project: Project, luck: Chance, onStep: (last: string) => void = () => undefined) {
    this.#desk = new Desk(project, luck);
    this.#onStep = onStep;
    this.#note();
  }

  get #project(): Project {
    return this.#desk.project;
  }

  /** The entries whose effect stands. */
  get #standing(): string {
    return numbersToUndoTo(this.#project.sqlite, 0).join(' ');
  }

  #note(): void {
    this.#known.set(this.#standing, contentHash(this.#project));
  }

  step(): void {
    const { luck } = this.#desk;
    const isWork = luck.below(this.#isGoingBack ? 2 : STEPS_TO_UNDO) > 0;
    const name = isWork ? luck.pick(DRAWN) : this.#isGoingBack && luck.below(3) > 0 ? 'redo' : 'undo';
    this.#isGoingBack = !isWork;
    try {
      if (name === 'undo') this.#backwards();
      else if (name === 'redo') this.#forwards();
      else this.#do(name);
      this.done.set(name, (this.done.get(name) ?? 0) + 1);
    } catch (error) {
      // a refusal is an answer too; one to undo what was done last is not, but to who codes blind: they step over what others did
      if (!(error instanceof Refusal) || (error.code === 'undo.conflict' && !this.#isBlind)) throw Object.assign(new Error(name), { cause: error });
      const refusal = `${name}: ${error.code}`;
      this.refused.set(refusal, (this.refused.get(refusal) ?? 0) + 1);
      this.#assertAsKnown(refusal);
    }
    this.#tell();
  }

  #tell(): void {
    const entry = latestEntry(this.#project.sqlite);
    this.#onStep(`${entry?.number ?? 0} ${entry?.id ?? ''}`);
  }

  /** What changed nothing left no entry; what went on with the last entry changed what belongs to it. */
  #do(name: DrawnCommand): void {
    const before = latestEntry(this.#project.sqlite);
    ACTS[name](this.#desk);
    const after = latestEntry(this.#project.sqlite);
    const isSame = before?.id === after?.id && JSON.stringify(before?.diffs) === JSON.stringify(after?.diffs);
    if (isSame) this.#assertAsKnown(name);
    else this.#note();
  }

  /** A project is as it was whenever the same entries stood. */
  #assertAsKnown(act: string): void {
    const expected = this.#known.get(this.#standing);
    if (expected === undefined) this.#note();
    else strictEqual(contentHash(this.#project), expected, act);
  }

  get #isBlind(): boolean {
    return this.#desk.coders.some((coderId) => whoseSteps(this.#project, coderId) !== null);
  }

  /** Who did this: who codes blind takes back what they did themselves. */
  #authorOf(number: number | undefined): Session {
    const entry = number === undefined ? undefined : entryByNumber(this.#project.sqlite, number);
    return entry ? { project: this.#project, coderId: entry.coderId as CoderId } : this.#desk.session;
  }

  #backwards(): void {
    const { luck } = this.#desk;
    const numbers = numbersToUndoTo(this.#project.sqlite, 0);
    const session = this.#authorOf(numbers[0]);
    const way = luck.below(4);
    if (way === 0) undoSeveral(session, 1 + luck.below(MOST_AT_ONCE));
    else if (way === 1) undoTo(session, numbers[luck.below(Math.min(numbers.length, 2 * MOST_AT_ONCE))] ?? 0);
    else undo(session);
    this.#assertAsKnown('undo');
  }

  #forwards(): void {
    const { luck } = this.#desk;
    const numbers = numbersToRedo(this.#project.sqlite);
    const session = this.#authorOf(numberToRedo(this.#project.sqlite));
    const way = luck.below(4);
    if (way === 0) redoSeveral(session, 1 + luck.below(MOST_AT_ONCE));
    else if (way === 1) redoTo(session, numbers[luck.below(Math.min(numbers.length, 2 * MOST_AT_ONCE))] ?? 0);
    else redo(session);
    this.#assertAsKnown('redo');
  }

  /**
   * All the way back, and all the way forth again, each step to what was there then; `look` sees the first state. Answers with that
   * state's content.
   */
  thereAndBack(look: () => void = () => undefined): string {
    this.#assertAsKnown('before');
    let steps = 0;
    const next = (): number | undefined => numbersToUndoTo(this.#project.sqlite, 0)[0];
    for (let number = next(); number !== undefined; number = next(), steps += 1) {
      undo(this.#authorOf(number));
      this.#assertAsKnown('undo of all');
      this.#tell();
    }
    const first = contentHash(this.#project);
    look();
    for (; steps > 0; steps -= 1) {
      redo(this.#authorOf(numberToRedo(this.#project.sqlite)));
      this.#assertAsKnown('redo of all');
      this.#tell();
    }
    return first;
  }
}
