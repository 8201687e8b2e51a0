// One memo: what it is on, its kind, a title, its text; below it the memos that point to it.
import { Download, Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import type { Coder } from '../../shared/domain/corpus.ts';
import { MEMO_KINDS } from '../../shared/domain/memo.ts';
import type { Memo, MemoKind } from '../../shared/domain/memo.ts';
import type { TextLink } from '../../shared/domain/text-link.ts';
import { formatWhen } from '../../shared/i18n/date.ts';
import { memoTitle } from '../../shared/i18n/memo-words.ts';
import { memosText } from '../../shared/i18n/memos.ts';
import { useKeysOf } from '../frame/use-keymap.ts';
import { LinksOn } from '../links/links-on.tsx';
import { useProject } from '../project.tsx';
import { ReviewOn } from '../review/review-on.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useKeyWords } from '../ui/kbd.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { useNotify } from '../ui/notify.tsx';
import { saveFile } from '../ui/save-file.ts';
import { DraftMark } from '../ui/saved-field.tsx';
import { Select } from '../ui/select.tsx';
import { useDraft } from '../ui/use-draft.ts';
import { useNow } from '../ui/use-now.ts';
import { useRun } from '../ui/use-run.ts';
import { MentionedIn } from './mentioned-in.tsx';
import { MemoTargetLink } from './memo-target-link.tsx';
import { MemoText, useTextState } from './memo-text.tsx';

const REST_MS = 1500;
/** A memo opened this soon after it was made is a new one: the caret goes to its title. */
const NEW_FOR_MS = 5000;

interface MemoEditorProps {
  memo: Memo;
  coders: readonly Coder[];
  /** The link in its text that somebody followed backwards. */
  showLink?: TextLink | undefined;
}

/** To be keyed by the memo. */
export function MemoEditor({ memo, coders, showLink }: MemoEditorProps) {
  const words = useText(memosText);
  const { language } = useLanguage();
  const now = useNow();
  const { project } = useProject();
  const isReadOnly = project?.isReadOnly === true;
  const { write, title, titleInput } = useTitle(memo);
  const [state, setState] = useTextState();
  const who = coders.find(({ id }) => id === memo.coderId)?.name ?? '';
  return (
    <article className="memos-editor">
      <header className="memos-editor-head">
        <MemoTargetLink memo={memo} />
        <span className="memos-editor-state">
          <DraftMark state={title.state === 'changed' ? 'changed' : state} />
          <Select<MemoKind>
            label={words.kind}
            hidesLabel
            options={MEMO_KINDS.map((id) => ({ id, label: words.kinds[id] }))}
            value={memo.kind}
            isDisabled={isReadOnly}
            onChange={(kind) => void write({ kind })}
          />
          <ExportMenu memo={memo} />
          {isReadOnly ? null : <RemoveMemo memo={memo} />}
        </span>
      </header>
      <TextField isReadOnly={isReadOnly} value={title.value} onChange={title.change} onBlur={title.keep} maxLength={300}>
        <Label className="visually-hidden">{words.title}</Label>
        <Input
          ref={titleInput}
          className="memos-title"
          placeholder={words.titlePlaceholder}
          onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && title.keep()}
        />
      </TextField>
      <p className="memos-by">{words.by(who, formatWhen(language, memo.updatedAt, now))}</p>
      <MemoText memo={memo} place={memo} label={words.text} placeholder={words.textPlaceholder} showLink={showLink} onState={setState} />
      <LinksOn end={{ kind: 'memo', id: memo.id }} label={memoTitle(language, memo)} />
      <ReviewOn targets={[{ kind: 'memo', id: memo.id }]} />
      <MentionedIn kind="memo" id={memo.id} title={words.backlinks} level={2} />
      <MemoKeys />
    </article>
  );
}

/** The title is written apart from the text: what is typed in one never waits for the other. */
function useTitle(memo: Memo) {
  const run = useRun();
  const write = async (change: { kind?: MemoKind; title?: string }): Promise<boolean> =>
    (await run('memo.update', { memoId: memo.id, ...change })) !== undefined;
  const title = useDraft(memo.title, (typed) => write({ title: typed }), { restMs: REST_MS });
  const titleInput = useRef<HTMLInputElement>(null);
  const shown = useRef(memo);
  useEffect(() => {
    const isNew = Date.now() - Date.parse(shown.current.createdAt) < NEW_FOR_MS;
    if (isNew) titleInput.current?.select();
    addEventListener('pagehide', title.keep);
    return () => removeEventListener('pagehide', title.keep);
  }, [title.keep]);
  return { write, title, titleInput };
}

function ExportMenu({ memo }: { memo: Memo }) {
  const words = useText(memosText);
  const run = useRun();
  const save = async (format: 'docx' | 'md') => {
    const file = await run('memo.export', { memoIds: [memo.id], filter: {}, format });
    if (file) saveFile(file);
  };
  return (
    <Menu label={words.export} trigger={<IconButton icon={Download} size="small" label={words.export} />}>
      <MenuItem label={words.formats.docx} onAction={() => void save('docx')} />
      <MenuItem label={words.formats.md} onAction={() => void save('md')} />
    </Menu>
  );
}

function RemoveMemo({ memo }: { memo: Memo }) {
  const words = useText(memosText);
  const { language } = useLanguage();
  const run = useRun();
  const notify = useNotify();
  const remove = async () => {
    const head = memoTitle(language, memo);
    if ((await run('memo.remove', { memoId: memo.id })) !== undefined) notify({ text: words.removed(head), kind: 'done' });
  };
  return <IconButton icon={Trash2} size="small" label={words.remove} onPress={() => void remove()} />;
}

function MemoKeys() {
  const words = useText(memosText);
  const link = useKeysOf('memoLink');
  const keyWords = useKeyWords();
  return <p className="memos-keys">{words.keys(link === undefined ? null : keyWords(link))}</p>;
}
