// One line of the guide: its words, the keys that change its place and kind, its categories, its menu.
import { ArrowDown, ArrowUp, Heading2, MoreHorizontal, Pilcrow, Trash2 } from 'lucide-react';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import type { Codebook } from '../../shared/domain/category.ts';
import type { CategoryId } from '../../shared/domain/ids.ts';
import { guideText } from '../../shared/i18n/guide.ts';
import { actionAt } from '../frame/key-store.ts';
import { useItemKeys } from '../frame/use-keymap.ts';
import { MemoButton } from '../memos/memo-button.tsx';
import type { CategoryIndex } from '../reader/category-index.ts';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { Menu, MenuItem, MenuSeparator } from '../ui/menu.tsx';
import { CategoryLinks } from './category-links.tsx';
import type { GuideLine } from './guide-lines.ts';

export type LineAct = 'next' | 'theme' | 'question' | 'up' | 'down' | 'remove' | 'above' | 'below';

interface LineRowProps {
  line: GuideLine;
  at: number;
  placeholder: string;
  codebook: Codebook;
  index: CategoryIndex;
  isReadOnly: boolean;
  /** Memos on the question; null while it is not kept yet, and for a theme. */
  memos: number | null;
  onText: (text: string) => void;
  onCategories: (categoryIds: readonly CategoryId[]) => void;
  onAct: (act: LineAct) => void;
  onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
  onLeave: () => void;
}

/** What a key means here; null where it keeps its usual meaning. Up and down leave the field only from its ends. */
function actOf(event: KeyboardEvent<HTMLTextAreaElement>, line: GuideLine): LineAct | null {
  const { key, shiftKey, altKey, ctrlKey, metaKey, currentTarget: field } = event;
  if (event.nativeEvent.isComposing) return null;
  const action = actionAt(['guide'], event, { isTyping: true });
  if (action !== null) return action === 'guideUp' ? 'up' : 'down';
  if (ctrlKey || metaKey || altKey) return null;
  const isArrow = key === 'ArrowUp' || key === 'ArrowDown';
  if (key === 'Enter') return 'next';
  if (key === 'Tab' && shiftKey && line.kind === 'question') return 'theme';
  if (key === 'Tab' && !shiftKey && line.kind === 'theme') return 'question';
  if (key === 'Backspace' && field.value === '') return 'remove';
  if (!isArrow || shiftKey || field.selectionStart !== field.selectionEnd) return null;
  const isOneLine = field.scrollHeight < 2 * Number.parseFloat(getComputedStyle(field).lineHeight);
  if (key === 'ArrowUp') return isOneLine || field.selectionStart === 0 ? 'above' : null;
  return isOneLine || field.selectionStart === field.value.length ? 'below' : null;
}

export function GuideLineRow(props: LineRowProps) {
  const { line, at, placeholder, codebook, index, isReadOnly, memos, onText, onCategories, onAct, onPaste, onLeave } = props;
  const text = useText(guideText);
  const isTheme = line.kind === 'theme';
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const act = isReadOnly ? null : actOf(event, line);
    if (act === null) return;
    event.preventDefault();
    onAct(act);
  };
  return (
    <li className={classes('guide-line', isTheme ? 'guide-line-theme' : 'guide-line-question')} data-line={line.id}>
      <textarea
        rows={1}
        className="guide-words"
        aria-label={isTheme ? text.themeLine(at + 1) : text.questionLine(at + 1)}
        placeholder={placeholder}
        readOnly={isReadOnly}
        maxLength={isTheme ? 300 : 2000}
        value={line.text}
        onChange={(event) => onText(event.target.value.replace(/\s*\n\s*/gu, ' '))}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={onLeave}
      />
      {isTheme ? null : (
        <CategoryLinks
          question={line.text}
          chosen={line.categoryIds}
          codebook={codebook}
          index={index}
          isReadOnly={isReadOnly}
          onChange={onCategories}
        />
      )}
      {memos === null || isTheme ? null : <MemoButton className="guide-line-memo" kind="question" id={line.id} name={line.text} count={memos} />}
      {isReadOnly ? null : <LineMenu line={line} onAct={onAct} />}
    </li>
  );
}

function LineMenu({ line, onAct }: { line: GuideLine; onAct: (act: LineAct) => void }) {
  const text = useText(guideText);
  const keysOf = useItemKeys();
  const isTheme = line.kind === 'theme';
  return (
    <Menu
      label={text.lineActions(line.text)}
      placement="bottom end"
      trigger={<IconButton icon={MoreHorizontal} size="small" label={text.lineActions(line.text)} className="guide-line-more" />}
    >
      {isTheme ? (
        <MenuItem icon={Pilcrow} label={text.makeQuestion} onAction={() => onAct('question')} />
      ) : (
        <MenuItem icon={Heading2} label={text.makeTheme} onAction={() => onAct('theme')} />
      )}
      <MenuItem icon={ArrowUp} label={text.moveUp} {...keysOf('guideUp')} onAction={() => onAct('up')} />
      <MenuItem icon={ArrowDown} label={text.moveDown} {...keysOf('guideDown')} onAction={() => onAct('down')} />
      <MenuSeparator />
      <MenuItem icon={Trash2} label={text.removeLine} isDanger onAction={() => onAct('remove')} />
    </Menu>
  );
}
