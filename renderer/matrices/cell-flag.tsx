// Says that the passages are no longer those that the synthesis was written on, and which are not.
import { History } from 'lucide-react';
import { matrixCellsText } from '../../shared/i18n/matrix-cells.ts';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { useRun } from '../ui/use-run.ts';
import type { OpenCell } from './cell-place.ts';

interface CellFlagProps extends OpenCell {
  /** Shows the verbatims that are new, or have other words. */
  onShow: (mark: 'added' | 'reworded') => void;
}

export function CellFlag({ place, card, isReadOnly, onShow }: CellFlagProps) {
  const words = useText(matrixCellsText);
  const run = useRun();
  if (!card.changes) return null;
  const { added, reworded, gone } = card.changes;
  const { definition, rowKey, columnKey, entityKeys } = place;
  const confirm = () => run('cell.confirm', { entityKeys: [...entityKeys], seenIn: { definition, rowKey, columnKey } });
  return (
    <div className="cell-flag" role="note">
      <p className="cell-flag-title">
        <History size={14} aria-hidden />
        {words.changedTitle}
      </p>
      <div className="cell-flag-acts">
        {added.length > 0 ? (
          <Button size="small" onPress={() => onShow('added')}>
            {words.added(added.length)}
          </Button>
        ) : null}
        {reworded.length > 0 ? (
          <Button size="small" onPress={() => onShow('reworded')}>
            {words.reworded(reworded.length)}
          </Button>
        ) : null}
        {gone > 0 ? <span className="cell-flag-gone">{words.gone(gone)}</span> : null}
        <Button size="small" variant="primary" isDisabled={isReadOnly} onPress={() => void confirm()}>
          {words.stillHolds}
        </Button>
      </div>
    </div>
  );
}
