// Reads what a study does not cover yet: empty cells, categories hardly used, sources without a dimension, voices quoted too often, negative cases.
import { lineage } from '../../shared/domain/category.ts';
import type { Category, Codebook } from '../../shared/domain/category.ts';
import { LEAST_TOO_OFTEN, TOO_OFTEN_TIMES } from '../../shared/domain/coverage.ts';
import type { Coverage, MatrixGaps, NamedCategory, RareCategory, RespondentUse, SourceGaps, StanceCount } from '../../shared/domain/coverage.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { CategoryId, PassageId } from '../../shared/domain/ids.ts';
import type { AxisTitles } from '../../shared/domain/matrix-axis.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';
import { resolveAxis } from '../../shared/domain/matrix-axes.ts';
import type { MatrixDefinition } from '../../shared/domain/matrix.ts';
import { computeMatrix } from './matrix.ts';
import { readStudy } from './matrix-study.ts';
import type { Study } from './matrix-study.ts';
import { listMatrices } from './saved-matrices.ts';

/** Larger matrices are looked through where they are open. */
const MOST_CELLS = 4000;

/** What is made of a codebook for all parts: each category by its id, named, and the top of its branch. */
export class CategoryNames {
  readonly #byId = new Map<string, Category>();
  readonly #gridTitles = new Map<string, string>();
  /** Asked once per coding of the study. */
  readonly #branches = new Map<string, readonly Category[]>();

  constructor(codebook: Codebook) {
    for (const grid of codebook) {
      this.#gridTitles.set(grid.id, grid.title);
      for (const category of grid.categories) this.#byId.set(category.id, category);
    }
  }

  named({ id, gridId, name, color }: Category): NamedCategory {
    const above = lineage(this.#byId, id).slice(0, -1);
    return { id, name, color, path: [this.#gridTitles.get(gridId) ?? '', ...above.map((one) => one.name)] };
  }

  /** Those above it and itself, from the top. */
  branch(id: string): readonly Category[] {
    const known = this.#branches.get(id);
    if (known) return known;
    const branch = lineage(this.#byId, id);
    this.#branches.set(id, branch);
    return branch;
  }

  get all(): readonly Category[] {
    return [...this.#byId.values()];
  }
}

/** Category → the passages that carry it, or something below it. */
function carriersOf({ sources }: Study, names: CategoryNames): ReadonlyMap<string, ReadonlySet<PassageId>> {
  const carriers = new Map<string, Set<PassageId>>();
  for (const { passages } of sources.values())
    for (const { ids, codings } of passages)
      for (const { categoryId } of codings)
        for (const { id } of names.branch(categoryId)) {
          const own = carriers.get(id) ?? new Set();
          carriers.set(id, own);
          own.add(ids[0] as PassageId);
        }
  return carriers;
}

/** Of the crossing as it is defined: known before any cell is filled. */
function cellCount({ rows, columns }: MatrixDefinition, { frame }: Study, titles: AxisTitles): number {
  return [...rows, ...columns].reduce((product, spec) => product * resolveAxis(spec, frame, titles).entities.length, 1);
}

function matrixGaps(project: Project, study: Study, titles: AxisTitles): MatrixGaps[] {
  return listMatrices(project).map(({ id, name, definition }) => {
    const known = { matrixId: id, name };
    try {
      const count = cellCount(definition, study, titles);
      if (count > MOST_CELLS) return { ...known, cells: count, empty: null, unwritten: null, outdated: null };
      const { cells } = computeMatrix(project, { ...definition, hidesEmpty: false, contents: ['counts', 'synthesis'] }, titles, { title: name });
      const all = cells.flat();
      return {
        ...known,
        cells: all.length,
        empty: all.filter(({ passages }) => passages === 0).length,
        unwritten: all.filter(({ passages, synthesis }) => passages > 0 && synthesis === null).length,
        outdated: all.filter(({ isOutdated }) => isOutdated).length,
      };
    } catch (error) {
      // an axis that is gone is said where the matrix is opened
      if (error instanceof Refusal) return { ...known, cells: 0, empty: null, unwritten: null, outdated: null };
      throw error;
    }
  });
}

function rareCategories(names: CategoryNames, carriers: ReadonlyMap<string, ReadonlySet<PassageId>>): RareCategory[] {
  return names.all.flatMap((category) => {
    const [first, second] = carriers.get(category.id) ?? [];
    return second === undefined ? [{ ...names.named(category), passages: first === undefined ? 0 : 1, passageId: first ?? null } as const] : [];
  });
}

function sourceGaps({ frame, sources }: Study, names: CategoryNames, dimensions: readonly CategoryId[]): SourceGaps[] {
  return frame.sources.map(({ id, name }) => {
    const passages = sources.get(id)?.passages ?? [];
    const present = new Set(passages.flatMap(({ codings }) => codings.map(({ categoryId }) => names.branch(categoryId)[0]?.id as string)));
    const codings = passages.reduce((sum, passage) => sum + passage.codings.length, 0);
    return { sourceId: id, name, codings, missing: dimensions.filter((dimension) => !present.has(dimension)) };
  });
}

const QUOTED = `SELECT DISTINCT passage_id FROM cell_quote
  UNION SELECT target_id FROM memo_link WHERE target_kind = 'passage'
  UNION SELECT p.id FROM passage p JOIN cell c ON instr(c.document, p.id) > 0`;

function respondents(project: Project, { frame, sources }: Study): RespondentUse[] {
  const quoted = new Set(statement<[], string>(project.sqlite, QUOTED).pluck().all() as unknown as string[]);
  const passages = new Map<string, number>();
  const uses = new Map<string, PassageId[]>();
  for (const reading of sources.values())
    for (const { ids, participantIds } of reading.passages)
      for (const participantId of participantIds) {
        passages.set(participantId, (passages.get(participantId) ?? 0) + 1);
        const used = ids.find((id) => quoted.has(id));
        if (used !== undefined) uses.set(participantId, [...(uses.get(participantId) ?? []), used]);
      }
  const respondents = frame.participants.filter(({ isInterviewer }) => !isInterviewer);
  const sum = (of: (id: string) => number): number => respondents.reduce((total, { id }) => total + of(id), 0);
  const all = sum((id) => passages.get(id) ?? 0);
  const allQuoted = sum((id) => uses.get(id)?.length ?? 0);
  const caseNames = new Map(frame.cases.map(({ id, name }) => [id as string, name]));
  return respondents
    .map(({ id, name, caseId }) => {
      const own = passages.get(id) ?? 0;
      const quotedIds = uses.get(id) ?? [];
      const isTooOften = quotedIds.length >= LEAST_TOO_OFTEN && all > 0 && quotedIds.length / Math.max(1, allQuoted) > TOO_OFTEN_TIMES * (own / all);
      return {
        participantId: id,
        name,
        caseName: (caseId && caseNames.get(caseId)) ?? null,
        passages: own,
        quoted: quotedIds.length,
        isTooOften,
        quotedIds,
      };
    })
    .sort((a, b) => b.quoted - a.quoted || b.passages - a.passages);
}

function stanceCounts({ sources }: Study, names: CategoryNames): StanceCount[] {
  const counts = new Map<string, { supports: number; contrasts: number; mentions: number; contrastIds: PassageId[] }>();
  for (const { passages } of sources.values())
    for (const { ids, codings } of passages)
      for (const { categoryId, stance } of codings) {
        if (!stance) continue;
        const own = counts.get(categoryId) ?? { supports: 0, contrasts: 0, mentions: 0, contrastIds: [] };
        counts.set(categoryId, own);
        own[stance] += 1;
        if (stance === 'contrasts') own.contrastIds.push(ids[0] as PassageId);
      }
  return names.all.flatMap((category) => {
    const own = counts.get(category.id);
    return own ? [{ ...names.named(category), ...own }] : [];
  });
}

export function readCoverage(project: Project, titles: AxisTitles): Coverage {
  const study = readStudy(project);
  const names = new CategoryNames(study.frame.codebook);
  const dimensions = names.all.filter(({ parentId }) => parentId === null);
  return {
    matrices: matrixGaps(project, study, titles),
    rare: rareCategories(names, carriersOf(study, names)),
    dimensions: dimensions.map((category) => ({ ...names.named(category), gridId: category.gridId })),
    sources: sourceGaps(
      study,
      names,
      dimensions.map(({ id }) => id),
    ),
    respondents: respondents(project, study),
    stances: stanceCounts(study, names),
  };
}
