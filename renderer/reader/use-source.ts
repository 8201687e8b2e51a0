// The source that is open: its text, and its codings, kept true after every change whoever made it.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Failure } from '../../shared/contract/contract.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import type { SourceCoding, SourceSummary } from '../../shared/domain/source.ts';
import { call, onCoreEvent } from '../core.ts';
import { useQuery } from '../ui/use-query.ts';
import { UNCODED, codedText } from './coded-text.ts';
import type { CodedText } from './coded-text.ts';
import { transcriptOf } from './transcript.ts';
import type { Transcript } from './transcript.ts';

/** Lets the paint of what is known already go first. */
const SETTLE_MS = 30;
const CHANGING = ['coding', 'passage', 'memo', 'turn'];

type Patch = (codings: readonly SourceCoding[]) => readonly SourceCoding[];

export interface ReadSource {
  /** Both null until the text is there. */
  readonly transcript: Transcript | null;
  readonly summary: SourceSummary | null;
  readonly coded: CodedText;
  readonly failure: Failure | undefined;
  /** Shows what the core has acknowledged, ahead of its next answer. */
  readonly patch: (patch: Patch) => void;
}

const NONE: readonly SourceCoding[] = [];

function useCodings(sourceId: SourceId | null, opened: readonly SourceCoding[] = NONE) {
  const [state, setState] = useState({ opened, codings: opened });
  const asked = useRef(0);
  const timer = useRef(0);
  const update = useCallback(
    (patch: Patch) => setState((before) => ({ opened, codings: patch(before.opened === opened ? before.codings : opened) })),
    [opened],
  );

  const refreshSoon = useCallback(() => {
    clearTimeout(timer.current);
    if (sourceId === null) return;
    timer.current = window.setTimeout(() => {
      asked.current += 1;
      const turn = asked.current;
      call('source.codings', { sourceId }).then(
        (answer) => turn === asked.current && update((before) => (sameCodings(before, answer) ? before : answer)),
        () => undefined,
      );
    }, SETTLE_MS);
  }, [sourceId, update]);

  const patch = useCallback(
    (change: Patch) => {
      // An answer on its way was asked for before this was acknowledged.
      asked.current += 1;
      update(change);
      refreshSoon();
    },
    [update, refreshSoon],
  );

  useEffect(() => {
    const stop = onCoreEvent((event) => {
      if (event.kind === 'changes' && event.tables.some((table) => CHANGING.includes(table))) refreshSoon();
    });
    return () => {
      stop();
      clearTimeout(timer.current);
    };
  }, [refreshSoon]);
  return { codings: state.opened === opened ? state.codings : opened, patch };
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

export function useSource(sourceId: SourceId | null): ReadSource {
  const { data, failure } = useQuery('source.open', sourceId === null ? null : { sourceId });
  const opened = data && data.source.id === sourceId ? data : undefined;
  const { codings, patch } = useCodings(sourceId, opened?.codings);
  const transcript = useMemo(() => (opened ? transcriptOf(opened) : null), [opened]);
  const before = useRef(UNCODED);
  const coded = useMemo(() => {
    if (transcript) before.current = codedText(transcript, codings, before.current);
    return transcript ? before.current : UNCODED;
  }, [transcript, codings]);
  return { transcript, summary: opened?.source ?? null, coded, failure, patch };
}
