// The guide in place, as an outline: a line per theme or question, each question with the categories it is meant to feed.
import { Heading2, Plus } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import type { ClipboardEvent } from 'react';
import type { Codebook } from '../../shared/domain/category.ts';
import { outlineOf } from '../../shared/domain/guide-outline.ts';
import type { Guide } from '../../shared/domain/guide.ts';
import { guideText } from '../../shared/i18n/guide.ts';
import { categoryIndex } from '../reader/category-index.ts';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { useQuery } from '../ui/use-query.ts';
import { GuideLineRow } from './guide-line-row.tsx';
import type { LineAct } from './guide-line-row.tsx';
import { blankQuestion, moved, withCategories, withKind, withPasted, withQuestionAfter, withText, without } from './guide-lines.ts';
import type { GuideLine } from './guide-lines.ts';
import { newId, useGuideText } from './use-guide-text.ts';
import type { EditedGuide } from './use-guide-text.ts';

interface GuideEditorProps {
  guide: Guide;
  codebook: Codebook;
  isReadOnly: boolean;
}

/** To be keyed by the guide. */
export function GuideEditor({ guide, codebook, isReadOnly }: GuideEditorProps) {
  const text = useText(guideText);
  const edited = useGuideText(guide);
  const { change, keep } = edited;
  const index = useMemo(() => categoryIndex(codebook), [codebook]);
  const outline = useOutline(edited, isReadOnly);
  const { lines } = outline;
  const placeholder = (line: GuideLine) =>
    lines.length === 1 ? text.firstPlaceholder : line.kind === 'theme' ? text.themePlaceholder : text.questionPlaceholder;
  const { data: memoCounts } = useQuery('memo.counts', { kind: 'question' });
  const kept = new Set<string>(guide.themes.flatMap((theme) => theme.questions.map(({ id }) => id)));
  const questions = guide.themes.reduce((sum, theme) => sum + theme.questions.length, 0);
  return (
    <div className="guide-page" data-panel>
      <div className="guide-sheet">
        <input
          className="guide-title"
          aria-label={text.title}
          value={edited.text.title}
          readOnly={isReadOnly}
          maxLength={300}
          onChange={(event) => change({ ...edited.text, title: event.target.value }, 'rest')}
          onBlur={keep}
        />
        <p className="guide-counts">{text.counts(guide.themes.filter(({ name }) => name !== '').length, questions)}</p>
        <ol className="guide-lines" aria-label={text.lines} ref={outline.root}>
          {lines.map((line, at) => (
            <GuideLineRow
              key={line.id}
              line={line}
              at={at}
              placeholder={placeholder(line)}
              codebook={codebook}
              index={index}
              isReadOnly={isReadOnly}
              memos={kept.has(line.id) ? (memoCounts?.find(({ id }) => id === line.id)?.on ?? 0) : null}
              onText={(words) => outline.put(withText(lines, line.id, words), 'rest')}
              onCategories={(categoryIds) => outline.put(withCategories(lines, line.id, categoryIds))}
              onAct={(act) => outline.act(at, act)}
              onPaste={(event) => outline.paste(event, at)}
              onLeave={keep}
            />
          ))}
        </ol>
        {isReadOnly ? null : <AddLine onAdd={outline.add} />}
      </div>
      {isReadOnly ? null : <p className="guide-foot">{text.howToEdit}</p>}
    </div>
  );
}

function AddLine({ onAdd }: { onAdd: (kind: GuideLine['kind']) => void }) {
  const text = useText(guideText);
  return (
    <div className="guide-add">
      <Button size="small" variant="quiet" onPress={() => onAdd('question')}>
        <Plus size={14} aria-hidden />
        {text.addQuestion}
      </Button>
      <Button size="small" variant="quiet" onPress={() => onAdd('theme')}>
        <Heading2 size={14} aria-hidden />
        {text.addTheme}
      </Button>
    </div>
  );
}

/** What keys, pasting and buttons do to the lines, and where the caret goes then. */
function useOutline({ text, change }: EditedGuide, isReadOnly: boolean) {
  const { root, focusOn, focusLine } = useLineFocus(text.lines);
  // an empty guide begins with a line to write in
  const first = useRef(blankQuestion(newId()));
  const lines = text.lines.length === 0 && !isReadOnly ? [first.current] : text.lines;
  const put = (next: readonly GuideLine[], when: 'now' | 'rest' = 'now') => change({ ...text, lines: next }, when);

  const act = (at: number, what: LineAct) => {
    const line = lines[at];
    if (!line) return;
    const id = newId();
    switch (what) {
      case 'next':
        if (line.text.trim() === '') return;
        focusOn(id);
        put(withQuestionAfter(lines, at, id));
        return;
      case 'theme':
      case 'question':
        focusOn(id);
        put(withKind(lines, at, what, id));
        return;
      case 'up':
      case 'down':
        focusOn(line.id);
        put(moved(lines, at, what === 'up' ? -1 : 1));
        return;
      case 'remove':
        focusOn((lines[at - 1] ?? lines[at + 1])?.id);
        put(without(lines, at));
        return;
      case 'above':
        focusLine(at - 1);
        return;
      case 'below':
        focusLine(at + 1);
    }
  };
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>, at: number) => {
    const pasted = event.clipboardData.getData('text');
    if (!pasted.trim().includes('\n')) return;
    event.preventDefault();
    const outline = outlineOf(pasted);
    const next = withPasted(lines, at, outline, newId);
    focusOn(next[at + next.length - lines.length]?.id);
    change({ ...text, title: outline.title ?? text.title, lines: next }, 'now');
  };
  const add = (kind: GuideLine['kind']) => {
    const line = { ...blankQuestion(newId()), kind };
    focusOn(line.id);
    put([...text.lines, line]);
  };
  return { root, lines, put, act, paste, add };
}

/** Puts the caret into a line as soon as it is there. */
function useLineFocus(lines: readonly GuideLine[]) {
  const root = useRef<HTMLOListElement>(null);
  const wanted = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (wanted.current === undefined) return;
    const field = root.current?.querySelector<HTMLTextAreaElement>(`[data-line="${wanted.current}"] textarea`);
    if (!field) return;
    wanted.current = undefined;
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  }, [lines]);
  const focusOn = (id: string | undefined) => {
    wanted.current = id;
  };
  const focusLine = (at: number) => root.current?.querySelectorAll('textarea')[at]?.focus();
  return { root, focusOn, focusLine };
}
