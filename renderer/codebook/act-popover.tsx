// What is asked beside a row or a button: a new name, the name of a new category, or whether something may go.
import { useRef, useState } from 'react';
import type { Category, Grid } from '../../shared/domain/category.ts';
import type { CategoryId } from '../../shared/domain/ids.ts';
import { codebookText } from '../../shared/i18n/codebook.ts';
import { Button } from '../ui/button.tsx';
import { useSaidKeys } from '../frame/said-keys.ts';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { Popover } from '../ui/popover.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useRun } from '../ui/use-run.ts';
import type { Choose } from './chosen.ts';
import { codingsOfGrid, subtreeOf } from './tree-view.ts';

/** `anchor` is the row or the button it opens at; `key` tells one asking from the next. */
export type Act = { readonly key: number; readonly anchor: Element; readonly grid: Grid } & (
  | { readonly kind: 'rename' | 'remove'; readonly category: Category }
  | { readonly kind: 'create'; readonly parent: Category | null }
  | { readonly kind: 'removeGrid' }
);

let lastKey = 0;

/** A key for an act asked for now. */
export function nextActKey(): number {
  lastKey += 1;
  return lastKey;
}

interface ActPopoverProps {
  act: Act;
  onChoose: Choose;
  onClose: () => void;
}

export function ActPopover({ act, onChoose, onClose }: ActPopoverProps) {
  switch (act.kind) {
    case 'rename':
      return <Rename act={act} category={act.category} onClose={onClose} />;
    case 'create':
      return <Create act={act} parent={act.parent} onChoose={onChoose} onClose={onClose} />;
    case 'remove':
      return <RemoveCategory act={act} category={act.category} onChoose={onChoose} onClose={onClose} />;
    case 'removeGrid':
      return <RemoveGrid act={act} onClose={onClose} />;
  }
}

/** Lies over the row's words, so that the name changes where it stands. Leaving it keeps the name, Escape does not. */
function Rename({ act, category, onClose }: { act: Act; category: Category; onClose: () => void }) {
  const words = useText(codebookText);
  const run = useRun();
  const [name, setName] = useState(category.name);
  const isCancelled = useRef(false);
  const row = act.anchor.getBoundingClientRect();
  const label = act.anchor.querySelector('.tree-label') ?? act.anchor;
  const { left, bottom } = label.getBoundingClientRect();
  const keep = async () => {
    const typed = name.trim();
    const isChanged = !isCancelled.current && typed !== '' && typed !== category.name;
    // a name that is refused stays to be mended
    if (isChanged && (await run('category.update', { categoryId: category.id, name: typed })) === undefined) return;
    onClose();
  };
  return (
    <Popover
      label={words.rename}
      className="codebook-rename"
      triggerRef={{ current: label }}
      isOpen
      onOpenChange={() => void keep()}
      placement="bottom start"
      offset={row.top - bottom}
      crossOffset={-8}
      shouldFlip={false}
      style={{ width: row.right - left }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
        onKeyDownCapture={(event) => {
          if (event.key === 'Escape') isCancelled.current = true;
        }}
      >
        <TextField
          label={words.rename}
          hidesLabel
          value={name}
          onChange={setName}
          autoFocus
          onFocus={(event) => (event.target as HTMLInputElement).select()}
        />
      </form>
    </Popover>
  );
}

/** Enter creates and empties the field for the next one; the last one created is chosen when the field is left. */
function Create({ act, parent, onChoose, onClose }: { act: Act; parent: Category | null; onChoose: Choose; onClose: () => void }) {
  const words = useText(codebookText);
  const run = useRun();
  const [name, setName] = useState('');
  const [created, setCreated] = useState<{ readonly id: CategoryId; readonly name: string } | null>(null);
  // once codings exist, a category made by hand comes from reading them
  const origin = codingsOfGrid(act.grid.categories) > 0 ? 'emergent' : 'a-priori';
  const create = async () => {
    const typed = name.trim();
    if (typed === '') return;
    const id = await run('category.create', { gridId: act.grid.id, parentId: parent?.id ?? null, name: typed, origin });
    if (id === undefined) return;
    setCreated({ id, name: typed });
    setName('');
  };
  const close = () => {
    if (created) onChoose(act.grid.id, created.id);
    onClose();
  };
  return (
    <Popover
      label={words.newTop}
      className="codebook-create"
      triggerRef={{ current: act.anchor }}
      isOpen
      onOpenChange={close}
      placement="bottom start"
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <TextField
          label={words.under(parent?.name ?? act.grid.title)}
          placeholder={words.categoryName}
          hint={words.createHint}
          value={name}
          onChange={setName}
          autoFocus
        />
        <p className="codebook-created quiet" role="status">
          {created ? words.created(created.name) : ''}
        </p>
        <Button type="submit" variant="primary" size="small" isDisabled={name.trim() === ''}>
          {words.create}
        </Button>
      </form>
    </Popover>
  );
}

function RemoveCategory({ act, category, onChoose, onClose }: { act: Act; category: Category; onChoose: Choose; onClose: () => void }) {
  const words = useText(codebookText);
  const run = useRun();
  const notify = useNotify();
  const subtree = subtreeOf(act.grid.categories, category.id);
  const codings = codingsOfGrid(subtree);
  const remove = async () => {
    onClose();
    const isRemoved = await run('category.remove', { categoryId: category.id, withCodings: codings > 0 });
    if (isRemoved === undefined) return;
    onChoose(act.grid.id, category.parentId ?? undefined);
    notify({ text: words.removed(category.name), kind: 'done' });
  };
  return (
    <Removal act={act} name={category.name} text={words.removeText(subtree.length - 1, codings)} onRemove={() => void remove()} onClose={onClose} />
  );
}

function RemoveGrid({ act, onClose }: { act: Act; onClose: () => void }) {
  const words = useText(codebookText);
  const run = useRun();
  const notify = useNotify();
  const { grid } = act;
  const codings = codingsOfGrid(grid.categories);
  const remove = async () => {
    onClose();
    const isRemoved = await run('grid.remove', { gridId: grid.id, withCodings: codings > 0 });
    if (isRemoved !== undefined) notify({ text: words.removed(grid.title), kind: 'done' });
  };
  return (
    <Removal
      act={act}
      name={grid.title}
      text={words.removeGridText(grid.categories.length, codings)}
      onRemove={() => void remove()}
      onClose={onClose}
    />
  );
}

interface RemovalProps {
  act: Act;
  name: string;
  text: string;
  onRemove: () => void;
  onClose: () => void;
}

/** Names what goes before it goes. */
function Removal({ act, name, text, onRemove, onClose }: RemovalProps) {
  const said = useSaidKeys();
  const words = useText(codebookText);
  return (
    <Popover
      label={words.removeQuestion(name)}
      className="codebook-removal"
      triggerRef={{ current: act.anchor }}
      isOpen
      onOpenChange={onClose}
      placement="bottom start"
    >
      <p className="codebook-removal-question">{words.removeQuestion(name)}</p>
      <p>
        {text} {said(words.canBeUndone)}
      </p>
      <div className="codebook-removal-acts">
        <Button size="small" onPress={onClose}>
          {words.cancel}
        </Button>
        <Button size="small" variant="danger" onPress={onRemove} autoFocus>
          {words.remove}
        </Button>
      </div>
    </Popover>
  );
}
