// One memo: a title and plain text, kept by itself after a rest, on leaving and on Ctrl+Enter.
import { Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { Input, Label, TextArea, TextField } from 'react-aria-components';
import type { Coder } from '../../shared/domain/corpus.ts';
import type { Memo } from '../../shared/domain/memo.ts';
import { formatWhen } from '../../shared/i18n/date.ts';
import { memosText } from '../../shared/i18n/memos.ts';
import { useProject } from '../project.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { DraftMark } from '../ui/saved-field.tsx';
import { useDraft } from '../ui/use-draft.ts';
import { useNow } from '../ui/use-now.ts';
import { useRun } from '../ui/use-run.ts';
import { headOf } from './memo-filter.ts';
import { MemoTargetLink } from './memo-target-link.tsx';

const REST_MS = 2000;
/** A memo opened this soon after it was made is a new one: the caret goes to its title. */
const NEW_FOR_MS = 5000;

interface MemoEditorProps {
  memo: Memo;
  coders: readonly Coder[];
}

/** To be keyed by the memo. */
export function MemoEditor({ memo, coders }: MemoEditorProps) {
  const words = useText(memosText);
  const { language } = useLanguage();
  const now = useNow();
  const { project } = useProject();
  const run = useRun();
  const isReadOnly = project?.isReadOnly === true;
  const draft = useDraft(
    { title: memo.title, text: memo.text },
    async (written) => (await run('memo.write', { memoId: memo.id, targetKind: memo.targetKind, targetId: memo.targetId, ...written })) !== undefined,
    { restMs: REST_MS },
  );
  const title = useRef<HTMLInputElement>(null);
  const shown = useRef(memo);
  useEffect(() => {
    const isNew = shown.current.text === '' && Date.now() - Date.parse(shown.current.createdAt) < NEW_FOR_MS;
    if (isNew) title.current?.select();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    draft.keep();
  };
  const who = coders.find(({ id }) => id === memo.coderId)?.name ?? '';
  const text = { onBlur: draft.keep, isReadOnly } as const;
  return (
    <article className="memos-editor">
      <header className="memos-editor-head">
        <MemoTargetLink memo={memo} />
        <span className="memos-editor-state">
          <DraftMark state={draft.state} />
          {isReadOnly ? null : <RemoveMemo memo={memo} />}
        </span>
      </header>
      <TextField {...text} value={draft.value.title} onChange={(typed) => draft.change({ ...draft.value, title: typed })} maxLength={300}>
        <Label className="visually-hidden">{words.title}</Label>
        <Input ref={title} className="memos-title" onKeyDown={onKeyDown} placeholder={words.titlePlaceholder} />
      </TextField>
      <p className="memos-by">{words.by(who, formatWhen(language, memo.updatedAt, now))}</p>
      <TextField {...text} className="memos-text" value={draft.value.text} onChange={(typed) => draft.change({ ...draft.value, text: typed })}>
        <Label className="visually-hidden">{words.text}</Label>
        <TextArea onKeyDown={onKeyDown} placeholder={words.textPlaceholder} spellCheck />
      </TextField>
      <p className="memos-keys">{words.keys}</p>
    </article>
  );
}

function RemoveMemo({ memo }: { memo: Memo }) {
  const words = useText(memosText);
  const run = useRun();
  const notify = useNotify();
  const remove = async () => {
    const head = headOf(memo) || words.untitled;
    if ((await run('memo.remove', { memoId: memo.id })) !== undefined) notify({ text: words.removed(head), kind: 'done' });
  };
  return <IconButton icon={Trash2} size="small" label={words.remove} onPress={() => void remove()} />;
}
