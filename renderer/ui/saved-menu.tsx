// What is kept by name, in one menu: taken up again, kept as it is now, under a name, named otherwise, removed.
import { ChevronDown, Pencil, Save, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Form } from 'react-aria-components';
import { savedText } from '../../shared/i18n/saved.ts';
import { uiText } from '../../shared/i18n/ui.ts';
import { Button } from './button.tsx';
import { useText } from './language.tsx';
import { Menu, MenuItem, MenuSection, MenuSeparator } from './menu.tsx';
import { Popover } from './popover.tsx';
import './saved-menu.css';
import { TextField } from './text-field.tsx';

interface Kept {
  readonly id: string;
  readonly name: string;
}

export interface SavedMenuProps<K extends Kept> {
  /** What the menu lists, and its button says while none of them is on screen. */
  title: string;
  /** Instead of `title` on the button. */
  unnamed?: string;
  nameLabel?: string;
  saved: readonly K[];
  current: K | null;
  /** What is on screen is no longer as `current` was kept. */
  isChanged: boolean;
  /** There is something to keep, and it may be written. */
  canKeep: boolean;
  isReadOnly: boolean;
  /** What a new one would be called. */
  suggestion?: string;
  /** Said beside the button while something is not kept, with the act that keeps it. */
  unkept?: string;
  onOpen: (one: K) => void;
  /** What is on screen, in place of `one`; null: a new one. */
  onKeep: (one: K | null, name: string) => void;
  /** The name alone: what was kept stays as it is. */
  onRename: (one: K, name: string) => void;
  onRemove: (one: K) => void;
  /** Menu items: more acts on the current one, and what stands apart from it. */
  acts?: ReactNode;
  others?: ReactNode;
  buttonClass?: string;
}

export function SavedMenu<K extends Kept>(props: SavedMenuProps<K>) {
  const { title, saved, current, isChanged, canKeep, isReadOnly, suggestion = '', unkept, onKeep, acts, others } = props;
  const words = useText(savedText);
  const place = useRef<HTMLDivElement>(null);
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  const wasNaming = useRef(false);
  // what led to the field is a menu that is gone: the focus goes to its button
  useEffect(() => {
    if (wasNaming.current && naming === null) place.current?.querySelector('button')?.focus();
    wasNaming.current = naming !== null;
  }, [naming]);
  const keepNow = () => (current ? onKeep(current, current.name) : setNaming('new'));
  const named = (name: string) => {
    setNaming(null);
    if (naming === 'rename' && current) props.onRename(current, name);
    else onKeep(null, name);
  };
  return (
    <div ref={place} className="saved-menu">
      <Menu
        label={title}
        trigger={
          <Button size="small" variant="quiet" className={props.buttonClass}>
            <span className="saved-menu-name">{current?.name ?? props.unnamed ?? title}</span>
            <ChevronDown size={14} aria-hidden />
          </Button>
        }
      >
        {current ? (
          <>
            <MenuItem icon={Save} label={words.keep} isDisabled={isReadOnly || !canKeep || !isChanged} onAction={keepNow} />
            {acts}
            <MenuItem icon={Pencil} label={words.rename} isDisabled={isReadOnly} onAction={() => setNaming('rename')} />
            <MenuItem icon={Trash2} label={words.remove} isDanger isDisabled={isReadOnly} onAction={() => props.onRemove(current)} />
          </>
        ) : null}
        <MenuItem icon={Save} label={words.keepAs} isDisabled={isReadOnly || !canKeep} onAction={() => setNaming('new')} />
        {others}
        {saved.length > 0 ? <MenuSeparator /> : null}
        {saved.length > 0 ? (
          <MenuSection title={title}>
            {saved.map((one) => (
              <MenuItem key={one.id} label={one.name} isChosen={one.id === current?.id} onAction={() => props.onOpen(one)} />
            ))}
          </MenuSection>
        ) : null}
      </Menu>
      {unkept !== undefined && current && isChanged ? <span className="saved-menu-changed">{unkept}</span> : null}
      {unkept !== undefined && !isReadOnly && (current === null || isChanged) ? (
        <Button size="small" onPress={keepNow}>
          {current ? words.keep : words.keepNew}
        </Button>
      ) : null}
      <Popover
        label={naming === 'rename' ? words.rename : words.keepAs}
        triggerRef={place}
        placement="bottom start"
        isOpen={naming !== null}
        onOpenChange={(isOpen) => !isOpen && setNaming(null)}
      >
        <NameForm
          key={naming}
          label={props.nameLabel ?? words.name}
          name={naming === 'rename' ? (current?.name ?? '') : suggestion}
          onName={named}
          onCancel={() => setNaming(null)}
        />
      </Popover>
    </div>
  );
}

interface NameFormProps {
  label: string;
  /** Selected at once, so that typing replaces it. */
  name: string;
  onName: (name: string) => void;
  onCancel: () => void;
}

function NameForm({ label, name, onName, onCancel }: NameFormProps) {
  const words = useText(savedText);
  const ui = useText(uiText);
  const [value, setValue] = useState(name);
  const called = value.trim();
  return (
    <Form
      className="saved-menu-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (called !== '') onName(called);
      }}
    >
      <TextField
        label={label}
        value={value}
        onChange={setValue}
        autoFocus
        onFocus={(event) => (event.target as HTMLInputElement).select()}
        maxLength={300}
      />
      <div className="saved-menu-form-acts">
        <Button onPress={onCancel}>{ui.cancel}</Button>
        <Button variant="primary" type="submit" isDisabled={called === ''}>
          {words.keep}
        </Button>
      </div>
    </Form>
  );
}
