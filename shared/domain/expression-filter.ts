// An expression given its meaning in one study: names become what they name, conditions become questions to a coding or to a place.
import { canonicalValue, compareValues } from './attribute-value.ts';
import { lineage } from './category.ts';
import { findCategory } from './category-path.ts';
import type { Attribute } from './corpus.ts';
import { parseExpression } from './expression-parse.ts';
import { STAR_VALUES, printExpression, quoted } from './expression.ts';
import type { Expression, Operator, Relation } from './expression.ts';
import { Refusal } from './failure.ts';
import type { CodedPassage, PlacedCoding, StudyFrame } from './matrix-axis.ts';
import { casesOf, targetsOf } from './matrix-holder-axes.ts';
import { daysOf } from './period.ts';
import { SOURCE_KINDS, STANCES } from './source.ts';

export type PassageFilter =
  | { readonly kind: 'categories'; readonly ids: ReadonlySet<string> }
  /** About who applied what and how: about codings, of which a passage has several. */
  | { readonly kind: 'coding'; readonly holds: (coding: PlacedCoding) => boolean }
  | { readonly kind: 'passage'; readonly holds: (passage: CodedPassage) => boolean }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly PassageFilter[] }
  | { readonly kind: 'not'; readonly of: PassageFilter }
  | {
      readonly kind: 'relation';
      readonly relation: Relation;
      readonly withinUtf16: number;
      readonly first: PassageFilter;
      readonly second: PassageFilter;
    };

type Condition = Expression & { kind: 'condition' };

function isNegative(operator: Operator): boolean {
  return operator === '!=' || operator === 'NOT IN';
}

/** By the sign of a comparison. */
function holdsBy(operator: Operator, sign: number): boolean {
  if (operator === '<') return sign < 0;
  if (operator === '<=') return sign <= 0;
  if (operator === '>') return sign > 0;
  if (operator === '>=') return sign >= 0;
  return sign === 0;
}

/** A date may be a year or a month: it is compared by all its days. */
function dateHolds(operator: Operator, date: string, asked: string): boolean {
  const [own, other] = [daysOf(date), daysOf(asked)];
  if (!own || !other) return false;
  if (operator === '<') return own.to <= other.from;
  if (operator === '<=') return own.to <= other.to;
  if (operator === '>') return own.from >= other.to;
  if (operator === '>=') return own.from >= other.from;
  return own.from >= other.from && own.to <= other.to;
}

class Compiler {
  readonly #frame: StudyFrame;
  readonly unknown: string[] = [];

  constructor(frame: StudyFrame) {
    this.#frame = frame;
  }

  filter(expression: Expression): PassageFilter {
    switch (expression.kind) {
      case 'category':
        return { kind: 'categories', ids: this.#categories(expression.path) };
      case 'not':
        return negated(this.filter(expression.of));
      case 'and':
      case 'or':
        return joined(
          expression.kind,
          expression.parts.map((part) => this.filter(part)),
        );
      case 'relation':
        return { ...expression, first: this.filter(expression.first), second: this.filter(expression.second) };
      case 'condition': {
        const filter = this.#condition(expression);
        return isNegative(expression.operator) ? negated(filter) : filter;
      }
    }
  }

  #miss(expression: Condition, values: readonly string[]): void {
    for (const value of values) this.unknown.push(printExpression({ ...expression, operator: '=', values: [value] }));
  }

  /** With everything below it. */
  #categories(path: string): Set<string> {
    const found = findCategory(this.#frame.codebook, path);
    if (!found) this.unknown.push(printExpression({ kind: 'category', path }));
    const all = found?.grid.categories ?? [];
    const byId = new Map(all.map((category) => [category.id as string, category]));
    return new Set(all.filter(({ id }) => lineage(byId, id).some((step) => step === found?.category)).map(({ id }) => id));
  }

  /** The ids behind the names; what nobody is called is remembered. */
  #named(expression: Condition, things: readonly { readonly id: string; readonly name: string }[]): Set<string> {
    const names = Map.groupBy(things, ({ name }) => name.normalize('NFC'));
    this.#miss(
      expression,
      expression.values.filter((value) => !names.has(value.normalize('NFC'))),
    );
    return new Set(expression.values.flatMap((value) => (names.get(value.normalize('NFC')) ?? []).map(({ id }) => id)));
  }

  #words(expression: Condition, known: readonly string[]): Set<string> {
    return this.#named(
      expression,
      known.map((word) => ({ id: word, name: word })),
    );
  }

  #condition(expression: Condition): PassageFilter {
    const frame = this.#frame;
    switch (expression.field) {
      case 'coder': {
        const ids = this.#named(expression, [...frame.coders, ...frame.coders.map(({ id, initials }) => ({ id, name: initials }))]);
        return { kind: 'coding', holds: ({ coderId }) => ids.has(coderId) };
      }
      case 'stance': {
        const stances = this.#words(expression, STANCES);
        return { kind: 'coding', holds: ({ stance }) => stance !== null && stances.has(stance) };
      }
      case 'weight':
        return this.#weight(expression);
      case 'case':
      case 'group':
        return this.#cases(expression);
      case 'source': {
        const ids = this.#named(expression, frame.sources);
        return { kind: 'passage', holds: ({ sourceId }) => ids.has(sourceId) };
      }
      case 'kind': {
        const kinds = this.#words(expression, SOURCE_KINDS);
        const ids = new Set(frame.sources.filter(({ kind }) => kinds.has(kind)).map(({ id }) => id));
        return { kind: 'passage', holds: ({ sourceId }) => ids.has(sourceId) };
      }
      case 'participant': {
        const ids = this.#named(expression, frame.participants);
        return { kind: 'passage', holds: ({ participantIds }) => participantIds.some((id) => ids.has(id)) };
      }
      case 'speaker':
        return this.#speakers(expression);
      case 'date':
        return this.#dates(expression);
      case 'star': {
        const asked = this.#words(expression, STAR_VALUES);
        return { kind: 'passage', holds: ({ isStarred }) => asked.has(isStarred ? 'yes' : 'no') };
      }
      case 'attribute':
        return this.#attributes(expression);
    }
  }

  #weight(expression: Condition): PassageFilter {
    const asked = expression.values.map(Number);
    this.#miss(
      expression,
      expression.values.filter((_, index) => !Number.isFinite(asked[index])),
    );
    return { kind: 'coding', holds: ({ weight }) => weight !== null && asked.some((value) => holdsBy(expression.operator, weight - value)) };
  }

  #cases(expression: Condition): PassageFilter {
    const { groups, cases } = this.#frame;
    const ids =
      expression.field === 'case'
        ? this.#named(expression, cases)
        : new Set<string>([...this.#named(expression, groups)].flatMap((id) => groups.find((group) => group.id === id)?.caseIds ?? []));
    const held = casesOf(this.#frame);
    return { kind: 'passage', holds: (place) => [...held(place)].some((id) => ids.has(id)) };
  }

  /** By the label in the text or by the person's name. */
  #speakers(expression: Condition): PassageFilter {
    const { speakers, participants } = this.#frame;
    const labels = [...new Set(speakers.map(({ label }) => label))].map((label) => ({ id: `=${label}`, name: label }));
    const ids = this.#named(expression, [...labels, ...participants]);
    return {
      kind: 'passage',
      holds: (place) => place.labels.some((label) => ids.has(`=${label}`)) || place.participantIds.some((id) => ids.has(id)),
    };
  }

  #dates(expression: Condition): PassageFilter {
    this.#miss(
      expression,
      expression.values.filter((value) => !daysOf(value)),
    );
    const dates = new Map(this.#frame.sources.map(({ id, date }) => [id, date]));
    const { operator, values } = expression;
    return { kind: 'passage', holds: ({ sourceId }) => values.some((value) => dateHolds(operator, dates.get(sourceId) ?? '', value)) };
  }

  /** `case/Création` where attributes of cases and of sources have one name; without it, any of them. */
  #attributes(expression: Condition): PassageFilter {
    const name = expression.name ?? '';
    const named = this.#frame.attributes.filter((attribute) => attribute.name === name || `${attribute.scope}/${attribute.name}` === name);
    if (named.length === 0) this.unknown.push(`attribute ${quoted(name)}`);
    const readable = expression.values.map((value) => named.some((attribute) => this.#isValue(attribute, value, expression.operator)));
    if (named.length > 0)
      this.#miss(
        expression,
        expression.values.filter((_, index) => !readable[index]),
      );
    return joined(
      'or',
      named.map((attribute) => this.#attribute(attribute, expression)),
    );
  }

  #isValue(attribute: Attribute, value: string, operator: Operator): boolean {
    const kept = canonicalValue(value, attribute, 'fr');
    if (kept === null) return false;
    if (attribute.type !== 'text' || !['=', '!=', 'IN', 'NOT IN'].includes(operator)) return true;
    return this.#frame.values.some((given) => given.attributeId === attribute.id && given.value === kept);
  }

  #attribute(attribute: Attribute, { operator, values }: Condition): PassageFilter {
    const isOrdered = operator === '<' || operator === '<=' || operator === '>' || operator === '>=';
    if (isOrdered && (attribute.type === 'text' || attribute.type === 'choice'))
      throw new Refusal('expression.notOrdered', { attribute: attribute.name });
    const asked = values.flatMap((value) => canonicalValue(value, attribute, 'fr') ?? []);
    const compare = compareValues(attribute);
    const holds = (value: string): boolean => {
      if (value === '') return false;
      if (attribute.type === 'date') return asked.some((other) => dateHolds(operator, value, other));
      return asked.some((other) => (isOrdered ? holdsBy(operator, compare(value, other)) : value === other));
    };
    const own = this.#frame.values.filter(({ attributeId, value }) => attributeId === attribute.id && holds(value));
    const ids = new Set(own.map(({ targetId }) => targetId));
    const targets = targetsOf(this.#frame, attribute.scope);
    return { kind: 'passage', holds: (place) => [...targets(place)].some((id) => ids.has(id)) };
  }
}

function negated(filter: PassageFilter): PassageFilter {
  return filter.kind === 'coding' ? { kind: 'coding', holds: (coding) => !filter.holds(coding) } : { kind: 'not', of: filter };
}

/** Conditions on codings alone stay one such condition: together they are asked of one and the same coding. */
function joined(kind: 'and' | 'or', parts: readonly PassageFilter[]): PassageFilter {
  const holds = parts.flatMap((part) => (part.kind === 'coding' ? [part.holds] : []));
  if (parts.length === 0 || holds.length < parts.length) return { kind, parts };
  return { kind: 'coding', holds: (coding) => (kind === 'and' ? holds.every((one) => one(coding)) : holds.some((one) => one(coding))) };
}

/** All of these expressions at once. Refuses what cannot be read, and names that nobody and nothing has. */
export function compileFilter(expressions: readonly string[], frame: StudyFrame): PassageFilter {
  const compiler = new Compiler(frame);
  const filter = joined(
    'and',
    expressions.map((text) => compiler.filter(parseExpression(text))),
  );
  if (compiler.unknown.length > 0) throw new Refusal('expression.unknownNames', { names: [...new Set(compiler.unknown)] });
  return filter;
}
