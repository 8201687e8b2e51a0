// The name of the matrix on screen, and what can be done with its saved versions: open, keep, rename, remove.
import { Copy, Plus, RotateCcw } from 'lucide-react';
import type { MatrixDefinition, MatrixLayout, SavedMatrix } from '../../shared/domain/matrix.ts';
import { displayById } from '../../shared/domain/matrix-displays.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { matrixDisplaysText } from '../../shared/i18n/matrix-displays.ts';
import { gridText } from '../../shared/i18n/matrix-grid.ts';
import { useText } from '../ui/language.tsx';
import { MenuItem } from '../ui/menu.tsx';
import { useNotify } from '../ui/notify.tsx';
import { SavedMenu } from '../ui/saved-menu.tsx';
import { useRun } from '../ui/use-run.ts';
import { sameDefinition } from './definition.ts';
import { displayNotes } from './displays-options.ts';
import { NEW_LAYOUT, sameLayout } from './grid-layout.ts';
import type { MatrixSession } from './use-matrix-session.ts';

interface SavedMatricesProps {
  view: MatrixSession;
  definition: MatrixDefinition;
  saved: readonly SavedMatrix[];
  /** What an unnamed matrix would be called. */
  suggestion: string;
}

export function SavedMatrices({ view, definition, saved, suggestion }: SavedMatricesProps) {
  const words = useText(matricesText);
  const grid = useText(gridText);
  const displays = useText(matrixDisplaysText);
  const { keep, duplicate, remove } = useSaving(view, definition);
  const current = saved.find(({ id }) => id === view.session.matrixId) ?? null;
  const { layout } = view.session;
  const display = displayById(view.session.display);
  const named = display ? displays.matrixName(displays.displays[display.id].name, suggestion) : suggestion;
  const isChanged = current !== null && !(sameDefinition(current.definition, definition) && sameLayout(current.layout ?? NEW_LAYOUT, layout));
  const revert = () => current && view.change({ definition: current.definition, layout: current.layout ?? NEW_LAYOUT });
  return (
    <div className="matrices-title">
      <SavedMenu
        title={words.savedTitle}
        unnamed={words.untitled}
        nameLabel={words.nameLabel}
        buttonClass="matrices-title-button"
        saved={saved}
        current={current}
        isChanged={isChanged}
        canKeep
        isReadOnly={false}
        suggestion={current ? '' : named}
        unkept={words.changed}
        onOpen={(matrix) => view.open(matrix)}
        onKeep={(matrix, name) => void keep(matrix, name, definition, layout)}
        onRename={(matrix, name) => void keep(matrix, name, matrix.definition, matrix.layout)}
        onRemove={(matrix) => void remove(matrix)}
        acts={
          <>
            <MenuItem icon={RotateCcw} label={words.revert} isDisabled={!isChanged} onAction={revert} />
            <MenuItem icon={Copy} label={grid.duplicate} onAction={() => current && void duplicate(current)} />
          </>
        }
        others={<MenuItem icon={Plus} label={words.newMatrix} onAction={() => view.open(null)} />}
      />
    </div>
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
