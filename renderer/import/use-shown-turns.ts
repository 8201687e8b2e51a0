// The turns of the document that is shown: first those that came with it, then more as one scrolls on.
import { useCallback, useRef, useState } from 'react';
import type { IncomingDocument, PreviewTurn } from '../../shared/domain/incoming.ts';
import { useImportSession } from './import-context.tsx';

const AT_ONCE = 200;

interface Loaded {
  readonly of: IncomingDocument;
  /** Without the first ones. */
  readonly chunks: readonly (readonly PreviewTurn[])[];
  readonly isComplete: boolean;
}

/** `key` names the file; the turns begin anew when its turns are found otherwise. */
export function useShownTurns(key: string, incoming: IncomingDocument) {
  const session = useImportSession();
  const [state, setState] = useState<Loaded>({ of: incoming, chunks: [], isComplete: false });
  const loaded = state.of === incoming ? state : { of: incoming, chunks: [], isComplete: false };
  const asking = useRef<IncomingDocument | null>(null);
  const shown = incoming.sample.length + loaded.chunks.reduce((sum, { length }) => sum + length, 0);

  const loadMore = useCallback(async () => {
    if (asking.current === incoming) return;
    asking.current = incoming;
    const turns = await session.turns(key, shown, AT_ONCE);
    if (asking.current !== incoming) return;
    asking.current = null;
    setState((before) => ({
      of: incoming,
      chunks: [...(before.of === incoming ? before.chunks : []), ...(turns.length > 0 ? [turns] : [])],
      isComplete: turns.length < AT_ONCE,
    }));
  }, [session, key, incoming, shown]);

  return { chunks: [incoming.sample, ...loaded.chunks], isComplete: loaded.isComplete, loadMore };
}
