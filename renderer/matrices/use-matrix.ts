// The open matrix: asked once as a whole, then only for what changed; the quotes of a large one as its cells come into view.
import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, Input } from '../../shared/contract/contract.ts';
import type { MatrixDefinition, MatrixTable } from '../../shared/domain/matrix.ts';
import { call } from '../core.ts';
import { failureOf, useRefreshing } from '../ui/use-query.ts';
import { missingIn, withAnswer, withPreviews } from './shown-matrix.ts';
import type { Lines, ShownMatrix } from './shown-matrix.ts';

export interface OpenMatrix {
  /** The latest answer; kept while a newer one is on its way. */
  readonly table: MatrixTable | undefined;
  readonly failure: Failure | undefined;
  /** Says which lines are in view. */
  readonly onShown: (lines: Lines) => void;
}

type Asked = Input<'matrix.read'>['definition'];
const definitionOf = (key: string): Asked => JSON.parse(key) as Asked;

const NOTHING: Lines = { rowKeys: [], columnKeys: [] };

export function useMatrix(definition: MatrixDefinition): OpenMatrix {
  const [state, setState] = useState<{ table: MatrixTable | undefined; failure: Failure | undefined }>({ table: undefined, failure: undefined });
  const key = JSON.stringify(definition);
  /** What the core answered last, and to which definition. */
  const held = useRef<{ readonly key: string; readonly shown: ShownMatrix } | null>(null);
  const inView = useRef(NOTHING);
  const turn = useRef(0);
  const isAsking = useRef(false);

  const show = useCallback((of: string, shown: ShownMatrix) => {
    held.current = { key: of, shown };
    setState((before) => (before.table === shown.table && !before.failure ? before : { table: shown.table, failure: undefined }));
  }, []);

  /** One question at a time: while it is on its way, more may come into view. */
  const fillIn = useCallback(async () => {
    if (isAsking.current) return;
    isAsking.current = true;
    for (let before = held.current; before; before = held.current) {
      const missing = missingIn(before.shown, inView.current);
      if (!missing) break;
      const lines = { rowKeys: [...missing.rowKeys], columnKeys: [...missing.columnKeys] };
      const previews = await call('matrix.previews', { definition: definitionOf(before.key), ...lines }).catch(() => null);
      // the table's own failure says why
      if (!previews) break;
      const now = held.current;
      // a change that overtook the answer makes it an old one
      if (now?.key === before.key && now.shown.version === before.shown.version) {
        // quotes come into many cells at once: scrolling on goes before them
        startTransition(() => show(now.key, withPreviews(now.shown, missing, previews)));
      }
    }
    isAsking.current = false;
  }, [show]);

  const refresh = useCallback(() => {
    turn.current += 1;
    const own = turn.current;
    const known = held.current?.key === key ? held.current.shown : null;
    call('matrix.read', { definition: definitionOf(key), since: known?.version ?? null }).then(
      (answer) => {
        if (own !== turn.current) return;
        const shown = withAnswer(held.current?.key === key ? held.current.shown : null, answer);
        if (shown) show(key, shown);
        void fillIn();
      },
      (error: unknown) => own === turn.current && setState((before) => ({ table: before.table, failure: failureOf(error) })),
    );
  }, [key, show, fillIn]);

  useRefreshing('matrix.read', refresh);
  useEffect(refresh, [refresh]);

  const onShown = useCallback(
    (lines: Lines) => {
      inView.current = lines;
      void fillIn();
    },
    [fillIn],
  );
  return { ...state, onShown };
}
