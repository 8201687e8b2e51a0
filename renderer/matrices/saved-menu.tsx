// The name of the matrix on screen, and what can be done with its saved versions: open, keep, rename, remove.
import { ChevronDown, Grid3x3, Pencil, Plus, RotateCcw, Save, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import type { MatrixDefinition, SavedMatrix } from '../../shared/domain/matrix.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { Menu, MenuItem, MenuSection, MenuSeparator } from '../ui/menu.tsx';
import { useNotify } from '../ui/notify.tsx';
import { Popover } from '../ui/popover.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useRun } from '../ui/use-run.ts';
import { sameDefinition } from './definition.ts';
import type { MatrixSession } from './use-matrix-session.ts';

interface SavedMenuProps {
  view: MatrixSession;
  definition: MatrixDefinition;
  saved: readonly SavedMatrix[];
  /** What an unnamed matrix would be called. */
  suggestion: string;
}

type Naming = 'new' | 'rename' | null;

export function SavedMenu({ view, definition, saved, suggestion }: SavedMenuProps) {
  const words = useText(matricesText);
  const run = useRun();
  const notify = useNotify();
  const trigger = useRef<HTMLDivElement>(null);
  const [naming, setNaming] = useState<Naming>(null);
  const current = saved.find(({ id }) => id === view.session.matrixId) ?? null;
  const isChanged = current !== null && !sameDefinition(current.definition, definition);

  const keep = async (matrix: SavedMatrix | null, name: string, crossed: MatrixDefinition) => {
    setNaming(null);
    const matrixId = await run('matrix.save', { matrixId: matrix?.id ?? null, name, definition: crossed });
    if (matrixId === undefined) return;
    view.adopt(matrixId, definition);
    notify({ text: words.savedAs(name), kind: 'done' });
  };
  const remove = async (matrix: SavedMatrix) => {
    if ((await run('matrix.remove', { matrixId: matrix.id })) === undefined) return;
    view.open(null);
    notify({ text: words.removedNamed(matrix.name), kind: 'done' });
  };

  return (
    <div ref={trigger} className="matrices-title">
      <Menu
        label={words.openSaved}
        trigger={
          <Button variant="quiet" className="matrices-title-button">
            <span className="matrices-title-name">{current?.name ?? words.untitled}</span>
            <ChevronDown size={14} aria-hidden />
          </Button>
        }
      >
        {current ? (
          <>
            <MenuItem icon={Save} label={words.save} isDisabled={!isChanged} onAction={() => void keep(current, current.name, definition)} />
            <MenuItem
              icon={RotateCcw}
              label={words.revert}
              isDisabled={!isChanged}
              onAction={() => view.change({ definition: current.definition })}
            />
            <MenuItem icon={Pencil} label={words.rename} onAction={() => setNaming('rename')} />
            <MenuItem icon={Trash2} label={words.remove} isDanger onAction={() => void remove(current)} />
          </>
        ) : null}
        <MenuItem icon={Save} label={current ? words.saveAs : words.keep} onAction={() => setNaming('new')} />
        <MenuSeparator />
        <MenuItem icon={Plus} label={words.newMatrix} onAction={() => view.open(null)} />
        {saved.length > 0 ? (
          <MenuSection title={words.savedTitle}>
            {saved.map((matrix) => (
              <MenuItem key={matrix.id} icon={Grid3x3} label={matrix.name} isChosen={matrix === current} onAction={() => view.open(matrix)} />
            ))}
          </MenuSection>
        ) : null}
      </Menu>
      {isChanged ? <span className="matrices-changed">{words.changed}</span> : null}
      {current === null ? (
        <Button size="small" onPress={() => setNaming('new')}>
          {words.keep}
        </Button>
      ) : null}
      {isChanged ? (
        <Button size="small" onPress={() => void keep(current, current.name, definition)}>
          {words.save}
        </Button>
      ) : null}
      <Popover
        label={naming === 'rename' ? words.rename : words.saveAs}
        triggerRef={trigger}
        isOpen={naming !== null}
        onOpenChange={(isOpen) => !isOpen && setNaming(null)}
      >
        <NameForm
          name={naming === 'rename' ? (current?.name ?? '') : current ? '' : suggestion}
          onName={(name) => void (naming === 'rename' && current ? keep(current, name, current.definition) : keep(null, name, definition))}
          onCancel={() => setNaming(null)}
        />
      </Popover>
    </div>
  );
}

function NameForm({ name, onName, onCancel }: { name: string; onName: (name: string) => void; onCancel: () => void }) {
  const words = useText(matricesText);
  const [value, setValue] = useState(name);
  const isEmpty = value.trim() === '';
  return (
    <Form
      className="matrices-name-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty) onName(value.trim());
      }}
    >
      <TextField
        label={words.nameLabel}
        value={value}
        onChange={setValue}
        autoFocus
        onFocus={(event) => (event.target as HTMLInputElement).select()}
        maxLength={300}
      />
      <div className="matrices-form-acts">
        <Button onPress={onCancel}>{words.cancel}</Button>
        <Button variant="primary" type="submit" isDisabled={isEmpty}>
          {words.save}
        </Button>
      </div>
    </Form>
  );
}
