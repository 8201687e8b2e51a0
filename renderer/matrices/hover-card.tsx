// All that a cell holds, beside it, where the cell itself has no room: what is cut off in the table is read here, or in the panel by Enter.
import type { CSSProperties } from 'react';
import { createPortal } from 'react-dom';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { useText } from '../ui/language.tsx';
import { CellInFull } from './cell-in-full.tsx';
import type { CellLinks } from './found-list.tsx';
import type { RatingLevels } from './rating-levels.ts';
import { crossingTitle } from './table-cells.ts';
import type { ShownCard } from './use-hover-card.ts';

const WIDTH = 340;
const GAP = 6;
const LEAST_BELOW = 240;

interface HoverCardProps {
  card: ShownCard;
  links: CellLinks;
  ratings: RatingLevels;
  onStay: () => void;
  onLeave: () => void;
}

export function HoverCard({ card, links, ratings, onStay, onLeave }: HoverCardProps) {
  const words = useText(matricesText);
  const { table } = links;
  const cell = table.cells[card.at.row]?.[card.at.column];
  const [row, column] = [table.rows[card.at.row], table.columns[card.at.column]];
  if (!cell || !row || !column) return null;
  return createPortal(
    <div className="matrices-hover-card" role="tooltip" style={placeBeside(card.box)} onPointerEnter={onStay} onPointerLeave={onLeave}>
      <p className="matrices-hover-title">{crossingTitle(row, column)}</p>
      <p className="quiet">{words.passages(cell.passages)}</p>
      <CellInFull cell={cell} contents={table.definition.contents} ratings={ratings} />
    </div>,
    document.body,
  );
}

/** Below the cell where there is room, above it otherwise; never out of the window. */
function placeBeside(box: DOMRect): CSSProperties {
  const left = Math.max(GAP, Math.min(box.left, innerWidth - WIDTH - GAP));
  const below = innerHeight - box.bottom - 2 * GAP;
  if (below >= LEAST_BELOW || below >= box.top) return { left, top: box.bottom + 2, maxHeight: below, width: WIDTH };
  return { left, bottom: innerHeight - box.top + 2, maxHeight: box.top - 2 * GAP, width: WIDTH };
}
