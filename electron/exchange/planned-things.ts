// What codings from outside bring along: coders, grids and categories found by their names, or planned where there are none.
import type { CodingPlan, PlannedCategory } from '../commands/codings.ts';
import { newId } from '../commands/run-command.ts';
import type { Session } from '../commands/run-command.ts';
import { isSameName } from '../../shared/domain/category-path.ts';
import type { Located } from '../../shared/domain/category-path.ts';
import type { Codebook, Grid } from '../../shared/domain/category.ts';
import type { CoderId, GridId } from '../../shared/domain/ids.ts';
import { readCodebook } from '../queries/codebook.ts';
import { listCoders } from '../queries/corpus.ts';

const LONGEST_NAME = 300;

export class PlannedThings {
  readonly codebook: Codebook;
  readonly #session: Session;
  readonly #coders: Map<string, CoderId>;
  readonly #newCoders: { id: CoderId; name: string }[] = [];
  readonly #newGrids: { id: GridId; title: string }[] = [];
  readonly #newCategories = new Map<string, PlannedCategory>();

  constructor(session: Session) {
    this.#session = session;
    this.codebook = readCodebook(session.project);
    this.#coders = new Map(listCoders(session.project).map((coder) => [coder.name, coder.id]));
    if (session.newcomer !== undefined) this.#coders.set(session.newcomer, session.coderId);
  }

  /** Whoever acts where nobody is named. */
  coder(name: string): CoderId {
    if (name === '') return this.#session.coderId;
    const known = this.#coders.get(name);
    if (known) return known;
    const id = newId<CoderId>();
    this.#coders.set(name, id);
    this.#newCoders.push({ id, name });
    return id;
  }

  /** The category to make at this place; one that differs only by an apostrophe is the same. */
  category(gridId: GridId, parent: string | null, name: string, color?: string): string {
    const planned = [...this.#newCategories.values()].find((item) => item.gridId === gridId && item.parent === parent && isSameName(item.name, name));
    if (planned) return planned.key;
    const key = `${parent ?? gridId}\u0000${name}`;
    this.#newCategories.set(key, { key, gridId, parent, name, ...(color === undefined ? {} : { color }) });
    return key;
  }

  /** A category of this name: the grid's own, else the only one of the codebook, else one to make at the top of the grid of this title. */
  categoryNamed(name: string, gridTitle: string, color?: string): string {
    const called = name.replace(/\s+/gu, ' ').trim().slice(0, LONGEST_NAME).toWellFormed();
    const own = this.own(called, gridTitle);
    if (own) return own.category.id;
    const [only, ...others] = this.codebook.flatMap(({ categories }) => categories.filter((category) => isSameName(category.name, called)));
    if (only && others.length === 0) return only.id;
    return this.category(this.#gridTitled(gridTitle)?.id ?? this.#grid(gridTitle), null, called, color);
  }

  /** The category of this name in the grid of this title. */
  own(name: string, gridTitle: string): Located | undefined {
    const grid = this.#gridTitled(gridTitle);
    const category = grid?.categories.find((one) => isSameName(one.name, name));
    return grid && category && { grid, category };
  }

  /** The category at the end of these levels below the grid of this title; levels that are missing are made, and the grid too. */
  branch(levels: readonly string[], gridTitle: string): string {
    const grid = this.#gridTitled(gridTitle);
    const gridId = grid?.id ?? this.#grid(gridTitle);
    return (
      levels.reduce<string | null>((parent, name) => {
        const known = grid?.categories.find((one) => one.parentId === parent && isSameName(one.name, name));
        return known?.id ?? this.category(gridId, parent, name);
      }, null) ?? ''
    );
  }

  #gridTitled(wanted: string): Grid | undefined {
    return this.codebook.find(({ title }) => isSameName(title, wanted));
  }

  #grid(title: string): GridId {
    const known = this.#newGrids.find((grid) => isSameName(grid.title, title));
    if (known) return known.id;
    const id = newId<GridId>();
    this.#newGrids.push({ id, title });
    return id;
  }

  made(): Omit<CodingPlan, 'rows'> {
    return { newGrids: this.#newGrids, newCategories: [...this.#newCategories.values()], newCoders: this.#newCoders };
  }
}
