// What heads share: a name in its case's hue where it is a case, and the number of passages below or beside it.
import { ArrowDownWideNarrow, ArrowUpNarrowWide } from 'lucide-react';
import type { AxisEntity, OrderKey } from '../../shared/domain/matrix.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { gridText } from '../../shared/i18n/matrix-grid.ts';
import { caseHue } from '../ui/case-chip.tsx';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/language.tsx';

export interface CaseTint {
  readonly name: string;
  /** 0-based position of the case in the project. */
  readonly position: number;
}

/** 1 … 6; the first where the entity is no case. */
export function hueOf(entity: AxisEntity, cases: ReadonlyMap<string, CaseTint>): number {
  return caseHue(cases.get(entity.key)?.position ?? 0);
}

interface EntityNameProps {
  /** null for the categories above a tree's entities. */
  entity: AxisEntity | null;
  label: string;
  /** By entity key. */
  cases: ReadonlyMap<string, CaseTint>;
}

export function EntityName({ entity, label, cases }: EntityNameProps) {
  const tint = entity && cases.get(entity.key);
  return (
    <span className={classes('matrices-name', tint && `matrices-case-${caseHue(tint.position)}`)} title={entity ? entity.path.join(' › ') : label}>
      {label}
    </span>
  );
}

export function Total({ count }: { count: number }) {
  const words = useText(matricesText);
  return (
    <span className="matrices-total number" title={`${words.passages(count)}. ${words.totalHint}`}>
      {words.number(count)}
    </span>
  );
}

/** Shown at what the lines across are sorted by: a head's key, or null for all of them together. */
export function SortMark({ order, of }: { order: OrderKey | undefined; of: string | null }) {
  const words = useText(gridText);
  if (!order || order.by === 'hand') return null;
  const sortedBy = order.by === 'count' || order.by === 'rating' ? order.of : null;
  if (sortedBy !== of) return null;
  const Icon = order.descending ? ArrowDownWideNarrow : ArrowUpNarrowWide;
  return (
    <span className="matrices-sort-mark" role="img" aria-label={words.sortedBy[order.by]} title={words.sortedBy[order.by]}>
      <Icon size={12} aria-hidden />
    </span>
  );
}
