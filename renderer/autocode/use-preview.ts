// What the rule in hand finds: asked again when the rule changes or the project does, told how far it is, stopped when asked.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../shared/contract/contract.ts';
import type { CodingRule, RuleHit, RulePreview } from '../../shared/domain/coding-rule.ts';
import { isEmptyFind } from '../../shared/domain/coding-rule.ts';
import type { CodingRuleId, SourceId } from '../../shared/domain/ids.ts';
import { CoreFailure, call, onCoreEvent } from '../core.ts';

/** While somebody types the search waits for the hand to rest. */
const RESTS_MS = 250;
/** No progress is shown before: most searches are over by then. */
const SHOWN_AFTER_MS = 300;

export interface Searching {
  readonly done: number;
  /** 0 while it is not known. */
  readonly total: number;
}

export interface Preview {
  readonly found: RulePreview | null;
  /** Hits by source, of the sources that are unfolded. */
  readonly hits: ReadonlyMap<SourceId, readonly RuleHit[]>;
  readonly failure: Failure | null;
  /** Null unless a search has been under way for a while. */
  readonly searching: Searching | null;
  /** `found` is of the rule as it now stands. */
  readonly isFresh: boolean;
  readonly load: (sourceId: SourceId) => void;
  readonly cancel: () => void;
  readonly refresh: () => void;
}

interface State extends Pick<Preview, 'found' | 'hits' | 'failure'> {
  /** The asking that this answers. */
  readonly key: string;
}

const NOTHING: State = { found: null, hits: new Map(), failure: null, key: '' };

function failureOf(error: unknown): Failure {
  return error instanceof CoreFailure ? error.failure : { kind: 'fault', code: 'window.error', data: { message: String(error) } };
}

function bySource(hits: readonly RuleHit[]): Map<SourceId, RuleHit[]> {
  const groups = new Map<SourceId, RuleHit[]>();
  for (const hit of hits) groups.set(hit.sourceId, [...(groups.get(hit.sourceId) ?? []), hit]);
  return groups;
}

/** Tables whose change asks again; a coding made elsewhere may be one of the rule's. */
const CONCERNED = new Set([
  'turn',
  'speaker',
  'participant',
  'source',
  'source_case',
  'case_part',
  'question_turn',
  'coding',
  'passage',
  'coding_rule',
]);

export function usePreview(rule: CodingRule | null, ruleId: CodingRuleId | null): Preview {
  const [state, setState] = useState<State>(NOTHING);
  const [searching, setSearching] = useState<Searching | null>(null);
  const [asked, setAsked] = useState(0);
  const job = useRef('');
  const key = rule && !isEmptyFind(rule.find) ? JSON.stringify({ rule, ruleId }) : null;
  const refresh = useCallback(() => setAsked((before) => before + 1), []);

  useEffect(() => onCoreEvent((event) => event.kind === 'changes' && event.tables.some((table) => CONCERNED.has(table)) && refresh()), [refresh]);
  useEffect(() => {
    if (key === null) {
      setState(NOTHING);
      return undefined;
    }
    const own = crypto.randomUUID();
    let isOver = false;
    let slow = 0;
    const end = (next: Omit<State, 'key'>) => {
      if (isOver) return;
      setState({ ...next, key });
      setSearching(null);
    };
    const stop = onCoreEvent((event) => {
      if (event.kind === 'progress' && event.job === own && !isOver) setSearching({ done: event.done, total: event.total });
    });
    const rest = window.setTimeout(() => {
      job.current = own;
      slow = window.setTimeout(() => !isOver && setSearching((before) => before ?? { done: 0, total: 0 }), SHOWN_AFTER_MS);
      const inHand = JSON.parse(key) as { rule: CodingRule; ruleId: CodingRuleId | null };
      call('autocode.preview', { ...inHand, job: own })
        .then(
          (found) => end({ found, hits: bySource(found.hits), failure: null }),
          (error: unknown) => end({ found: null, hits: new Map(), failure: failureOf(error) }),
        )
        .finally(() => {
          clearTimeout(slow);
          if (job.current === own) job.current = '';
        });
    }, RESTS_MS);
    return () => {
      isOver = true;
      stop();
      clearTimeout(rest);
      clearTimeout(slow);
      setSearching(null);
      // the answer is no longer wanted
      if (job.current === own) call('job.cancel', { job: own }).catch(() => undefined);
    };
  }, [key, asked]);

  const load = useCallback(
    (sourceId: SourceId) => {
      if (key === null) return;
      const inHand = JSON.parse(key) as { rule: CodingRule; ruleId: CodingRuleId | null };
      call('autocode.hits', { ...inHand, sourceId }).then(
        (own) => setState((before) => (before.key === key ? { ...before, hits: new Map([...before.hits, [sourceId, own]]) } : before)),
        () => refresh(),
      );
    },
    [key, refresh],
  );
  const cancel = useCallback(() => {
    if (job.current !== '') call('job.cancel', { job: job.current }).catch(() => undefined);
  }, []);
  return { ...state, searching, isFresh: state.key === key, load, cancel, refresh };
}
