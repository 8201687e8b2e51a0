// The scales that cells are rated on: made from a usual one or from nothing, their rules written, or removed.
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { RatingScale } from '../../shared/domain/cell.ts';
import { matrixCellsText } from '../../shared/i18n/matrix-cells.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { useRun } from '../ui/use-run.ts';
import { CellScaleForm } from './cell-scale-form.tsx';
import { SCALE_TEMPLATES, draftOf, draftOfScale } from './cell-scale-templates.ts';
import type { ScaleDraft } from './cell-scale-templates.ts';

interface CellScalesProps {
  isOpen: boolean;
  scales: readonly RatingScale[];
  /** The scale just made or changed: the one to go on rating with. */
  onMade: (scaleId: string) => void;
  onClose: () => void;
}

export function CellScales({ isOpen, scales, onMade, onClose }: CellScalesProps) {
  const words = useText(matrixCellsText);
  const [draft, setDraft] = useState<ScaleDraft | null>(null);
  const close = () => {
    setDraft(null);
    onClose();
  };
  return (
    <Dialog
      title={words.scalesTitle}
      isOpen={isOpen}
      onClose={close}
      size="wide"
      actions={draft ? undefined : <Button onPress={close}>{words.close}</Button>}
    >
      {draft ? (
        <CellScaleForm
          key={draft.scaleId ?? 'new'}
          draft={draft}
          onKept={(scaleId) => {
            onMade(scaleId);
            setDraft(null);
          }}
          onCancel={() => setDraft(null)}
        />
      ) : (
        <ScaleList scales={scales} onEdit={setDraft} />
      )}
    </Dialog>
  );
}

function ScaleList({ scales, onEdit }: { scales: readonly RatingScale[]; onEdit: (draft: ScaleDraft) => void }) {
  const words = useText(matrixCellsText);
  const run = useRun();
  const notify = useNotify();
  const remove = async ({ id, name, cells }: RatingScale) => {
    if ((await run('scale.remove', { scaleId: id })) !== undefined) notify({ text: words.scaleRemoved(name, cells), kind: 'done' });
  };
  return (
    <div className="cell-scales">
      <p className="quiet">{words.scalesHint}</p>
      <ul className="cell-scale-list">
        {scales.map((scale) => (
          <li key={scale.id} className="cell-scale">
            <span className="cell-scale-name">{scale.name}</span>
            <span className="cell-scale-steps">{scale.steps.map(({ label }) => label).join(' / ')}</span>
            <span className="quiet">{words.ratedCells(scale.cells)}</span>
            <IconButton icon={Pencil} size="small" label={words.editScale(scale.name)} onPress={() => onEdit(draftOfScale(scale))} />
            <IconButton icon={Trash2} size="small" label={words.removeScale(scale.name)} onPress={() => void remove(scale)} />
          </li>
        ))}
      </ul>
      <div className="cell-scale-new" role="group" aria-label={words.newScale}>
        <span className="field-label">{words.newScale}</span>
        {SCALE_TEMPLATES.map((template) => (
          <Button
            key={template}
            size="small"
            onPress={() =>
              onEdit(
                draftOf(
                  template,
                  words,
                  scales.map(({ name }) => name),
                ),
              )
            }
          >
            {words.templates[template]}
          </Button>
        ))}
      </div>
    </div>
  );
}
