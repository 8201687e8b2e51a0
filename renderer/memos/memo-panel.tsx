// Memos on one thing, read and written in a narrow panel beside it; the last field begins a new one.
import { SquareArrowOutUpRight, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Memo } from '../../shared/domain/memo.ts';
import { memoTitle } from '../../shared/i18n/memo-words.ts';
import { memosText } from '../../shared/i18n/memos.ts';
import { useNavigation } from '../navigation.tsx';
import { useProject } from '../project.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { DraftMark } from '../ui/saved-field.tsx';
import { useRun } from '../ui/use-run.ts';
import { MemoText, useTextState } from './memo-text.tsx';
import type { MemoPlace } from './memo-text.tsx';
import './memo-panel.css';

interface MemoPanelProps {
  memos: readonly Memo[];
  /** What a new memo is on. */
  place: MemoPlace;
  /** Beside who wrote a memo and when. */
  byLine: (memo: Memo) => ReactNode;
  /** Puts the caret into the new memo whenever this number grows. */
  focusOn?: number;
  onLeave?: () => void;
}

export function MemoPanel({ memos, place, byLine, focusOn, onLeave }: MemoPanelProps) {
  const words = useText(memosText);
  const { project } = useProject();
  // the field stays the same while its first words make a memo; that memo then shows in the list at the next visit of the field
  const [written, setWritten] = useState(0);
  const [newest, setNewest] = useState<string | null>(null);
  const leave = onLeave ? { onLeave } : {};
  const shown = memos.filter(({ id }) => id !== newest);
  return (
    <>
      {shown.map((memo) => (
        <PanelMemo key={memo.id} memo={memo} byLine={byLine} {...leave} />
      ))}
      {project?.isReadOnly === true ? null : (
        <div
          onBlur={(event) => {
            if (newest === null || event.currentTarget.contains(event.relatedTarget)) return;
            setNewest(null);
            setWritten(written + 1);
          }}
        >
          <MemoText
            key={written}
            memo={null}
            place={place}
            label={words.writeMemo}
            placeholder={`${words.writeMemo}…`}
            isCompact
            {...(focusOn === undefined ? {} : { focusOn })}
            onWritten={setNewest}
            {...leave}
          />
        </div>
      )}
    </>
  );
}

function PanelMemo({ memo, byLine, onLeave }: { memo: Memo; byLine: (memo: Memo) => ReactNode; onLeave?: () => void }) {
  const words = useText(memosText);
  const { language } = useLanguage();
  const { go } = useNavigation();
  const { project } = useProject();
  const run = useRun();
  const [state, setState] = useTextState();
  const head = memoTitle(language, memo);
  return (
    <div className="memo-panel-item">
      {memo.title === '' ? null : <b>{memo.title}</b>}
      <MemoText
        memo={memo}
        place={memo}
        label={`${words.memo}${memo.title === '' ? '' : ` ${memo.title}`}`}
        placeholder={words.textPlaceholder}
        isCompact
        onState={setState}
        {...(onLeave ? { onLeave } : {})}
      />
      <div className="memo-panel-foot">
        <span>{byLine(memo)}</span>
        <span className="memo-panel-acts">
          <DraftMark state={state} />
          <IconButton
            icon={SquareArrowOutUpRight}
            label={words.openMemo(head)}
            size="small"
            onPress={() => go({ screen: 'memos', memoId: memo.id })}
          />
          {project?.isReadOnly === true ? null : (
            <IconButton icon={Trash2} label={words.remove} size="small" onPress={() => void run('memo.remove', { memoId: memo.id })} />
          )}
        </span>
      </div>
    </div>
  );
}
