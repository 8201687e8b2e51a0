// What a verbatim is taken hold of by: dragged into the synthesis it is cited there, dragged among the pinned ones it is pinned there.
import { GripVertical } from 'lucide-react';
import type { PassageId } from '../../shared/domain/ids.ts';
import { beginLinkDrag } from '../writing/link-drag.ts';
import { beginPinDrag } from './cell-pins.ts';

interface CellGripProps {
  label: string;
  passageId: PassageId;
  /** What it says where it is cited. */
  words: string;
  /** What else happens with keys, for those who cannot drag. */
  keys?: string;
}

/** Words can be selected in a verbatim only where the verbatim itself is not dragged. */
export function CellGrip({ label, passageId, words, keys }: CellGripProps) {
  return (
    <button
      type="button"
      className="button button-quiet button-small button-icon cell-grip"
      draggable
      aria-label={keys === undefined ? label : `${label} (${keys})`}
      title={keys === undefined ? label : `${label} (${keys})`}
      onDragStart={({ dataTransfer }) => {
        beginLinkDrag(dataTransfer, { kind: 'passage', id: passageId, words });
        beginPinDrag(dataTransfer, passageId);
      }}
    >
      <GripVertical size={14} aria-hidden />
    </button>
  );
}
