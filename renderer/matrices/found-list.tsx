// Things found by a comparison. Each is a link to its passages; a shared one has a number, and a link, for every case that has it.
import type { MouseEvent } from 'react';
import type { CaseComparison, ComparedCell } from '../../shared/domain/compare-cases.ts';
import type { AxisEntity, FoundCategory, MatrixTable } from '../../shared/domain/matrix.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/language.tsx';
import type { CellChoice } from './cell-choice.ts';
import { hueOf } from './header-name.tsx';
import type { CaseTint } from './header-name.tsx';
import { findCellByKey } from './table-cells.ts';
import type { Lines } from './shown-matrix.ts';

/** What a view needs to lead from a thing it shows to the cell behind it. */
export interface CellLinks {
  readonly table: MatrixTable;
  /** By entity key. */
  readonly cases: ReadonlyMap<string, CaseTint>;
  readonly addressOf: (choice: CellChoice) => string;
  /** `byKeyboard`: the focus is to follow into the cell's panel. */
  readonly onOpen: (choice: CellChoice, byKeyboard: boolean) => void;
  /** Told which lines of the whole matrix are in view, where their quotes are asked for as one scrolls. */
  readonly onShown?: (lines: Lines) => void;
}

interface FoundListProps {
  categories: readonly FoundCategory[];
  /** Indexes of the cases that may hold them. */
  holders: readonly number[];
  /** The hue of the only case that has them; null for what several have. */
  hue: number | null;
  compared: ComparedCell;
  comparison: CaseComparison;
  links: CellLinks;
}

interface CaseLink {
  readonly entity: AxisEntity;
  readonly passages: number;
  readonly choice: CellChoice;
}

function linksTo(category: FoundCategory, { holders, compared, comparison, links }: FoundListProps): CaseLink[] {
  return holders.flatMap((at) => {
    const cell = compared.cells[at];
    const entity = comparison.cases[at];
    if (!cell || !entity) return [];
    // A cell without categories below it was found by its own column: all its passages count.
    const passages = cell.categories.length === 0 ? cell.passages : (cell.categories.find(({ id }) => id === category.id)?.passages ?? 0);
    const here = findCellByKey(links.table, cell.key);
    if (!here || passages === 0) return [];
    const isBelow = here.cell.categories.some(({ id }) => id === category.id);
    return [
      { entity, passages, choice: { rowKey: here.rowHeader.key, columnKey: here.columnHeader.key, categoryId: isBelow ? category.id : undefined } },
    ];
  });
}

export function FoundList(props: FoundListProps) {
  const { categories, hue, links } = props;
  const words = useText(matricesText);
  if (categories.length === 0) {
    return <NothingCompared />;
  }
  return (
    <ul className="matrices-compared-list">
      {categories.map((category) => {
        const places = linksTo(category, props);
        const [first] = places;
        return (
          <li key={category.id} className={classes('matrices-chip', hue !== null && `chip-case-${hue}`)}>
            {first ? (
              <FoundLink choice={first.choice} links={links}>
                {category.name}
              </FoundLink>
            ) : null}
            {places.map(({ entity, passages, choice }) => (
              <FoundLink
                key={entity.key}
                choice={choice}
                className={classes('number', `matrices-case-${hueOf(entity, links.cases)}`)}
                label={`${words.chipTitle(category.name, passages)} (${entity.label})`}
                links={links}
              >
                {words.number(passages)}
              </FoundLink>
            ))}
          </li>
        );
      })}
    </ul>
  );
}

/** Stands where a comparison finds nothing. */
export function NothingCompared() {
  const words = useText(matricesText);
  return (
    <span className="matrices-empty" role="img" aria-label={words.compareNothing}>
      {words.empty}
    </span>
  );
}

interface FoundLinkProps {
  choice: CellChoice;
  className?: string;
  label?: string;
  links: CellLinks;
  children: string;
}

export function FoundLink({ choice, className, label, links, children }: FoundLinkProps) {
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    // A click made by the Enter key has no pointer behind it.
    links.onOpen(choice, event.detail === 0);
  };
  return (
    <a href={links.addressOf(choice)} tabIndex={-1} className={className} aria-label={label} title={label} onClick={open}>
      {children}
    </a>
  );
}
