// The name of the matrix on screen, and what can be done with its saved versions: open, keep, rename, remove.
import { ChevronDown, Copy, Grid3x3, Pencil, Plus, RotateCcw, Save, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { MatrixDefinition, MatrixLayout, SavedMatrix } from '../../shared/domain/matrix.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { matrixDisplaysText } from '../../shared/i18n/matrix-displays.ts';
import { displayById } from '../../shared/domain/matrix-displays.ts';
import { gridText } from '../../shared/i18n/matrix-grid.ts';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { Menu, MenuItem, MenuSection, MenuSeparator } from '../ui/menu.tsx';
import { useNotify } from '../ui/notify.tsx';
import { Popover } from '../ui/popover.tsx';
import { useRun } from '../ui/use-run.ts';
import { displayNotes } from './displays-options.ts';
import { sameDefinition } from './definition.ts';
import { NEW_LAYOUT, sameLayout } from './grid-layout.ts';
import { NameForm } from './name-form.tsx';
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
  const grid = useText(gridText);
  const { keep, duplicate, remove } = useSaving(view, definition);
  const trigger = useRef<HTMLDivElement>(null);
  const [naming, setNaming] = useState<Naming>(null);
  const current = saved.find(({ id }) => id === view.session.matrixId) ?? null;
  const { layout } = view.session;
  const displays = useText(matrixDisplaysText);
  const display = displayById(view.session.display);
  const named = display ? displays.matrixName(displays.displays[display.id].name, suggestion) : suggestion;
  const isChanged = current !== null && !(sameDefinition(current.definition, definition) && sameLayout(current.layout ?? NEW_LAYOUT, layout));
  const name = (chosen: string) => {
    setNaming(null);
    // A new name alone leaves what is saved as it is, however far the sentence has moved on.
    void (naming === 'rename' && current ? keep(current, chosen, current.definition, current.layout) : keep(null, chosen, definition, layout));
  };

  return (
    <div ref={trigger} className="matrices-title">
      <Menu label={words.openSaved} trigger={<TitleButton name={current?.name ?? words.untitled} />}>
        {current ? (
          <>
            <MenuItem icon={Save} label={words.save} isDisabled={!isChanged} onAction={() => void keep(current, current.name, definition, layout)} />
            <MenuItem
              icon={RotateCcw}
              label={words.revert}
              isDisabled={!isChanged}
              onAction={() => view.change({ definition: current.definition, layout: current.layout ?? NEW_LAYOUT })}
            />
            <MenuItem icon={Pencil} label={words.rename} onAction={() => setNaming('rename')} />
            <MenuItem icon={Copy} label={grid.duplicate} onAction={() => void duplicate(current)} />
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
      {current === null || isChanged ? (
        <Button size="small" onPress={() => (current ? void keep(current, current.name, definition, layout) : setNaming('new'))}>
          {current ? words.save : words.keep}
        </Button>
      ) : null}
      <Popover
        label={naming === 'rename' ? words.rename : words.saveAs}
        triggerRef={trigger}
        isOpen={naming !== null}
        onOpenChange={(isOpen) => !isOpen && setNaming(null)}
      >
        <NameForm name={naming === 'rename' ? (current?.name ?? '') : current ? '' : named} onName={name} onCancel={() => setNaming(null)} />
      </Popover>
    </div>
  );
}

function TitleButton({ name }: { name: string }) {
  return (
    <Button variant="quiet" className="matrices-title-button">
      <span className="matrices-title-name">{name}</span>
      <ChevronDown size={14} aria-hidden />
    </Button>
  );
}

function useSaving(view: MatrixSession, definition: MatrixDefinition) {
  const words = useText(matricesText);
  const run = useRun();
  const notify = useNotify();
  const grid = useText(gridText);
  const displays = useText(matrixDisplaysText);
  /** @param matrix null keeps a new one; one that came from a display is kept with how it is read */
  const keep = async (matrix: SavedMatrix | null, name: string, crossed: MatrixDefinition, layout: MatrixLayout | null) => {
    const display = matrix ? undefined : displayById(view.session.display);
    const fromDisplay = display ? { display: display.id, notes: displayNotes(display, displays) } : {};
    const matrixId = await run('matrix.save', { matrixId: matrix?.id ?? null, name, definition: crossed, layout, ...fromDisplay });
    if (matrixId === undefined) return;
    view.adopt(matrixId, definition);
    notify({ text: words.savedAs(name), kind: 'done' });
  };
  const duplicate = async ({ name, layout, notes, display, ...matrix }: SavedMatrix) => {
    const copy = { name: grid.copyOf(name), definition: matrix.definition, layout, notes, display };
    const matrixId = await run('matrix.save', { matrixId: null, ...copy });
    if (matrixId === undefined) return;
    view.open({ id: matrixId, ...copy, updatedAt: '' });
    notify({ text: grid.duplicated(copy.name), kind: 'done' });
  };
  const remove = async (matrix: SavedMatrix) => {
    if ((await run('matrix.remove', { matrixId: matrix.id })) === undefined) return;
    view.open(null);
    notify({ text: words.removedNamed(matrix.name), kind: 'done' });
  };
  return { keep, duplicate, remove };
}
