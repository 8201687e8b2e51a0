// A filter read as part of a sentence, and what each of its fields can be compared with.
import { shownValue } from '../../shared/domain/attribute-value.ts';
import { fullPath } from '../../shared/domain/category-path.ts';
import { parseExpression } from '../../shared/domain/expression-parse.ts';
import { STAR_VALUES } from '../../shared/domain/expression.ts';
import type { Expression } from '../../shared/domain/expression.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import { SOURCE_KINDS, STANCES } from '../../shared/domain/source.ts';
import type { FilterWords } from '../../shared/i18n/matrix-filters.ts';
import { isNegative } from './filter-model.ts';
import type { RowField } from './filter-model.ts';
import { valuesOf } from './frame.ts';
import type { Pickable, ProjectFrame } from './frame.ts';

const lastLevel = (path: string): string => path.split(/\s*>\s*/u).at(-1) ?? path;

function valueWord(field: string, value: string, words: FilterWords): string {
  const kind = field === 'kind' ? SOURCE_KINDS.find((each) => each === value) : undefined;
  const stance = field === 'stance' ? STANCES.find((each) => each === value) : undefined;
  if (kind) return words.kinds[kind];
  return stance ? words.coded(words.stances[stance]) : value;
}

/** `cas est Pôle 1 ou Pôle 2` */
export function readable(expression: Expression, words: FilterWords): string {
  const inside = (part: Expression): string => (part.kind === 'and' || part.kind === 'or' ? `(${readable(part, words)})` : readable(part, words));
  switch (expression.kind) {
    case 'category':
      return words.coded(lastLevel(expression.path));
    case 'not':
      return `${words.not}${inside(expression.of)}`;
    case 'and':
    case 'or':
      return expression.parts.map(inside).join(words[expression.kind]);
    case 'relation':
      return `${inside(expression.first)} ${words.relations[expression.relation](expression.withinUtf16)} ${inside(expression.second)}`;
    case 'condition': {
      const { field, name, operator, values } = expression;
      if (field === 'star' && values.length === 1) return words.starred((values[0] === 'yes') !== isNegative(operator));
      return `${name ?? words.fields[field]} ${words.operators[operator]} ${values.map((value) => valueWord(field, value, words)).join(words.or)}`;
    }
  }
}

/** In the sentence; what cannot be read stands as it was written. */
export function filterText(where: string, words: FilterWords): string {
  try {
    return readable(parseExpression(where), words);
  } catch (error) {
    if (error instanceof Refusal) return where;
    throw error;
  }
}

const named = (things: readonly { readonly name: string }[]): Pickable[] =>
  [...new Set(things.map(({ name }) => name))].map((name) => ({ id: name, name, hint: '' }));

/** What a field can be; null where it is typed: a date, a weight, a number. */
export function valuesOffered(
  field: RowField,
  name: string | null,
  frame: ProjectFrame,
  words: FilterWords,
  language: 'fr' | 'en',
): Pickable[] | null {
  const { corpus, codebook } = frame;
  switch (field) {
    case 'category':
      return codebook.flatMap((grid) => grid.categories.map((category) => ({ id: fullPath(grid, category), name: category.name, hint: grid.title })));
    case 'case':
      return named(corpus.cases);
    case 'group':
      return named(corpus.groups);
    case 'source':
      return named(corpus.sources);
    case 'participant':
      return named(corpus.participants);
    case 'speaker':
      return named(corpus.speakers.map(({ label }) => ({ name: label })));
    case 'coder':
      return named(frame.coders);
    case 'kind':
      return SOURCE_KINDS.map((kind) => ({ id: kind, name: words.kinds[kind], hint: '' }));
    case 'stance':
      return STANCES.map((stance) => ({ id: stance, name: words.stances[stance], hint: '' }));
    case 'star':
      return STAR_VALUES.map((value) => ({ id: value, name: words.stars[value], hint: '' }));
    case 'attribute': {
      const attribute = corpus.attributes.find((each) => each.name === name);
      if (!attribute || attribute.type === 'number' || attribute.type === 'date') return attribute ? null : [];
      return valuesOf(attribute.id, frame).map((value) => ({ id: value, name: shownValue(value, attribute.type, language), hint: '' }));
    }
    default:
      return null;
  }
}
