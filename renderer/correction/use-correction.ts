// Correcting the open text: which turn is being corrected, what its passages said before, and the acts that move turns.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PassageId, TurnId } from '../../shared/domain/ids.ts';
import { applyEdit } from '../../shared/domain/turn-edit.ts';
import type { TextEdit } from '../../shared/domain/turn-edit.ts';
import type { CodedText } from '../reader/coded-text.ts';
import type { LivePaint } from '../reader/highlight-painter.ts';
import { wordsOf } from '../reader/transcript.ts';
import type { Point, Transcript } from '../reader/transcript.ts';
import { useLatest } from '../reader/use-latest.ts';
import type { ReadSource } from '../reader/use-source.ts';
import type { Step } from '../reader/word-steps.ts';
import { useRun } from '../ui/use-run.ts';
import type { Run } from '../ui/use-run.ts';
import { livePaint } from './live-paint.ts';

export interface Editing {
  readonly turnId: TurnId;
  /** Where the caret comes up, among the words; beyond them it stands at their end. */
  readonly caret: number;
  /** Where what is selected begins; the caret's own place where nothing is. */
  readonly anchor: number;
  /** What was typed while a turn was cut or joined. */
  readonly ahead: string;
  /** Another number for every beginning. */
  readonly beginning: number;
}

/** What passages said before the correction, by passage. */
export type WordsBefore = ReadonlyMap<PassageId, string>;

export interface CorrectionActs {
  /** Puts the caret into the words at this place; words of the turn stay selected from `anchor` on. */
  readonly begin: (point: Point, anchor?: Point) => void;
  /** The words stand as static text again. */
  readonly end: () => void;
  /** `takesBack`: the edit is a step of undo or redo inside the turn. */
  readonly type: (turnId: TurnId, edit: TextEdit, takesBack: boolean) => void;
  /** The caret went elsewhere: what follows is another act. */
  readonly endBurst: () => void;
  /** Cuts the turn at an offset of its whole text and goes on in the new one; `ahead` gives what was typed meanwhile. */
  readonly split: (turnId: TurnId, offsetUtf16: number, ahead: () => string) => Promise<void>;
  /** Joins the turn with the one before it, or the one after with it, and goes on where they meet. */
  readonly join: (turnId: TurnId, step: Step, ahead: () => string) => Promise<void>;
  /** Runs a command that changes turns; ends after the text shows what it did. */
  readonly restructure: <T>(work: (run: Run) => Promise<T>) => Promise<T | undefined>;
  readonly forget: () => void;
}

export interface Correction extends CorrectionActs {
  readonly editing: Editing | null;
  readonly before: WordsBefore;
  /** What is painted of the turn being corrected, as it is now; null when none is. */
  readonly live: () => LivePaint | null;
  /** Calls the listener after each letter; answers with the way to stop. */
  readonly onType: (listener: () => void) => () => void;
}

const NO_WORDS: WordsBefore = new Map();

function wordsOfPassagesIn(transcript: Transcript, coded: CodedText, turn: number): Map<PassageId, string> {
  return new Map((coded.byTurn.get(turn) ?? []).map(({ stripe }) => [stripe.passageId, wordsOf(transcript, stripe.span)]));
}

/** What the acts see of the latest drawing. */
interface Held {
  readonly source: ReadSource;
  readonly editing: Editing | null;
  readonly run: Run;
}

interface ActsContext {
  readonly held: () => Held;
  /** Puts the editor into a turn; it may be one that is not drawn yet. */
  readonly edit: (turnId: TurnId, caret: number, ahead: string, anchor?: number) => void;
  readonly leave: () => void;
  readonly onTyped: (change: TextEdit) => void;
  readonly forget: () => void;
}

function actsOn({ held, edit, leave, onTyped, forget }: ActsContext): CorrectionActs {
  const restructure: CorrectionActs['restructure'] = (work) => {
    const { source, run } = held();
    return source.openText ? source.openText.restructure(() => work(run)) : Promise.resolve(undefined);
  };
  /** The act was refused: the same turn goes on being corrected, with what was typed meanwhile. */
  const resume = (caret: number, ahead: string): void => {
    const { editing } = held();
    if (editing) edit(editing.turnId, caret, ahead);
  };
  const turnAt = (index: number) => held().source.transcript?.turns[index];
  const indexOf = (turnId: TurnId) => held().source.transcript?.indexOf.get(turnId) ?? Number.NaN;
  return {
    begin: (point, anchor) => {
      const turn = turnAt(point.turn);
      held().source.openText?.settle();
      if (turn) edit(turn.id, point.offset, '', anchor?.turn === point.turn ? anchor.offset : point.offset);
    },
    end: () => {
      held().source.openText?.endBurst();
      held().source.openText?.settle();
      leave();
    },
    type: (turnId, change, takesBack) => {
      held().source.openText?.type(turnId, change, takesBack);
      onTyped(change);
    },
    endBurst: () => held().source.openText?.endBurst(),
    split: async (turnId, offsetUtf16, ahead) => {
      const bodyStart = turnAt(indexOf(turnId))?.bodyStart ?? 0;
      const made = await restructure((run) => run('source.splitTurn', { turnId, offsetUtf16 }));
      if (made) edit(made, 0, ahead());
      else resume(offsetUtf16 - bodyStart, ahead());
    },
    join: async (turnId, step, ahead) => {
      const index = indexOf(turnId);
      const into = turnAt(step === 'back' ? index - 1 : index);
      const joining = turnAt(step === 'back' ? index : index + 1);
      const length = into ? into.bodyEnd - into.bodyStart : 0;
      const joined = joining && (await restructure((run) => run('source.joinTurn', { turnId: joining.id })));
      if (joined && into) edit(into.id, step === 'back' && length > 0 ? length + 1 : length, ahead());
      else resume(step === 'back' ? 0 : length, ahead());
    },
    restructure,
    forget,
  };
}

export function useCorrection(source: ReadSource): Correction {
  const { transcript, version, openText } = source;
  const run = useRun();
  const [editing, setEditing] = useState<Editing | null>(null);
  const [before, setBefore] = useState<WordsBefore>(NO_WORDS);
  const latest = useLatest<Held>({ source, editing, run });
  const listeners = useRef(new Set<() => void>());
  const beginnings = useRef(0);
  /** The turn's text as this window knows it; null until it is drawn. */
  const expected = useRef<string | null>(null);
  /** Where the last letter ended, in the turn's whole text; null before the first one. */
  const typedTo = useRef<number | null>(null);

  const edit = useCallback<ActsContext['edit']>(
    (turnId, caret, ahead, anchor = caret) => {
      const { source: now, editing: known } = latest.current;
      const turn = now.transcript?.indexOf.get(turnId);
      if (now.transcript && turn !== undefined) {
        const words = wordsOfPassagesIn(now.transcript, now.coded, turn);
        setBefore((said) => (known ? new Map([...words, ...said]) : words));
      }
      beginnings.current += 1;
      expected.current = null;
      typedTo.current = null;
      setEditing({ turnId, caret, anchor, ahead, beginning: beginnings.current });
    },
    [latest],
  );
  const acts = useMemo(
    () =>
      actsOn({
        held: () => latest.current,
        edit,
        leave: () => setEditing(null),
        onTyped: (change) => {
          if (expected.current !== null) expected.current = applyEdit(expected.current, change);
          typedTo.current = change.at + change.inserted.length;
          for (const listener of listeners.current) listener();
        },
        forget: () => setBefore(NO_WORDS),
      }),
    [latest, edit],
  );

  const live = useCallback((): LivePaint | null => {
    const { source: now, editing: held } = latest.current;
    const turn = held ? now.transcript?.indexOf.get(held.turnId) : undefined;
    if (!held || !now.transcript || !now.openText || turn === undefined) return null;
    return livePaint(now.transcript, now.coded, turn, now.openText.typedSince(now.version, held.turnId));
  }, [latest]);
  const onType = useCallback((listener: () => void) => {
    listeners.current.add(listener);
    return () => listeners.current.delete(listener);
  }, []);

  // words that somebody else changed meanwhile are taken over, the caret about where it was
  const turn = editing ? transcript?.turns[transcript.indexOf.get(editing.turnId) ?? -1] : undefined;
  const text = turn?.text;
  const bodyStart = turn?.bodyStart ?? 0;
  useEffect(() => {
    if (!editing || typeof text !== 'string' || !openText || openText.typedSince(version, editing.turnId).length > 0) return;
    const caret = typedTo.current === null ? editing.caret : typedTo.current - bodyStart;
    if (expected.current !== null && expected.current !== text) edit(editing.turnId, caret, '');
    else expected.current = text;
  }, [editing, text, bodyStart, version, openText, edit]);

  // a turn that is gone (another window joined it) is no longer corrected
  const stillThere = editing && transcript?.indexOf.has(editing.turnId) ? editing : null;
  return useMemo(() => ({ editing: stillThere, before, live, onType, ...acts }), [stillThere, before, live, onType, acts]);
}
