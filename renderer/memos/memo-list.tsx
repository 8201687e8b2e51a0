// The left panel: every memo, the latest change first, filtered by what it is on and by its words.
import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { Coder } from '../../shared/domain/corpus.ts';
import type { Memo, MemoTarget } from '../../shared/domain/memo.ts';
import { MEMO_TARGETS } from '../../shared/domain/memo.ts';
import type { MemoId } from '../../shared/domain/ids.ts';
import { formatWhen } from '../../shared/i18n/date.ts';
import { memosText } from '../../shared/i18n/memos.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useNow } from '../ui/use-now.ts';
import { countByKind, headOf, listedMemos } from './memo-filter.ts';
import { TARGET_ICONS } from './target-icons.ts';

interface MemoListProps {
  memos: readonly Memo[];
  coders: readonly Coder[];
  chosenId: MemoId | null;
  onChoose: (memoId: MemoId) => void;
  onWrite: () => void;
}

export function MemoList({ memos, coders, chosenId, onChoose, onWrite }: MemoListProps) {
  const words = useText(memosText);
  const now = useNow();
  const [kind, setKind] = useState<MemoTarget | null>(null);
  const [query, setQuery] = useState('');
  const shown = useMemo(() => listedMemos(memos, { kind, query }), [memos, kind, query]);
  return (
    <div className="memos-panel">
      <div className="memos-panel-head">
        <SectionTitle
          level={2}
          end={
            <Button size="small" variant="quiet" onPress={onWrite}>
              <Plus size={14} aria-hidden />
              {words.newMemo}
            </Button>
          }
        >
          {words.memos}
        </SectionTitle>
        <TextField
          label={words.filter}
          hidesLabel
          placeholder={words.filterPlaceholder}
          value={query}
          onChange={setQuery}
          onKeyDown={(event) => event.key === 'Escape' && setQuery('')}
        />
        <KindFilter memos={memos} kind={kind} onChange={setKind} />
      </div>
      <ListBox
        className="memos-list"
        aria-label={words.memos}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={chosenId === null ? [] : [chosenId]}
        onSelectionChange={(keys) => {
          const memo = keys === 'all' ? undefined : memos.find(({ id }) => keys.has(id));
          if (memo) onChoose(memo.id);
        }}
        items={shown}
        dependencies={[coders, words, now]}
        renderEmptyState={() => <p className="memos-none quiet">{words.noneFound}</p>}
      >
        {(memo) => <MemoItem memo={memo} coders={coders} now={now} />}
      </ListBox>
    </div>
  );
}

function KindFilter({ memos, kind, onChange }: { memos: readonly Memo[]; kind: MemoTarget | null; onChange: (kind: MemoTarget | null) => void }) {
  const words = useText(memosText);
  const counts = countByKind(memos);
  const kinds = MEMO_TARGETS.filter((each) => counts.has(each) || each === kind);
  const options = kinds.map((id) => {
    const Icon = TARGET_ICONS[id];
    return { id, label: words.kindCount(words.kinds[id], counts.get(id) ?? 0), before: <Icon size={14} aria-hidden /> };
  });
  return (
    <Select<MemoTarget | 'all'>
      label={words.kind}
      hidesLabel
      options={[{ id: 'all', label: words.allKinds(memos.length) }, ...options]}
      value={kind ?? 'all'}
      onChange={(chosen) => onChange(chosen === 'all' ? null : chosen)}
    />
  );
}

function MemoItem({ memo, coders, now }: { memo: Memo; coders: readonly Coder[]; now: Date }) {
  const words = useText(memosText);
  const { language } = useLanguage();
  const Icon = TARGET_ICONS[memo.targetKind];
  const head = headOf(memo) || words.untitled;
  const who = coders.find(({ id }) => id === memo.coderId);
  return (
    <ListBoxItem id={memo.id} className="memos-item" textValue={head}>
      <span className="memos-item-head">{head}</span>
      <span className="memos-item-on" title={words.kinds[memo.targetKind]}>
        <Icon size={13} aria-hidden />
        <span>{memo.targetKind === 'project' ? words.wholeProject : memo.targetLabel}</span>
      </span>
      <span className="memos-item-by">{words.byLine(who?.initials ?? '', formatWhen(language, memo.updatedAt, now))}</span>
    </ListBoxItem>
  );
}
