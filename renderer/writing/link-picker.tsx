// Finds what a text is to link to: passages latest first, categories, cases, cells, memos, by their words; or an address on the web as it is pasted.
import { Globe } from 'lucide-react';
import { useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent, RefObject } from 'react';
import { TextField as AriaTextField, Header, Input, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import { folded } from '../../shared/domain/category.ts';
import type { LinkKind, LinkTarget } from '../../shared/domain/text-link.ts';
import { isWebAddress } from '../../shared/domain/written-text.ts';
import { writingText } from '../../shared/i18n/writing.ts';
import '../ui/field.css';
import { useText } from '../ui/language.tsx';
import { Popover } from '../ui/popover.tsx';
import { useQuery } from '../ui/use-query.ts';
import { LINK_ICONS } from './target-icons.ts';

interface LinkPickerProps {
  near: RefObject<HTMLElement | null>;
  isOpen: boolean;
  /** What it offers; all kinds where it is absent. */
  kinds: readonly LinkKind[] | undefined;
  onPick: (target: LinkTarget) => void;
  onAddress: (address: string) => void;
  onClose: () => void;
}

export function LinkPicker({ near, isOpen, kinds, onPick, onAddress, onClose }: LinkPickerProps) {
  const words = useText(writingText);
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
      <Targets kinds={kinds} onPick={onPick} onAddress={onAddress} />
    </Popover>
  );
}

/** The order in which kinds are offered: what one quotes first. */
const ORDER: readonly LinkKind[] = ['passage', 'category', 'case', 'cell', 'memo', 'source', 'participant', 'matrix'];

/** The one option that is no thing of the project. */
const ADDRESS = 'address';

/** What is called exactly so is meant before what only says the words. */
function hasName(targets: readonly LinkTarget[], search: string): boolean {
  const name = folded(search.trim());
  return targets.some(({ label }) => folded(label.split(' › ').at(-1) ?? '') === name);
}

/** The editor may still put its own selection into the text and so leave nothing focused: the field then takes the focus again. */
function comesBack({ currentTarget: field, relatedTarget }: FocusEvent<HTMLInputElement>): void {
  if (relatedTarget === null) requestAnimationFrame(() => field.isConnected && document.hasFocus() && field.focus());
}

function addressIn(typed: string): string | null {
  const trimmed = typed.trim();
  const address = /^www\./iu.test(trimmed) ? `https://${trimmed}` : trimmed;
  return isWebAddress(address) ? address : null;
}

export function Targets({ kinds, onPick, onAddress }: Pick<LinkPickerProps, 'kinds' | 'onPick' | 'onAddress'>) {
  const words = useText(writingText);
  const [search, setSearch] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const { data: offered = [] } = useQuery('memo.offerLinks', { search, kinds: kinds ? [...kinds] : null });
  const sections = ORDER.map((kind) => ({ kind, targets: offered.filter((target) => target.kind === kind) }))
    .filter(({ targets }) => targets.length > 0)
    .toSorted((one, other) => Number(hasName(other.targets, search)) - Number(hasName(one.targets, search)));
  const address = addressIn(search);
  const onKeyDown = (event: KeyboardEvent) => {
    const first = sections[0]?.targets[0];
    const isEnter = event.key === 'Enter' && !event.nativeEvent.isComposing;
    if (isEnter && address !== null) onAddress(address);
    else if (isEnter && first) onPick(first);
    else if (event.key === 'ArrowDown') list.current?.querySelector<HTMLElement>('[role="option"]')?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <>
      <AriaTextField aria-label={words.linkTo} value={search} onChange={setSearch} autoFocus>
        <Input className="field-input" placeholder={words.linkSearch} onKeyDown={onKeyDown} onBlur={comesBack} />
      </AriaTextField>
      <ListBox
        ref={list}
        aria-label={words.linkTo}
        className="list link-picker-list"
        selectionMode="none"
        onAction={(key) => {
          if (key === ADDRESS && address !== null) return onAddress(address);
          const target = offered.find(({ kind, id }) => `${kind} ${id}` === key);
          if (target) onPick(target);
        }}
        renderEmptyState={() => <p className="link-picker-none quiet">{words.noLink}</p>}
      >
        {address === null ? null : (
          <ListBoxItem id={ADDRESS} textValue={address} className="list-item">
            <Globe size={14} aria-hidden />
            <span className="list-item-label link-picker-label">{address}</span>
            <span className="quiet">{words.address}</span>
          </ListBoxItem>
        )}
        {sections.map(({ kind, targets }) => (
          <ListBoxSection key={kind} id={kind}>
            <Header className="list-header">{words.kinds[kind]}</Header>
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
