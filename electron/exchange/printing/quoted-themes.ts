// Passages gathered under the categories that they carry, as tables of verbatims and quote books go through them.
import { lineage } from '../../../shared/domain/category.ts';
import type { Category, Grid } from '../../../shared/domain/category.ts';
import { withoutCuts } from '../../../shared/domain/cell.ts';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { CategoryId, GridId } from '../../../shared/domain/ids.ts';
import { quoted, withCuts } from '../../../shared/domain/typography.ts';
import type { Session } from '../../commands/run-command.ts';
import { readCodebook } from '../../queries/codebook.ts';
import type { QuotedPassage } from '../../queries/quoted-passages.ts';
import { paragraph, textInlines } from './formats/document-words.ts';
import type { PrintSetting } from './print-setting.ts';
import { printable } from './formats/printable-words.ts';
import type { CellBlock, Inline } from './formats/printed-document.ts';

type Project = Session['project'];

export interface QuotedCategory {
  readonly category: Category;
  /** From the grid's top down, its own name last; typeset. */
  readonly path: readonly string[];
  readonly quotes: readonly QuotedPassage[];
}

export interface QuotedGrid {
  readonly grid: Grid;
  readonly title: string;
  /** In codebook order; those without a passage of their own are left out. */
  readonly categories: readonly QuotedCategory[];
}

/** Refuses (`grid.unknown`) a grid that is not there. */
export function chosenGrids(project: Project, gridIds: readonly GridId[] | null): Grid[] {
  const codebook = readCodebook(project);
  if (gridIds === null) return [...codebook];
  return gridIds.map((id) => {
    const grid = codebook.find((each) => each.id === id);
    if (!grid) throw new Refusal('grid.unknown', { id });
    return grid;
  });
}

/** @param categoryIds only these and what is below them; null: all */
export function quotedGrids(
  grids: readonly Grid[],
  passages: readonly QuotedPassage[],
  categoryIds: readonly CategoryId[] | null,
  setting: PrintSetting,
): QuotedGrid[] {
  const wanted = categoryIds && new Set<string>(categoryIds);
  const byCategory = new Map<string, QuotedPassage[]>();
  for (const passage of passages)
    for (const id of passage.categoryIds) {
      const own = byCategory.get(id);
      if (own) own.push(passage);
      else byCategory.set(id, [passage]);
    }
  return grids.map((grid) => {
    const byId = new Map(grid.categories.map((category) => [category.id as string, category]));
    const categories = grid.categories.flatMap((category): QuotedCategory[] => {
      const chain = lineage(byId, category.id);
      const quotes = byCategory.get(category.id) ?? [];
      if (quotes.length === 0 || (wanted && !chain.some(({ id }) => wanted.has(id)))) return [];
      return [{ category, path: chain.map(({ name }) => setting.words(name)), quotes }];
    });
    return { grid, title: setting.words(grid.title), categories };
  });
}

/** In the language's quotation marks, without what was cut. */
export function quoteWords({ text, cuts }: QuotedPassage, setting: PrintSetting): string {
  return quoted(withCuts(printable(withoutCuts(text, cuts))), setting.language);
}

export function quoteInlines(passage: QuotedPassage, setting: PrintSetting): Inline[] {
  return [...textInlines(quoteWords(passage, setting)), { kind: 'text', text: ' ' }, setting.reference(passage)];
}

/** A column of verbatims has its references beside it. */
export function quoteCell(passage: QuotedPassage, setting: PrintSetting): CellBlock[] {
  return [paragraph('verbatim', quoteWords(passage, setting))];
}
