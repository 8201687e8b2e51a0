// Narrows memos to when they were begun: a span that ends today, or between two days.
import { useState } from 'react';
import { memosText } from '../../shared/i18n/memos.ts';
import { useText } from '../ui/language.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { RECENT_SPANS, spanStart } from './memo-filter.ts';
import type { RecentSpan } from './memo-filter.ts';

type Choice = 'any' | RecentSpan | 'between';

interface DayFilterProps {
  /** yyyy-mm-dd, both included; null: open on that side. */
  from: string | null;
  to: string | null;
  onChange: (days: { readonly from: string | null; readonly to: string | null }) => void;
}

export function DayFilter({ from, to, onChange }: DayFilterProps) {
  const words = useText(memosText);
  const [choice, setChoice] = useState<Choice>('any');
  const choose = (next: Choice) => {
    setChoice(next);
    if (next === 'any') onChange({ from: null, to: null });
    else if (next !== 'between') onChange({ from: spanStart(next, new Date()), to: null });
  };
  const day = (typed: string): string | null => (typed === '' ? null : typed);
  return (
    <>
      <Select<Choice>
        label={words.writtenOn}
        hidesLabel
        options={[
          { id: 'any', label: words.anyDay },
          ...RECENT_SPANS.map((id) => ({ id, label: words.spans[id] })),
          { id: 'between', label: words.between },
        ]}
        value={choice}
        onChange={choose}
      />
      {choice === 'between' ? (
        <div className="memos-days">
          <TextField type="date" label={words.from} value={from ?? ''} onChange={(typed) => onChange({ from: day(typed), to })} />
          <TextField type="date" label={words.to} value={to ?? ''} onChange={(typed) => onChange({ from, to: day(typed) })} />
        </div>
      ) : null}
    </>
  );
}
