// What the history shows, in one quiet line.
import { useEffect, useState } from 'react';
import { HISTORY_KIND_NAMES } from '../../shared/domain/history.ts';
import type { CoderId } from '../../shared/domain/ids.ts';
import { historyText } from '../../shared/i18n/history.ts';
import { useText } from '../ui/language.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Select } from '../ui/select.tsx';
import { Swatch } from '../ui/swatch.tsx';
import { useQuery } from '../ui/use-query.ts';
import { PERIODS } from './history-filter.ts';
import type { Asked } from './history-filter.ts';

const ALL = 'all';
/** Letters come faster than answers are wanted. */
const TYPING_RESTS_MS = 200;

export function FilterLine({ asked, onAsk }: { asked: Asked; onAsk: (asked: Asked) => void }) {
  const text = useText(historyText);
  const { data: coders = [] } = useQuery('coder.list', {});
  const [words, setWords] = useState(asked.words);
  useEffect(() => {
    if (words === asked.words) return undefined;
    const resting = setTimeout(() => onAsk({ ...asked, words }), TYPING_RESTS_MS);
    return () => clearTimeout(resting);
  }, [words, asked, onAsk]);
  return (
    <div className="history-filters" role="group" aria-label={text.filters}>
      <SearchField label={text.words} value={words} onChange={setWords} className="history-words" />
      <Select
        label={text.kind}
        hidesLabel
        isQuiet
        value={asked.kind ?? ALL}
        onChange={(kind) => onAsk({ ...asked, kind: kind === ALL ? null : kind })}
        options={[{ id: ALL, label: text.everything }, ...HISTORY_KIND_NAMES.map((id) => ({ id, label: text.objectKinds[id] }))]}
      />
      <Select
        label={text.coder}
        hidesLabel
        isQuiet
        value={(asked.coderId as string | null) ?? ALL}
        onChange={(id) => onAsk({ ...asked, coderId: id === ALL ? null : (id as CoderId) })}
        options={[
          { id: ALL, label: text.everybody },
          ...coders.map(({ id, name, color }) => ({ id: id as string, label: name, before: <Swatch color={color} /> })),
        ]}
      />
      <Select
        label={text.period}
        hidesLabel
        isQuiet
        value={asked.period ?? ALL}
        onChange={(period) => onAsk({ ...asked, period: period === ALL ? null : period })}
        options={[{ id: ALL, label: text.anyTime }, ...PERIODS.map((id) => ({ id, label: text.periods[id] }))]}
      />
    </div>
  );
}
