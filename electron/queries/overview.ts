// The study at a glance, and each source as a line of what is coded where.
import type { CategoryId, PassageId, SourceId } from '../../shared/domain/ids.ts';
import type { Overview, OverviewSource, Portrait } from '../../shared/domain/coverage.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';
import { CategoryNames } from './coverage.ts';
import { readStudy } from './matrix-study.ts';
import type { Study } from './matrix-study.ts';
import { sourceCounts } from './source-counts.ts';

const TOTALS = `SELECT
  (SELECT count(*) FROM memo) AS memos,
  (SELECT count(*) FROM cell WHERE synthesis <> '') AS syntheses,
  (SELECT count(*) FROM cell WHERE synthesis <> '' AND status IN ('ready', 'reviewed')) AS ready`;
/** A week by the Monday it begins with. */
/** The Monday that a coding's week begins on. */
const WEEK = "date(c.created_at, '-6 days', 'weekday 1')";
const WEEKS = `SELECT ${WEEK} AS week, k.name AS coder, count(*) AS codings
  FROM coding c JOIN coder k ON k.id = c.coder_id GROUP BY week, k.id ORDER BY week, k.rowid`;
const SOURCES = `SELECT s.id, s.name, s.kind, s.date, s.words, s.turns, group_concat(a.name, char(10) ORDER BY a.position) AS caseNames,
    (SELECT count(*) FROM memo m WHERE m.target_kind = 'source' AND m.target_id = s.id) AS memos
  FROM source s LEFT JOIN source_case l ON l.source_id = s.id LEFT JOIN study_case a ON a.id = l.case_id
  GROUP BY s.id ORDER BY s.position, s.name`;
const MOST_CATEGORIES = 20;

interface SourceRow {
  readonly id: SourceId;
  readonly name: string;
  readonly kind: string;
  readonly date: string | null;
  readonly words: number;
  readonly turns: number;
  readonly caseNames: string | null;
  readonly memos: number;
}

function overviewSources(project: Project): OverviewSource[] {
  const countsOf = sourceCounts(project);
  return statement<[], SourceRow>(project.sqlite, SOURCES)
    .all()
    .map(({ turns, caseNames, ...row }) => {
      const { codings, codedTurns, interviewerTurns } = countsOf(row.id);
      return { ...row, caseNames: caseNames?.split('\n') ?? [], codings, codedTurns, turns: turns - interviewerTurns };
    });
}

/** Passages by category, itself and what is below it. */
function passagesBelow(
  study: Study,
  names: CategoryNames,
): { readonly all: Map<string, number>; readonly bySource: Map<string, Map<string, number>> } {
  const all = new Map<string, number>();
  const bySource = new Map<string, Map<string, number>>();
  for (const { sourceId, passages } of study.sources.values()) {
    const own = new Map<string, number>();
    bySource.set(sourceId, own);
    for (const { codings } of passages)
      for (const id of new Set(codings.flatMap(({ categoryId }) => names.branch(categoryId).map((category) => category.id as string)))) {
        own.set(id, (own.get(id) ?? 0) + 1);
        all.set(id, (all.get(id) ?? 0) + 1);
      }
  }
  return { all, bySource };
}

export function readOverview(project: Project): Overview {
  const study = readStudy(project);
  const names = new CategoryNames(study.frame.codebook);
  const sources = overviewSources(project);
  const written = statement<[], { memos: number; syntheses: number; ready: number }>(project.sqlite, TOTALS).get();
  const { all, bySource } = passagesBelow(study, names);
  const dimensions = names.all.filter(({ parentId }) => parentId === null);
  const sum = (of: (source: OverviewSource) => number): number => sources.reduce((total, source) => total + of(source), 0);
  return {
    totals: {
      sources: sources.length,
      words: sum(({ words }) => words),
      cases: study.frame.cases.length,
      participants: study.frame.participants.filter(({ isInterviewer }) => !isInterviewer).length,
      categories: names.all.length,
      codings: sum(({ codings }) => codings),
      passages: [...study.sources.values()].reduce((total, { passages }) => total + passages.length, 0),
      memos: written?.memos ?? 0,
      syntheses: written?.syntheses ?? 0,
      ready: written?.ready ?? 0,
    },
    sources,
    weeks: statement<[], Overview['weeks'][number]>(project.sqlite, WEEKS).all(),
    categories: names.all
      .filter(({ id }) => (all.get(id) ?? 0) > 0)
      .sort((a, b) => (all.get(b.id) ?? 0) - (all.get(a.id) ?? 0))
      .slice(0, MOST_CATEGORIES)
      .map((category) => ({ ...names.named(category), passages: all.get(category.id) ?? 0 })),
    dimensions: dimensions.map((category) => names.named(category)),
    counts: dimensions.map(({ id }) => sources.map((source) => bySource.get(source.id)?.get(id) ?? 0)),
  };
}

/** Passages that were coded in the week beginning on this Monday (yyyy-mm-dd), by whomever. */
export function passagesOfWeek(project: Project, week: string): PassageId[] {
  const sql = `SELECT DISTINCT c.passage_id FROM coding c WHERE ${WEEK} = ?`;
  return statement<[string], PassageId>(project.sqlite, sql).pluck().all(week);
}

interface TurnRow {
  readonly lengthUtf16: number;
  readonly isAsking: 0 | 1 | null;
}

const TURNS = `SELECT t.length_utf16 AS lengthUtf16, h.is_interviewer AS isAsking FROM turn t
  LEFT JOIN speaker k ON k.id = t.speaker_id LEFT JOIN participant h ON h.id = k.participant_id WHERE t.source_id = ? ORDER BY t.position`;

function portraitOf(project: Project, { frame, sources }: Study, sourceId: SourceId): Portrait | null {
  const source = frame.sources.find(({ id }) => id === sourceId);
  if (!source) return null;
  const asking: [number, number][] = [];
  let length = 0;
  for (const { lengthUtf16, isAsking } of statement<[string], TurnRow>(project.sqlite, TURNS).all(sourceId)) {
    const last = asking.at(-1);
    if (isAsking === 1 && last?.[1] === length) last[1] += lengthUtf16;
    else if (isAsking === 1) asking.push([length, length + lengthUtf16]);
    length += lengthUtf16;
  }
  const stretches = (sources.get(sourceId)?.passages ?? []).map(({ ids, start, end, codings }) => ({
    start,
    end,
    passageId: ids[0] as PassageId,
    categoryIds: [...new Set(codings.map(({ categoryId }) => categoryId as CategoryId))],
  }));
  return { sourceId, name: source.name, length, asking, stretches };
}

/** In the order asked for; sources that are gone are left out. */
export function readPortraits(project: Project, sourceIds: readonly SourceId[]): Portrait[] {
  const study = readStudy(project);
  return sourceIds.flatMap((id) => portraitOf(project, study, id) ?? []);
}

/** The passages that carry a category or something below it, of a source or of all of them, in corpus order. */
export function passagesBelowIn(project: Project, categoryId: CategoryId, sourceId: SourceId | null): PassageId[] {
  const study = readStudy(project);
  const names = new CategoryNames(study.frame.codebook);
  const ids = sourceId === null ? study.frame.sources.map(({ id }) => id) : [sourceId];
  return ids.flatMap((id) =>
    (study.sources.get(id)?.passages ?? [])
      .filter(({ codings }) => codings.some((coding) => names.branch(coding.categoryId).some((above) => above.id === categoryId)))
      .map((passage) => passage.ids[0] as PassageId),
  );
}
