// Lines of a matrix sorted inside what stands above them: by hand, by name, by number of passages, by rating, by an attribute.
import { canonicalValue, compareValues } from './attribute-value.ts';
import { byName } from './category.ts';
import type { Attribute } from './corpus.ts';
import { Refusal } from './failure.ts';
import type { MatrixHeader, OrderKey } from './matrix.ts';
import type { StudyFrame } from './matrix-axis.ts';

/** What is known of lines (rows, or columns) besides their headers; `other` is an index of the other side, null: all of it. */
export interface LineFacts {
  readonly others: readonly MatrixHeader[];
  readonly passages: (line: number, other: number | null) => number;
  /** Between 0 and 1 on its scale, so that scales can be compared; null: not rated. */
  readonly rating: (line: number, other: number | null) => number | null;
}

type Compare = (a: number, b: number) => number;

/** Lines without a value come last, whichever way the others stand. */
function byValue<T>(values: readonly (T | null)[], compare: (a: T, b: T) => number, descending: boolean): Compare {
  return (a, b) => {
    const [one, other] = [values[a] ?? null, values[b] ?? null];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return descending ? compare(other, one) : compare(one, other);
  };
}

const bySize = (a: number, b: number): number => a - b;

/** The line's own value, or that of the one case that its source or participant belongs to. */
function valueOf(header: MatrixHeader, attribute: Attribute, values: ReadonlyMap<string, string>, frame: StudyFrame): string | null {
  for (const { kind, key } of header.entities.toReversed()) {
    const id = key.slice(kind.length + 1);
    const cases =
      kind === 'source' ? frame.sources.find((source) => source.id === id)?.caseIds : [frame.participants.find((person) => person.id === id)?.caseId];
    const targets = kind === attribute.scope ? [id] : attribute.scope === 'case' && cases?.length === 1 ? cases : [];
    const value = values.get(targets[0] ?? '');
    if (value) return value;
  }
  return null;
}

/** Numbers written in an attribute of text are sorted by their size; words by name; both at once mean nothing. */
function textOrder(name: string, values: readonly (string | null)[]): (a: string, b: string) => number {
  const given = [...new Set(values.filter((value) => value !== null))];
  const number = (value: string): string | null => canonicalValue(value, { type: 'number', choices: [] }, 'fr');
  const numbers = given.filter((value) => number(value) !== null);
  if (numbers.length === 0) return (a, b) => byName.compare(a, b);
  const words = given.filter((value) => number(value) === null);
  if (words.length > 0) throw new Refusal('matrix.orderMixed', { attribute: name, numbers: numbers.slice(0, 3), words: words.slice(0, 3) });
  return (a, b) => Number(number(a)) - Number(number(b));
}

function byAttribute(headers: readonly MatrixHeader[], key: OrderKey & { by: 'attribute' }, frame: StudyFrame): Compare {
  const attribute = frame.attributes.find(({ id }) => id === key.attributeId);
  if (!attribute) throw new Refusal('matrix.attributeGone');
  const given = new Map(frame.values.filter(({ attributeId }) => attributeId === attribute.id).map(({ targetId, value }) => [targetId, value]));
  const values = headers.map((header) => valueOf(header, attribute, given, frame));
  return byValue(values, attribute.type === 'text' ? textOrder(attribute.name, values) : compareValues(attribute), key.descending);
}

function comparing(headers: readonly MatrixHeader[], key: Exclude<OrderKey, { by: 'hand' }>, facts: LineFacts, frame: StudyFrame): Compare {
  if (key.by === 'attribute') return byAttribute(headers, key, frame);
  if (key.by === 'label') {
    const labels = headers.map(({ label }) => label);
    return byValue(labels, byName.compare, key.descending);
  }
  const other = key.of === null ? null : facts.others.findIndex((header) => header.key === key.of);
  if (other === -1) throw new Refusal('matrix.orderGone');
  const values = headers.map((_, line) => (key.by === 'count' ? facts.passages(line, other) : facts.rating(line, other)));
  return byValue(values, bySize, key.descending);
}

/**
 * By hand what stands above is moved too: it stands where the first of its lines was put. Lines that were put nowhere come after those that
 * were, under what stands above them.
 */
function byHand(headers: readonly MatrixHeader[], keys: readonly string[]): number[] {
  const places = new Map(keys.map((own, place) => [own, place]));
  const above = headers.map(({ entities }) =>
    entities.map((_, depth) =>
      entities
        .slice(0, depth + 1)
        .map((entity) => entity.key)
        .join('|'),
    ),
  );
  const first = new Map<string, number>();
  headers.forEach(({ key }, line) => {
    const place = places.get(key) ?? keys.length + line;
    for (const own of above[line] ?? []) first.set(own, Math.min(first.get(own) ?? place, place));
  });
  const placeOf = (line: number): number[] => (above[line] ?? []).map((own) => first.get(own) ?? 0);
  const all = headers.map((_, line) => placeOf(line));
  return headers
    .map((_, line) => line)
    .toSorted((a, b) => {
      const depth = (all[a] ?? []).findIndex((place, at) => place !== all[b]?.[at]);
      return depth < 0 ? 0 : (all[a]?.[depth] ?? 0) - (all[b]?.[depth] ?? 0);
    });
}

/** The lines' indexes in their new order. Lines stay under what stands above them; equal ones stay as they were. */
export function orderedLines(headers: readonly MatrixHeader[], key: OrderKey | undefined, facts: LineFacts, frame: StudyFrame): number[] {
  const lines = headers.map((_, line) => line);
  if (!key) return lines;
  if (key.by === 'hand') return byHand(headers, key.keys);
  const compare = comparing(headers, key, facts, frame);
  const above = (line: number): string =>
    (headers[line]?.entities ?? [])
      .slice(0, -1)
      .map((entity) => entity.key)
      .join('|');
  return [...Map.groupBy(lines, above).values()].flatMap((group) => group.toSorted(compare));
}
