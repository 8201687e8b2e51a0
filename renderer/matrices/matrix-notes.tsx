// What is noted about a saved matrix, written where it is read: above its table.
import type { SavedMatrix } from '../../shared/domain/matrix.ts';
import { gridText } from '../../shared/i18n/matrix-grid.ts';
import { useText } from '../ui/language.tsx';
import { SavedField } from '../ui/saved-field.tsx';
import { useRun } from '../ui/use-run.ts';

export function MatrixNotes({ matrix }: { matrix: SavedMatrix | null }) {
  const words = useText(gridText);
  const run = useRun();
  if (!matrix) return <p className="matrices-notes quiet">{words.notesNeedSaving}</p>;
  const { id: matrixId, name, definition } = matrix;
  return (
    <div className="matrices-notes">
      <SavedField
        key={matrixId}
        label={words.notesLabel(name)}
        hidesLabel
        value={matrix.notes}
        placeholder={words.notesPlaceholder}
        onKeep={async (notes) => (await run('matrix.save', { matrixId, name, definition, notes })) !== undefined}
      />
    </div>
  );
}
