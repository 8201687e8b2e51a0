// Finds what a memo is to link to: passages latest first, categories, cases, cells, other memos, by their words.
import { useRef, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { TextField as AriaTextField, Header, Input, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import type { LinkTarget, MemoLinkKind } from '../../shared/domain/memo.ts';
import { memosText } from '../../shared/i18n/memos.ts';
import '../ui/field.css';
import { useText } from '../ui/language.tsx';
import { Popover } from '../ui/popover.tsx';
import { useQuery } from '../ui/use-query.ts';
import { LINK_ICONS } from './target-icons.ts';

interface LinkPickerProps {
  near: RefObject<HTMLElement | null>;
  isOpen: boolean;
  onPick: (target: LinkTarget) => void;
  onClose: () => void;
}

export function LinkPicker({ near, isOpen, onPick, onClose }: LinkPickerProps) {
  const words = useText(memosText);
  return (
    <Popover
      label={words.linkTo}
      className="link-picker"
      triggerRef={near}
      isOpen={isOpen}
      onOpenChange={(opens) => {
        if (!opens) onClose();
      }}
      placement="bottom start"
    >
      <Targets onPick={onPick} />
    </Popover>
  );
}

/** The order in which kinds are offered: what one quotes first. */
const ORDER: readonly MemoLinkKind[] = ['passage', 'category', 'case', 'cell', 'memo', 'source', 'participant', 'matrix'];

function Targets({ onPick }: { onPick: (target: LinkTarget) => void }) {
  const words = useText(memosText);
  const [search, setSearch] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const { data: offered = [] } = useQuery('memo.offerLinks', { search, kinds: null });
  const sections = ORDER.map((kind) => ({ kind, targets: offered.filter((target) => target.kind === kind) })).filter(
    ({ targets }) => targets.length > 0,
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const first = sections[0]?.targets[0];
    if (event.key === 'Enter' && first && !event.nativeEvent.isComposing) onPick(first);
    else if (event.key === 'ArrowDown') list.current?.querySelector<HTMLElement>('[role="option"]')?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <>
      <AriaTextField aria-label={words.linkTo} value={search} onChange={setSearch} autoFocus>
        <Input className="field-input" placeholder={words.linkSearch} onKeyDown={onKeyDown} />
      </AriaTextField>
      <ListBox
        ref={list}
        aria-label={words.linkTo}
        className="list link-picker-list"
        selectionMode="none"
        onAction={(key) => {
          const target = offered.find(({ kind, id }) => `${kind} ${id}` === key);
          if (target) onPick(target);
        }}
        renderEmptyState={() => <p className="memos-none quiet">{words.noLink}</p>}
      >
        {sections.map(({ kind, targets }) => (
          <ListBoxSection key={kind} id={kind}>
            <Header className="list-header">{words.targets[kind]}</Header>
            {targets.map((target) => (
              <Target key={target.id} target={target} />
            ))}
          </ListBoxSection>
        ))}
      </ListBox>
    </>
  );
}

function Target({ target: { kind, id, label, ref } }: { target: LinkTarget }) {
  const Icon = LINK_ICONS[kind];
  return (
    <ListBoxItem id={`${kind} ${id}`} textValue={`${label} ${ref}`} className="list-item">
      <Icon size={14} aria-hidden />
      <span className="list-item-label link-picker-label">{label}</span>
      {ref === '' ? null : <span className="quiet">{ref}</span>}
    </ListBoxItem>
  );
}
