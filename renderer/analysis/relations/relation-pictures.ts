// What the answers about relations become: which categories are shown, the matrix and the network they are drawn as, the tables behind.
import type { CoOccurrences, CoPair, Measure, RelatedCategory, SequenceAnswer, SequencePair } from '../../../shared/domain/relation.ts';
import type { Language } from '../../../shared/domain/project.ts';
import type { PairCell, PairFigure } from '../../../shared/figure/co-occurrence-figure.ts';
import type { FigureTable, FigureValue } from '../../../shared/figure/figure-table.ts';
import { radiusOf } from '../../../shared/figure/network-figure.ts';
import type { NetworkFigure } from '../../../shared/figure/network-figure.ts';
import { networkLayout } from '../../../shared/figure/network-layout.ts';
import type { Point } from '../../../shared/figure/network-layout.ts';
import type { FigureTheme } from '../../../shared/figure/palette.ts';
import type { RelationsWords } from '../../../shared/i18n/relations.ts';
import { isUndefined } from '../../../shared/statistics/undefined.ts';
import type { Undefined } from '../../../shared/statistics/undefined.ts';

/** More would be no picture; the table holds all of them. */
export const MOST_SHOWN = 60;
/** More lines would be a knot. */
const MOST_EDGES = 90;
const DECIMALS = 1000;

export interface Look {
  readonly words: RelationsWords;
  readonly language: Language;
  readonly theme: FigureTheme;
  readonly title: string;
}

interface Related {
  readonly a: number;
  readonly b: number;
}

export interface Shown<P extends Related> {
  /** Numbers of the categories shown, in codebook order. */
  readonly numbers: readonly number[];
  readonly pairs: readonly P[];
  /** Left out since none of their pairs is found often enough. */
  readonly alone: number;
  /** Linked, but beyond what a picture shows. */
  readonly beyond: number;
}

/** Categories with a pair that is found often enough; of too many, those most linked. */
export function shownOf<P extends Related>(categories: number, pairs: readonly P[], countOf: (pair: P) => number, minimum: number): Shown<P> {
  const kept = pairs.filter((pair) => countOf(pair) >= minimum);
  const strength = new Map<number, number>();
  for (const pair of kept) for (const number of [pair.a, pair.b]) strength.set(number, (strength.get(number) ?? 0) + countOf(pair));
  const linked = [...strength].sort(([a, x], [b, y]) => y - x || a - b).slice(0, MOST_SHOWN);
  const numbers = linked.map(([number]) => number).sort((a, b) => a - b);
  const isShown = new Set(numbers);
  return {
    numbers,
    pairs: kept.filter(({ a, b }) => isShown.has(a) && isShown.has(b)),
    alone: categories - strength.size,
    beyond: strength.size - numbers.length,
  };
}

/** What is not in the picture, in words. */
export function leftOutOf(
  { isFiltered, sources }: CoOccurrences['ground'],
  { numbers, alone, beyond, pairs }: Shown<Related>,
  minimum: number,
  network: NetworkFigure | null,
  words: RelationsWords,
): string[] {
  return [
    ...(isFiltered ? [words.filtered(sources)] : []),
    ...(alone > 0 ? [words.leftOut(alone, minimum)] : []),
    ...(network && network.edges.length < pairs.length ? [words.strongest(network.edges.length, pairs.length)] : []),
    ...(beyond > 0 ? [words.tooMany(numbers.length, numbers.length + beyond)] : []),
  ];
}

export function rounded(value: number | Undefined): FigureValue {
  return isUndefined(value) ? '–' : Math.round(value * DECIMALS) / DECIMALS;
}

const said = (value: number | Undefined, language: Language): string =>
  isUndefined(value) ? '–' : value.toLocaleString(language, { maximumFractionDigits: 2, minimumFractionDigits: Number.isInteger(value) ? 0 : 2 });

const valueOf = (pair: CoPair, measure: Measure): number | Undefined => (measure === 'count' ? pair.count : pair[measure]);

/** 0 … 1 of what a pair's shade or line shows. */
function shareIn(value: number | Undefined, measure: Measure | 'observed' | 'lift', largest: number): number {
  if (isUndefined(value)) return 0;
  if (measure === 'jaccard') return Math.min(1, value);
  if (measure === 'npmi') return Math.max(0, (value + 1) / 2);
  if (measure === 'lift') return Math.min(1, value / Math.max(2, largest));
  return largest <= 1 ? 1 : 0.08 + (0.92 * (value - 1)) / (largest - 1);
}

const largestOf = (values: readonly (number | Undefined)[]): number => Math.max(1, ...values.flatMap((value) => (isUndefined(value) ? [] : [value])));

function pairTitle({ unit, categories }: CoOccurrences, pair: CoPair, { words, language }: Look): string {
  const [a, b] = [categories[pair.a]?.name ?? '', categories[pair.b]?.name ?? ''];
  const measures = [words.counted[unit.kind](pair.count), `${words.measures.jaccard} ${said(pair.jaccard, language)}`];
  if (!isUndefined(pair.npmi)) measures.push(`${words.measures.npmi} ${said(pair.npmi, language)}`);
  return `${words.pair(a, b)} — ${measures.join(', ')}`;
}

export function coMatrix(answer: CoOccurrences, shown: Shown<CoPair>, measure: Measure, look: Look): PairFigure {
  const byPair = new Map(shown.pairs.map((pair) => [`${pair.a} ${pair.b}`, pair]));
  const largest = largestOf(shown.pairs.map((pair) => valueOf(pair, measure)));
  const categories = shown.numbers.flatMap((number) => answer.categories[number] ?? []);
  const cellAt = (row: number, column: number): PairCell | null => {
    const [one, other] = [shown.numbers[row] ?? 0, shown.numbers[column] ?? 0];
    const category = categories[row];
    if (row === column && category) {
      const title = `${category.name} — ${look.words.counted[answer.unit.kind](category.count)}`;
      return { share: 0, words: said(category.count, look.language), title };
    }
    const pair = byPair.get(`${Math.min(one, other)} ${Math.max(one, other)}`);
    if (!pair) return null;
    const value = valueOf(pair, measure);
    return { share: shareIn(value, measure, largest), words: said(value, look.language), title: pairTitle(answer, pair, look) };
  };
  const note = [look.words.diagonal, look.words.coefficients[measure]].filter(Boolean).join(' ');
  return { categories, cellAt, isSymmetric: true, sides: null, title: look.title, note, theme: look.theme, language: look.language };
}

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  readonly title: string;
}

const BOX = { width: 960, height: 640, tall: 860, many: 28 };

function network(
  categories: readonly RelatedCategory[],
  edges: readonly Edge[],
  pins: Readonly<Record<string, Point>>,
  held: { readonly id: string; readonly at: Point } | null,
  titleOf: (category: RelatedCategory) => string,
  isDirected: boolean,
  look: Look,
): NetworkFigure {
  const largest = Math.max(1, ...categories.map(({ count }) => count));
  const nodes = categories.map((category) => {
    const { id, name, color, count } = category;
    return { id: id as string, name, color, radius: radiusOf(count, largest), title: titleOf(category), isPinned: id in pins };
  });
  const height = categories.length > BOX.many ? BOX.tall : BOX.height;
  const drawn = edges.toSorted((one, other) => other.weight - one.weight).slice(0, MOST_EDGES);
  const laid = networkLayout({ nodes, edges: drawn.filter(({ from, to }) => from !== to), pins, width: BOX.width, height });
  const points = laid.map((point, at) => (held && nodes[at]?.id === held.id ? held.at : point));
  const { title, theme, language, words } = look;
  return {
    nodes,
    edges: drawn,
    points,
    isDirected,
    width: BOX.width,
    height,
    title,
    note: words.networkNote,
    namesLeft: words.networkNamesLeft,
    theme,
    language,
  };
}

export interface Placement {
  readonly pins: Readonly<Record<string, Point>>;
  /** What a hand is moving, and where it holds it. */
  readonly held: { readonly id: string; readonly at: Point } | null;
}

export function coNetwork(answer: CoOccurrences, shown: Shown<CoPair>, measure: Measure, { pins, held }: Placement, look: Look): NetworkFigure {
  const at = new Map(shown.numbers.map((number, place) => [number, place]));
  const largest = largestOf(shown.pairs.map((pair) => valueOf(pair, measure)));
  const edges = shown.pairs.map((pair) => ({
    from: at.get(pair.a) ?? 0,
    to: at.get(pair.b) ?? 0,
    weight: shareIn(valueOf(pair, measure), measure, largest),
    title: pairTitle(answer, pair, look),
  }));
  const categories = shown.numbers.flatMap((number) => answer.categories[number] ?? []);
  const titleOf = ({ name, count }: RelatedCategory): string => `${name} — ${look.words.counted[answer.unit.kind](count)}`;
  return network(categories, edges, pins, held, titleOf, false, look);
}

/** All pairs that are found often enough, those found most first. */
export function coTable({ categories }: CoOccurrences, pairs: readonly CoPair[], { words }: Look): FigureTable {
  const { a, b, count, n1, n2, jaccard, overlap, lift, npmi } = words.columns;
  const name = (number: number): string => categories[number]?.path.join(' › ') ?? '';
  return {
    columns: [a, b, count, n1, n2, jaccard, overlap, lift, npmi],
    rows: pairs.map((pair) => [
      name(pair.a),
      name(pair.b),
      pair.count,
      categories[pair.a]?.count ?? 0,
      categories[pair.b]?.count ?? 0,
      rounded(pair.jaccard),
      rounded(pair.overlap),
      rounded(pair.lift),
      rounded(pair.npmi),
    ]),
  };
}

type SequenceMeasure = 'observed' | 'lift';

function sequenceTitle({ categories }: SequenceAnswer, pair: SequencePair, { words, language }: Look): string {
  const [a, b] = [categories[pair.a]?.name ?? '', categories[pair.b]?.name ?? ''];
  return `${words.then(a, b)} — ${words.followed(pair.observed, said(pair.expected, language), said(pair.lift, language))}`;
}

export function sequenceMatrix(answer: SequenceAnswer, shown: Shown<SequencePair>, measure: SequenceMeasure, look: Look): PairFigure {
  const byPair = new Map(shown.pairs.map((pair) => [`${pair.a} ${pair.b}`, pair]));
  const largest = largestOf(shown.pairs.map((pair) => pair[measure]));
  const categories = shown.numbers.flatMap((number) => answer.categories[number] ?? []);
  const cellAt = (row: number, column: number): PairCell | null => {
    const pair = byPair.get(`${shown.numbers[row]} ${shown.numbers[column]}`);
    if (!pair) return null;
    const share = shareIn(pair[measure], measure, largest);
    return { share, words: said(pair[measure], look.language), title: sequenceTitle(answer, pair, look) };
  };
  const sides = { rows: look.words.first, columns: look.words.next };
  const { title, theme, language } = look;
  return { categories, cellAt, isSymmetric: false, sides, title, note: look.words.sequenceNote, theme, language };
}

export function sequenceNetwork(
  answer: SequenceAnswer,
  shown: Shown<SequencePair>,
  measure: SequenceMeasure,
  { pins, held }: Placement,
  look: Look,
): NetworkFigure {
  const at = new Map(shown.numbers.map((number, place) => [number, place]));
  const largest = largestOf(shown.pairs.map((pair) => pair[measure]));
  const edges = shown.pairs.map((pair) => ({
    from: at.get(pair.a) ?? 0,
    to: at.get(pair.b) ?? 0,
    weight: shareIn(pair[measure], measure, largest),
    title: sequenceTitle(answer, pair, look),
  }));
  const categories = shown.numbers.flatMap((number) => answer.categories[number] ?? []);
  const titleOf = ({ name, count }: RelatedCategory): string => `${name} — ${look.words.counted.passage(count)}`;
  return network(categories, edges, pins, held, titleOf, true, look);
}

export function sequenceTable({ categories }: SequenceAnswer, pairs: readonly SequencePair[], { words }: Look): FigureTable {
  const { a, b, observed, expected, lift, of } = words.sequenceColumns;
  const name = (number: number): string => categories[number]?.path.join(' › ') ?? '';
  return {
    columns: [a, b, observed, expected, lift, of],
    rows: pairs.map((pair) => [
      name(pair.a),
      name(pair.b),
      pair.observed,
      rounded(pair.expected),
      rounded(pair.lift),
      categories[pair.a]?.count ?? 0,
    ]),
  };
}
