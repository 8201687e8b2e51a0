// The memos of a row: how many are on it or speak of it, and the panel in which they are read and written.
import { useMemo } from 'react';
import { memosText } from '../../shared/i18n/memos.ts';
import { MemosOn } from '../memos/memos-on.tsx';
import '../memos/memo-panel.css';
import { useText } from '../ui/language.tsx';
import { useQuery } from '../ui/use-query.ts';
import type { SheetColumn } from './sheet-model.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

export function useMemoColumn<Row extends Named>(kind: 'source' | 'case' | 'participant'): SheetColumn<Row> {
  const words = useText(memosText);
  const { data: counts } = useQuery('memo.counts', { kind });
  const byId = useMemo(() => new Map(counts?.map((count) => [count.id, count.on + count.mentions])), [counts]);
  return {
    id: 'memos',
    title: words.memos,
    hint: words.memosHint,
    width: 66,
    isNumber: true,
    value: (row) => byId.get(row.id) ?? null,
    edit: {
      kind: 'panel',
      label: (row) => words.memosOnWhat(row.name, byId.get(row.id) ?? 0),
      shows: (row) => (
        <div className="memos-popover">
          <p className="memos-popover-title">{row.name}</p>
          <MemosOn key={row.id} kind={kind} id={row.id} />
        </div>
      ),
    },
  };
}
