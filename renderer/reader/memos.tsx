// Memos on the passage: read, written and corrected in place; kept when the field is left.
import { Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Memo } from '../../shared/domain/memo.ts';
import type { MemoId, PassageId } from '../../shared/domain/ids.ts';
import { formatWhen } from '../../shared/i18n/date.ts';
import { readerText } from '../../shared/i18n/reader.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import { useReader } from './reader-context.tsx';

export function Memos({ passageId }: { passageId: PassageId }) {
  const text = useText(readerText);
  const { isReadOnly, memoRequests } = useReader();
  const { data } = useQuery('passage.read', { passageId });
  const memos = data?.passageId === passageId ? data.memos : [];
  return (
    <section className="reader-memos">
      <SectionTitle level={2} end={memos.length > 1 ? text.number(memos.length) : undefined}>
        {memos.length > 1 ? text.memos : text.memo}
      </SectionTitle>
      {memos.map((memo) => (
        <MemoItem key={memo.id} memo={memo} />
      ))}
      {isReadOnly ? null : <MemoField key={memos.length} label={text.newMemo} memo={null} passageId={passageId} focusOn={memoRequests} />}
    </section>
  );
}

function MemoItem({ memo }: { memo: Memo }) {
  const text = useText(readerText);
  const { language } = useLanguage();
  const { coders, isReadOnly } = useReader();
  const run = useRun();
  const [now] = useState(() => new Date());
  const initials = coders.get(memo.coderId)?.initials ?? '?';
  return (
    <div className="reader-memo">
      {memo.title === '' ? null : <b>{memo.title}</b>}
      {isReadOnly ? <p>{memo.text}</p> : <MemoField label={text.memo} memo={memo} passageId={null} focusOn={0} />}
      <div className="reader-memo-foot">
        <span>
          {text.memoBy(initials, formatWhen(language, memo.updatedAt, now))}
          {memo.targetKind === 'coding' ? ` · ${text.memoOnCoding}` : ''}
        </span>
        {isReadOnly ? null : (
          <IconButton icon={Trash2} label={text.removeMemo} size="small" onPress={() => void run('memo.remove', { memoId: memo.id })} />
        )}
      </div>
    </div>
  );
}

interface MemoFieldProps {
  label: string;
  /** Null for the field that writes a new one on `passageId`. */
  memo: Memo | null;
  passageId: PassageId | null;
  /** Takes the focus whenever this number grows. */
  focusOn: number;
}

/** Keeps what is typed when it loses the focus, on Ctrl+Enter, and when another passage takes its place. */
function MemoField({ label, memo, passageId, focusOn }: MemoFieldProps) {
  const run = useRun();
  const { text: handle } = useReader();
  const [words, setWords] = useState(memo?.text ?? '');
  const box = useRef<HTMLDivElement>(null);
  const kept = useRef(memo?.text ?? '');
  const latest = useRef(words);
  latest.current = words;

  const stored = memo?.text ?? '';
  useEffect(() => {
    if (latest.current === kept.current) setWords(stored);
    kept.current = stored;
  }, [stored]);

  const firstRequest = useRef(focusOn);
  useEffect(() => {
    if (focusOn > firstRequest.current) box.current?.querySelector('textarea')?.focus();
  }, [focusOn]);

  const keep = (): void => {
    const now = latest.current;
    if (now.trim() === kept.current.trim() || (memo === null && now.trim() === '')) return;
    kept.current = now;
    const memoId: MemoId | null = memo?.id ?? null;
    void run('memo.write', {
      memoId,
      targetKind: memo?.targetKind ?? 'passage',
      targetId: memo?.targetId ?? passageId ?? '',
      title: memo?.title ?? '',
      text: now,
    });
  };
  const keepLatest = useRef(keep);
  keepLatest.current = keep;
  useEffect(() => () => keepLatest.current(), []);

  const onKeyDown = (event: KeyboardEvent) => {
    const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!isDone && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    handle.current?.focus();
  };
  return (
    <div ref={box}>
      <TextArea
        label={label}
        hidesLabel
        placeholder={label}
        value={words}
        onChange={setWords}
        onBlur={keep}
        onKeyDown={onKeyDown}
        rows={memo ? rowsFor(words) : 2}
      />
    </div>
  );
}

const CHARS_PER_ROW = 38;

function rowsFor(words: string): number {
  const rows = words.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / CHARS_PER_ROW)), 0);
  return Math.min(12, Math.max(1, rows));
}
