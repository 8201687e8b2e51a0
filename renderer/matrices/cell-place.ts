// Which cell is written in, and where it is looked at: what the calls about it need.
import type { CellCard } from '../../shared/domain/cell-card.ts';
import type { MatrixDefinition } from '../../shared/domain/matrix.ts';

export interface CellPlace {
  readonly definition: MatrixDefinition;
  /** Headers' keys. */
  readonly rowKey: string;
  readonly columnKey: string;
  /** The things that what is written is kept under. */
  readonly entityKeys: readonly string[];
  /** `Gouvernance × Pôle 1` */
  readonly title: string;
}

/** An open cell: where it is, and what it holds. */
export interface OpenCell {
  readonly place: CellPlace;
  readonly card: CellCard;
  readonly isReadOnly: boolean;
}

/** Letters go into the text there. */
export function isTypingIn(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
