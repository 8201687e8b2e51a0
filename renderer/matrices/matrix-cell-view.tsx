// One cell of the table, by what its matrix shows: rating, number, categories, synthesis, verbatims, remark, balance.
import { Circle, CircleCheck, CircleDot, History } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { CSSProperties } from 'react';
import { withoutCuts } from '../../shared/domain/cell.ts';
import type { CellRating, CellStatus } from '../../shared/domain/cell.ts';
import type { CellContent, FoundCategory, MatrixCell } from '../../shared/domain/matrix.ts';
import { isBlankCell } from '../../shared/domain/matrix-cell.ts';
import { quoted } from '../../shared/domain/typography.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { gridText } from '../../shared/i18n/matrix-grid.ts';
import { caseHue } from '../ui/case-chip.tsx';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/language.tsx';
import type { CaseTint } from './header-name.tsx';
import type { RatingLevels } from './rating-levels.ts';
import { StanceBar } from './stance-bar.tsx';

interface CellViewProps {
  cell: MatrixCell;
  contents: readonly CellContent[];
  /** Categories shown before « +n ». */
  chipLimit: number;
  /** Lines that a synthesis, a verbatim or a remark may take; what is cut is read in the hover card and in the panel. */
  prose: number;
  ratings: RatingLevels;
  /** The case that alone has the category, or null. */
  onlyCaseOf: (cellKey: string, categoryId: string) => CaseTint | null;
  /** By entity key. */
  cases: ReadonlyMap<string, CaseTint>;
  /** The cell's address, for the link that its number is. */
  href: string;
}

const QUOTES_SHOWN = 2;
/** More than any cell has room for: longer verbatims are set in full where they are read in full. */
const LONGEST_PREVIEW = 400;

export function MatrixCellView({ cell, contents, chipLimit, prose, ratings, onlyCaseOf, cases, href }: CellViewProps) {
  const words = useText(matricesText);
  const shows = (content: CellContent) => contents.includes(content);
  if (isBlankCell(cell)) return <span className="matrices-empty">{words.empty}</span>;
  const lines = { '--prose': prose } as CSSProperties;
  return (
    <>
      {cell.isOutdated || (shows('status') && cell.synthesis !== null) ? <StateMarks cell={cell} showsStatus={shows('status')} /> : null}
      {shows('counts') && cell.passages > 0 ? (
        <a className="matrices-count number" href={href} tabIndex={-1} title={words.passages(cell.passages)}>
          {words.number(cell.passages)}
        </a>
      ) : null}
      {shows('rating') && cell.rating ? <RatingChip rating={cell.rating} level={ratings(cell.rating)} /> : null}
      {cell.units.length > 0 ? <UnitChips cell={cell} cases={cases} /> : null}
      {shows('categories') ? <FoundChips cell={cell} limit={chipLimit} onlyCaseOf={onlyCaseOf} /> : null}
      {shows('synthesis') && cell.synthesis ? (
        <span className="matrices-preview" style={lines}>
          {cell.synthesis}
        </span>
      ) : null}
      {shows('pinned') || shows('passages') ? <Verbatims cell={cell} showsPinned={shows('pinned')} showsAll={shows('passages')} /> : null}
      {shows('remark') && cell.remark ? (
        <span className="matrices-remark" style={lines}>
          {cell.remark}
        </span>
      ) : null}
      {shows('stance') ? <StanceBar balance={cell.stance} /> : null}
    </>
  );
}

const STATUS_ICONS: Record<CellStatus, LucideIcon> = { draft: Circle, ready: CircleDot, reviewed: CircleCheck };

function StateMarks({ cell, showsStatus }: { cell: MatrixCell; showsStatus: boolean }) {
  const words = useText(matricesText);
  const grid = useText(gridText);
  const Icon = cell.status === null ? null : STATUS_ICONS[cell.status];
  return (
    <span className="matrices-marks">
      {cell.isOutdated ? (
        <span className="matrices-outdated" role="img" aria-label={grid.outdated} title={grid.outdatedHint}>
          <History size={12} aria-hidden />
        </span>
      ) : null}
      {showsStatus && Icon && cell.status ? (
        <span className={`matrices-status-${cell.status}`} role="img" aria-label={words.statuses[cell.status]} title={words.statuses[cell.status]}>
          <Icon size={11} aria-hidden />
        </span>
      ) : null}
    </span>
  );
}

/** The word says it; the shade, and the bars beside it in grey print, say how strong it is on its scale. */
export function RatingChip({ rating, level }: { rating: CellRating; level: number }) {
  const words = useText(gridText);
  return (
    <span className={`matrices-rating matrices-rating-${level}`} title={words.ratedAs(rating.label)}>
      {rating.label}
    </span>
  );
}

interface FoundChipsProps {
  cell: MatrixCell;
  limit: number;
  onlyCaseOf: CellViewProps['onlyCaseOf'];
}

export function FoundChips({ cell, limit, onlyCaseOf }: FoundChipsProps) {
  const words = useText(matricesText);
  const shown = cell.categories.slice(0, limit);
  const hidden = cell.categories.slice(limit);
  return (
    <>
      {shown.map((category, at) => (
        <FoundChip
          key={category.id}
          category={category}
          only={onlyCaseOf(cell.key, category.id)}
          className={shown.length === 1 ? 'matrices-chip-alone' : hidden.length > 0 && at === shown.length - 1 ? 'matrices-chip-last' : ''}
        />
      ))}
      {hidden.length > 0 ? (
        <span className="matrices-more" title={words.moreLabel(hidden.map(({ name }) => name))}>
          {words.more(hidden.length)}
        </span>
      ) : null}
    </>
  );
}

/** All of them, each by its name: a table of names with some left out would say something else. */
export function UnitChips({ cell, cases }: { cell: MatrixCell; cases: ReadonlyMap<string, CaseTint> }) {
  const words = useText(matricesText);
  return (
    <span className="matrices-units">
      {cell.units.map(({ key, label, passageIds }) => {
        const tint = cases.get(key);
        return (
          <span
            key={key}
            className={classes('matrices-chip', 'matrices-unit', tint && `chip-case-${caseHue(tint.position)}`)}
            title={words.unitTitle(label, passageIds.length)}
            data-unit={key}
          >
            {label}
          </span>
        );
      })}
    </span>
  );
}

function FoundChip({ category, only, className }: { category: FoundCategory; only: CaseTint | null; className: string }) {
  const words = useText(matricesText);
  const title = only ? words.chipOnly(category.name, category.passages, only.name) : words.chipTitle(category.name, category.passages);
  return (
    <span className={classes('matrices-chip', className, only && `chip-case-${caseHue(only.position)}`)} title={title} data-category={category.id}>
      {category.name}
    </span>
  );
}

interface Verbatim {
  readonly key: string;
  readonly text: string;
  readonly ref: string;
}

/** Those that were chosen, as they were cut; then, where all are asked for, the first of the others. */
export function verbatimsOf(cell: MatrixCell, showsPinned: boolean, showsAll: boolean): Verbatim[] {
  const pinned = showsPinned ? cell.pinned.map(({ passageId, text, cuts, ref }) => ({ key: passageId, text: withoutCuts(text, cuts), ref })) : [];
  const chosen = new Set<string>(pinned.map(({ key }) => key));
  const others = showsAll ? cell.quotes.filter(({ passageId }) => !chosen.has(passageId)) : [];
  return [...pinned, ...others.map(({ passageId, text, ref }) => ({ key: passageId as string, text, ref }))];
}

function Verbatims({ cell, showsPinned, showsAll }: { cell: MatrixCell; showsPinned: boolean; showsAll: boolean }) {
  const words = useText(matricesText);
  const all = verbatimsOf(cell, showsPinned, showsAll);
  const total = showsAll ? Math.max(cell.passages, all.length) : all.length;
  return (
    <>
      {all.slice(0, QUOTES_SHOWN).map(({ key, text, ref }) => (
        <span key={key} className="matrices-preview matrices-preview-quote">
          {quoted(text.slice(0, LONGEST_PREVIEW), words.language)} <span className="matrices-ref">{ref}</span>
        </span>
      ))}
      {total > QUOTES_SHOWN ? <span className="matrices-more">{words.more(total - QUOTES_SHOWN)}</span> : null}
    </>
  );
}
