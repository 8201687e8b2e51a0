// The left panel: every memo, the latest change first, narrowed by kind, object, coder and words; a diary by its days.
import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import type { Coder } from '../../shared/domain/corpus.ts';
import type { CoderId, MemoId } from '../../shared/domain/ids.ts';
import { MEMO_KINDS, MEMO_TARGETS } from '../../shared/domain/memo.ts';
import type { Memo, MemoKind, MemoTarget } from '../../shared/domain/memo.ts';
import { formatDay, formatWhen } from '../../shared/i18n/date.ts';
import { firstWords, memoTitle, targetWords } from '../../shared/i18n/memo-words.ts';
import { memosText } from '../../shared/i18n/memos.ts';
import { PrintMenuItem } from '../printing/print-menu-item.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { saveFile } from '../ui/save-file.ts';
import { SearchField } from '../ui/search-field.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Select } from '../ui/select.tsx';
import { useNow } from '../ui/use-now.ts';
import { useRun } from '../ui/use-run.ts';
import { ALL_MEMOS, byDiaryDay, countBy, listedMemos } from './memo-filter.ts';
import { DayFilter } from './day-filter.tsx';
import type { ListFilter } from './memo-filter.ts';
import { TARGET_ICONS } from '../writing/target-icons.ts';

interface MemoListProps {
  memos: readonly Memo[];
  coders: readonly Coder[];
  chosenId: MemoId | null;
  onChoose: (memoId: MemoId) => void;
  /** The button that begins a memo. */
  newMemo: ReactNode;
}

export function MemoList({ memos, coders, chosenId, onChoose, newMemo }: MemoListProps) {
  const words = useText(memosText);
  const { language } = useLanguage();
  const now = useNow();
  const [filter, setFilter] = useState(ALL_MEMOS);
  const shown = useMemo(() => listedMemos(memos, filter), [memos, filter]);
  const item = (memo: Memo) => <MemoItem key={memo.id} memo={memo} coders={coders} now={now} />;
  return (
    <div className="memos-panel">
      <div className="memos-panel-head">
        <SectionTitle
          level={2}
          end={
            <span className="memos-panel-acts">
              <ExportShown memos={shown} />
              {newMemo}
            </span>
          }
        >
          {words.memos}
        </SectionTitle>
        <SearchField label={words.filter} value={filter.query} onChange={(query) => setFilter({ ...filter, query })} />
        <Filters memos={memos} coders={coders} filter={filter} onChange={setFilter} />
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
        renderEmptyState={() => <p className="memos-none quiet">{words.noneFound}</p>}
      >
        {filter.kind === 'diary'
          ? byDiaryDay(shown).map(({ at, memos: ofDay }) => (
              <ListBoxSection key={at} id={at}>
                <Header className="memos-day">{formatDay(language, at, now)}</Header>
                {ofDay.map(item)}
              </ListBoxSection>
            ))
          : shown.map(item)}
      </ListBox>
    </div>
  );
}

interface FiltersProps {
  memos: readonly Memo[];
  coders: readonly Coder[];
  filter: ListFilter;
  onChange: (filter: ListFilter) => void;
}

const ALL = 'all';

function Filters({ memos, coders, filter, onChange }: FiltersProps) {
  const words = useText(memosText);
  const [kinds, targets, authors] = useMemo(() => [countBy(memos, 'kind'), countBy(memos, 'targetKind'), countBy(memos, 'coderId')], [memos]);
  const all = { id: ALL, label: words.all(memos.length) } as const;
  const chosen = <T extends string>(id: T | typeof ALL): T | null => (id === ALL ? null : (id as T));
  return (
    <div className="memos-filters">
      <Select<MemoKind | typeof ALL>
        label={words.kind}
        hidesLabel
        options={[
          { ...all, label: words.allKinds },
          ...MEMO_KINDS.filter((id) => kinds.has(id) || id === filter.kind).map((id) => ({
            id,
            label: words.kindCount(words.kinds[id], kinds.get(id) ?? 0),
          })),
        ]}
        value={filter.kind ?? ALL}
        onChange={(id) => onChange({ ...filter, kind: chosen<MemoKind>(id) })}
      />
      <Select<MemoTarget | typeof ALL>
        label={words.target}
        hidesLabel
        options={[
          { ...all, label: words.allTargets },
          ...MEMO_TARGETS.filter((id) => targets.has(id) || id === filter.targetKind).map((id) => {
            const Icon = TARGET_ICONS[id];
            return { id, label: words.kindCount(words.targets[id], targets.get(id) ?? 0), before: <Icon size={14} aria-hidden /> };
          }),
        ]}
        value={filter.targetKind ?? ALL}
        onChange={(id) => onChange({ ...filter, targetKind: chosen<MemoTarget>(id) })}
      />
      {authors.size > 1 ? (
        <Select<string>
          label={words.author}
          hidesLabel
          options={[
            { ...all, label: words.allAuthors },
            ...coders.filter(({ id }) => authors.has(id)).map(({ id, name }) => ({ id, label: words.kindCount(name, authors.get(id) ?? 0) })),
          ]}
          value={filter.coderId ?? ALL}
          onChange={(id) => onChange({ ...filter, coderId: chosen<CoderId>(id as CoderId) })}
        />
      ) : null}
      <DayFilter from={filter.from} to={filter.to} onChange={(days) => onChange({ ...filter, ...days })} />
    </div>
  );
}

/** What the list shows, as it shows it. */
function ExportShown({ memos }: { memos: readonly Memo[] }) {
  const words = useText(memosText);
  const run = useRun();
  const save = async (format: 'docx' | 'md') => {
    const file = await run('memo.export', { memoIds: memos.map(({ id }) => id), filter: {}, format });
    if (file) saveFile(file);
  };
  if (memos.length === 0) return null;
  const label = words.exportShown(memos.length);
  return (
    <Menu label={label} trigger={<IconButton icon={Download} size="small" label={label} />}>
      <PrintMenuItem piece={{ kind: 'memos', kinds: null }} />
      <MenuItem label={words.formats.docx} onAction={() => void save('docx')} />
      <MenuItem label={words.formats.md} onAction={() => void save('md')} />
    </Menu>
  );
}

function MemoItem({ memo, coders, now }: { memo: Memo; coders: readonly Coder[]; now: Date }) {
  const words = useText(memosText);
  const { language } = useLanguage();
  const Icon = TARGET_ICONS[memo.targetKind];
  const head = memoTitle(language, memo);
  const who = coders.find(({ id }) => id === memo.coderId);
  const on = memo.targetKind === 'project' ? words.wholeProject : targetWords(language, memo);
  // a memo that is called by what it is on says its first words beside
  const beside = memo.title.trim() === '' ? firstWords(memo) || on : on;
  return (
    <ListBoxItem id={memo.id} className="memos-item" textValue={head}>
      <span className="memos-item-head">{head}</span>
      <span className="memos-item-on" title={words.targets[memo.targetKind]}>
        <Icon size={13} aria-hidden />
        <span>{beside}</span>
      </span>
      <span className="memos-item-by">{words.byLine(words.kinds[memo.kind], who?.initials ?? '', formatWhen(language, memo.updatedAt, now))}</span>
    </ListBoxItem>
  );
}
