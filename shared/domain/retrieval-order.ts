// The order in which retrieved passages are read, and the headings that they are read under.
import { compareValues } from './attribute-value.ts';
import { byName, lineage } from './category.ts';
import type { Grid } from './category.ts';
import type { CodedPassage, PlacedCoding, StudyFrame } from './matrix-axis.ts';
import { casesOf, targetsOf } from './matrix-holder-axes.ts';
import { daysOf } from './period.ts';
import type { RetrievalGroup, RetrievalGroupRule, RetrievalQuery } from './retrieval.ts';

/** A passage that an expression keeps, with what it keeps of its codings. */
export interface Found<P extends CodedPassage = CodedPassage> {
  readonly passage: P;
  readonly codings: readonly PlacedCoding[];
}

export interface ArrangedRetrieval<P extends CodedPassage = CodedPassage> {
  readonly groups: readonly RetrievalGroup[];
  /** Group after group. */
  readonly rows: readonly Found<P>[];
}

/** Where each category stands in the codebook, grid after grid. */
function categoryRanks({ codebook }: StudyFrame): ReadonlyMap<string, number> {
  return new Map(codebook.flatMap((grid) => grid.categories).map(({ id }, rank) => [id as string, rank]));
}

/** By their names, as a dictionary has them. */
function ranksOf(names: Iterable<string>): ReadonlyMap<string, number> {
  return new Map([...new Set(names)].sort(byName.compare).map((name, rank) => [name, rank]));
}

type Rank = (found: Found) => number | null;

/** What a passage is sorted by; null for one that has no such thing. */
function rankBy(query: RetrievalQuery, found: readonly Found[], frame: StudyFrame): Rank | null {
  switch (query.sort.by) {
    case 'corpus':
      return null;
    case 'date': {
      const dates = new Map(frame.sources.flatMap(({ id, date }) => (date === null ? [] : [[id, daysOf(date)?.from ?? ''] as const])));
      const ranks = new Map([...new Set(dates.values())].sort().map((day, rank) => [day, rank]));
      return ({ passage }) => ranks.get(dates.get(passage.sourceId) ?? '') ?? null;
    }
    case 'speaker': {
      const ranks = ranksOf(found.flatMap(({ passage }) => passage.labels[0] ?? []));
      return ({ passage }) => ranks.get(passage.labels[0] ?? '') ?? null;
    }
    case 'category': {
      const ranks = categoryRanks(frame);
      return ({ codings }) => codings.reduce((least, { categoryId }) => Math.min(least, ranks.get(categoryId) ?? least), ranks.size);
    }
    case 'length':
      return ({ passage }) => passage.end - passage.start;
    case 'weight':
      return ({ codings }) => heaviest(codings);
  }
}

export function heaviest(codings: readonly PlacedCoding[]): number | null {
  return codings.reduce<number | null>((most, { weight }) => (weight === null || (most !== null && most >= weight) ? most : weight), null);
}

/** Those that have no such thing come last, whichever way the others are turned; equals stay in corpus order. */
function sorted<P extends CodedPassage>(found: readonly Found<P>[], query: RetrievalQuery, frame: StudyFrame): readonly Found<P>[] {
  const rank = rankBy(query, found, frame);
  if (rank === null) return query.sort.isDescending ? found.toReversed() : found;
  const sign = query.sort.isDescending ? -1 : 1;
  const ranked = found.map((each) => ({ each, rank: rank(each) }));
  ranked.sort((a, b) => (a.rank === null ? 1 : 0) - (b.rank === null ? 1 : 0) || sign * ((a.rank ?? 0) - (b.rank ?? 0)));
  return ranked.map(({ each }) => each);
}

interface Heading {
  readonly key: string;
  readonly label: string;
}

interface Grouping {
  /** In the order in which they are read. */
  readonly headings: readonly Heading[];
  readonly keysOf: (found: Found) => Iterable<string>;
}

function groupingBy(rule: Exclude<RetrievalGroupRule, { by: 'none' }>, frame: StudyFrame): Grouping {
  const named = (things: readonly { readonly id: string; readonly name: string }[]): Heading[] =>
    things.map(({ id, name }) => ({ key: id, label: name }));
  switch (rule.by) {
    case 'source':
      return { headings: named(frame.sources), keysOf: ({ passage }) => [passage.sourceId] };
    case 'case': {
      const cases = casesOf(frame);
      return { headings: named(frame.cases), keysOf: ({ passage }) => cases(passage) };
    }
    case 'participant':
      return { headings: named(frame.participants), keysOf: ({ passage }) => passage.participantIds };
    case 'category': {
      return { headings: frame.codebook.flatMap(pathHeadings), keysOf: ({ codings }) => new Set(codings.map(({ categoryId }) => categoryId)) };
    }
    case 'attribute':
      return valueGrouping(rule.attributeId, frame);
  }
}

/** `Dimensions › Gouvernance` */
function pathHeadings({ title, categories }: Grid): Heading[] {
  const byId = new Map(categories.map((category) => [category.id as string, category]));
  return categories.map(({ id }) => ({ key: id, label: [title, ...lineage(byId, id).map(({ name }) => name)].join(' › ') }));
}

function valueGrouping(attributeId: string, frame: StudyFrame): Grouping {
  const attribute = frame.attributes.find(({ id }) => id === attributeId);
  if (!attribute) return { headings: [], keysOf: () => [] };
  const given = frame.values.filter((value) => value.attributeId === attributeId && value.value !== '');
  const byTarget = new Map(given.map(({ targetId, value }) => [targetId, value]));
  const targets = targetsOf(frame, attribute.scope);
  const values = [...new Set(byTarget.values())].sort(compareValues(attribute));
  return {
    headings: values.map((value) => ({ key: value, label: value })),
    keysOf: ({ passage }) => new Set([...targets(passage)].flatMap((target) => byTarget.get(target) ?? [])),
  };
}

/** @param found in corpus order */
export function arrange<P extends CodedPassage>(found: readonly Found<P>[], query: RetrievalQuery, frame: StudyFrame): ArrangedRetrieval<P> {
  const rows = sorted(found, query, frame);
  const { group } = query;
  if (rows.length === 0) return { groups: [], rows };
  if (group.by === 'none') return { groups: [{ key: '', label: '', passages: rows.length }], rows };
  const { headings, keysOf } = groupingBy(group, frame);
  const held = new Map<string, Found<P>[]>();
  const into = (key: string, each: Found<P>): void => {
    const own = held.get(key);
    if (own) own.push(each);
    else held.set(key, [each]);
  };
  for (const each of rows) {
    const keys = [...keysOf(each)];
    for (const key of keys) into(key, each);
    if (keys.length === 0) into('', each);
  }
  const shown = [...headings, { key: '', label: '' }].flatMap(({ key, label }) => {
    const own = held.get(key);
    return own ? [{ group: { key, label, passages: own.length }, own }] : [];
  });
  return { groups: shown.map((each) => each.group), rows: shown.flatMap(({ own }) => own) };
}
