// Coded passages called back by an expression: found once, kept as long as the study stays what it was, read a page at a time.
import { lineage } from '../../shared/domain/category.ts';
import { keepsOf } from '../../shared/domain/expression-evaluate.ts';
import { compileFilter } from '../../shared/domain/expression-filter.ts';
import type { CategoryId, CoderId, PassageId } from '../../shared/domain/ids.ts';
import type { StudyFrame } from '../../shared/domain/matrix-axis.ts';
import { STANCE_ORDER } from '../../shared/domain/matrix-fill.ts';
import { casesOf, targetsOf } from '../../shared/domain/matrix-holder-axes.ts';
import { contextOf } from '../../shared/domain/passage-context.ts';
import { arrange, heaviest } from '../../shared/domain/retrieval-order.ts';
import type { ArrangedRetrieval, Found } from '../../shared/domain/retrieval-order.ts';
import type { RetrievalAnswer, RetrievalCoding, RetrievalFacets, RetrievalQuery, RetrievedPassage } from '../../shared/domain/retrieval.ts';
import { citationOf } from '../../shared/domain/source.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';
import { readStudy } from './matrix-study.ts';
import type { Study } from './matrix-study.ts';
import type { PlacedPassage } from '../../shared/domain/matrix-axis.ts';

export type FoundPassage = Found<PlacedPassage>;

interface KeptRetrieval {
  readonly frame: Study['frame'];
  readonly sources: Study['sources'];
  readonly expression: string;
  readonly found: readonly FoundPassage[];
  /** By how they are sorted and grouped. */
  readonly arranged: Map<string, ArrangedRetrieval<PlacedPassage>>;
}

/** The latest ones of a project: a window goes back and forth between few. */
const kept = new WeakMap<Project, KeptRetrieval[]>();
const MOST_KEPT = 4;

function find({ frame, sources }: Study, expression: string): FoundPassage[] {
  const filter = expression === '' ? null : compileFilter([expression], frame);
  return frame.sources.flatMap(({ id }) => {
    const passages = sources.get(id)?.passages ?? [];
    if (!filter) return passages.map((passage) => ({ passage, codings: passage.codings }));
    const keeps = keepsOf(filter, passages);
    return passages.flatMap((passage, at) => {
      const codings = keeps[at] ?? [];
      return codings.length > 0 ? [{ passage, codings }] : [];
    });
  });
}

function retrieval(project: Project, expression: string): KeptRetrieval {
  const study = readStudy(project);
  const { frame, sources } = study;
  const standing = (kept.get(project) ?? []).filter((each) => each.frame === frame && each.sources === sources);
  const known = standing.find((each) => each.expression === expression);
  const own = known ?? { frame, sources, expression, found: find(study, expression), arranged: new Map() };
  kept.set(project, [own, ...standing.filter((each) => each !== own)].slice(0, MOST_KEPT));
  return own;
}

/** In corpus order. Refuses what cannot be read, and names that nobody and nothing has. */
export function retrievePassages(project: Project, expression: string): readonly FoundPassage[] {
  return retrieval(project, expression).found;
}

function arranged(project: Project, query: RetrievalQuery): ArrangedRetrieval<PlacedPassage> {
  const { frame, found, arranged: known } = retrieval(project, query.expression);
  const order = JSON.stringify([query.sort, query.group]);
  const own = known.get(order) ?? arrange(found, query, frame);
  known.set(order, own);
  return own;
}

/** Of very many passages the first few mostly name every case there is. */
function countCases(frame: StudyFrame, found: readonly FoundPassage[]): number {
  const cases = casesOf(frame);
  const met = new Set<string>();
  for (const { passage } of found) {
    if (met.size === frame.cases.length) break;
    for (const id of cases(passage)) met.add(id);
  }
  return met.size;
}

export function readRetrieval(project: Project, query: RetrievalQuery): RetrievalAnswer {
  const { groups } = arranged(project, query);
  const { frame, sources, found } = retrieval(project, query.expression);
  return {
    expression: query.expression,
    passages: found.length,
    sources: new Set(found.map(({ passage }) => passage.sourceId)).size,
    cases: countCases(frame, found),
    of: [...sources.values()].reduce((sum, { passages }) => sum + passages.length, 0),
    groups,
  };
}

function counted(keysOf: (found: FoundPassage) => Iterable<string>, all: readonly FoundPassage[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const found of all) for (const key of new Set(keysOf(found))) counts.set(key, (counts.get(key) ?? 0) + 1);
  return Object.fromEntries(counts);
}

export function readFacets(project: Project, expression: string): RetrievalFacets {
  const { frame, found } = retrieval(project, expression);
  const cases = casesOf(frame);
  const above = new Map(
    frame.codebook.flatMap(({ categories }) => {
      const byId = new Map(categories.map((category) => [category.id as string, category]));
      return categories.map(({ id }) => [id as string, lineage(byId, id).map((step) => step.id)] as const);
    }),
  );
  const values = Map.groupBy(frame.values, ({ attributeId }) => attributeId);
  const attributes = frame.attributes.map(({ id, scope }) => {
    const targets = targetsOf(frame, scope);
    const given = new Map((values.get(id) ?? []).map(({ targetId, value }) => [targetId, value]));
    return [id, given.size === 0 ? {} : counted(({ passage }) => [...targets(passage)].flatMap((target) => given.get(target) ?? []), found)];
  });
  return {
    categories: counted(({ codings }) => codings.flatMap(({ categoryId }) => above.get(categoryId) ?? []), found),
    cases: counted(({ passage }) => cases(passage), found),
    speakers: counted(({ passage }) => passage.labels, found),
    coders: counted(({ codings }) => codings.map(({ coderId }) => coderId), found),
    attributes: Object.fromEntries(attributes) as RetrievalFacets['attributes'],
  };
}

/** UTF-16 units before a passage, and after it. */
const CONTEXT_UTF16 = 160;
/** Where those are looked for: answers of one word are turns too. */
const TURNS_AROUND = 2;

/** A passage's own words, and those around it, without the rest of its source. */
function wordsOf({ sqlite }: Project, passage: PlacedPassage): Pick<RetrievedPassage, 'before' | 'quote' | 'after'> {
  const { ids, sourceId, firstTurn, lastTurn } = passage;
  const ends = statement<[string], { start: number; end: number }>(sqlite, 'SELECT start_utf16 AS start, end_utf16 AS end FROM passage WHERE id = ?');
  const { start = 0, end = 0 } = ends.get(ids[0] ?? '') ?? {};
  const turns = statement<[string, number, number], { position: number; text: string }>(
    sqlite,
    'SELECT position, text FROM turn WHERE source_id = ? AND position BETWEEN ? AND ? ORDER BY position',
  ).all(sourceId, firstTurn - TURNS_AROUND, lastTurn + TURNS_AROUND);
  const lengthBefore = (turn: number): number => turns.reduce((sum, { position, text }) => sum + (position < turn ? text.length : 0), 0);
  const text = turns.map((turn) => turn.text).join('');
  const [from, to] = [lengthBefore(firstTurn) + start, lengthBefore(lastTurn) + end];
  return { ...contextOf(text, from, to, CONTEXT_UTF16), quote: text.slice(from, to) };
}

type Row = Omit<RetrievedPassage, 'before' | 'quote' | 'after'>;

/** Everything of a row but its words. */
export function rowReader(frame: StudyFrame): (found: FoundPassage) => Row {
  const sources = new Map(frame.sources.map((source) => [source.id, source]));
  const categories = new Map(frame.codebook.flatMap((grid) => grid.categories).map(({ id, name, color }) => [id as string, { id, name, color }]));
  return ({ passage, codings }) => {
    const source = sources.get(passage.sourceId);
    const stances = new Set(codings.map(({ stance }) => stance));
    return {
      passageId: passage.ids[0] as PassageId,
      sourceId: passage.sourceId,
      source: source?.name ?? '',
      ref: citationOf(source?.name ?? '', passage.turnNumber),
      speaker: passage.speaker,
      date: source?.date ?? null,
      start: passage.start,
      end: passage.end,
      isStarred: passage.isStarred,
      categories: [...new Set(codings.map(({ categoryId }) => categoryId as CategoryId))].flatMap((id) => categories.get(id) ?? []),
      coderIds: [...new Set(codings.map(({ coderId }) => coderId))],
      stance: STANCE_ORDER.find((stance) => stances.has(stance)) ?? null,
      weight: heaviest(codings),
    };
  };
}

/** Rows from the `from`-th on, as they are sorted and grouped. */
export function readRetrievedPage(project: Project, query: RetrievalQuery, from: number, count: number): RetrievedPassage[] {
  const rows = arranged(project, query).rows.slice(from, from + count);
  const rowOf = rowReader(retrieval(project, query.expression).frame);
  return rows.map((found) => ({ ...rowOf(found), ...wordsOf(project, found.passage) }));
}

interface ToCode {
  readonly expression: string;
  readonly categoryId: CategoryId;
  readonly excluded: readonly PassageId[];
}

function chosenOf(project: Project, { expression, excluded }: ToCode): FoundPassage[] {
  const left = new Set<string>(excluded);
  return retrievePassages(project, expression).filter(({ passage }) => !left.has(passage.ids[0] ?? ''));
}

export function passagesToCode(project: Project, asked: ToCode): PassageId[] {
  return chosenOf(project, asked).flatMap(({ passage }) => passage.ids[0] ?? []);
}

/** What giving them the category would do; of a passage all codings count here, whatever the expression keeps of them. */
export function previewCoding(project: Project, coderId: CoderId, asked: ToCode): RetrievalCoding {
  const chosen = chosenOf(project, asked);
  const known = chosen.filter(({ passage }) =>
    passage.codings.some((coding) => coding.categoryId === asked.categoryId && coding.coderId === coderId),
  );
  return { passages: chosen.length, known: known.length };
}
