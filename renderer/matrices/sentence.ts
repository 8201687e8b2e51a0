// A matrix read as a sentence: words, and the underlined words that open pickers.
import type { MatrixDefinition } from '../../shared/domain/matrix.ts';
import type { MatricesWords } from '../../shared/i18n/matrices.ts';
import type { Side } from './definition.ts';
import type { FilterWords } from '../../shared/i18n/matrix-filters.ts';
import { filterText } from './filter-words.ts';
import { axisName, listsCategories } from './frame.ts';
import type { ProjectFrame } from './frame.ts';

export type Slot =
  | { readonly kind: 'axis'; readonly side: Side; readonly index: number }
  | { readonly kind: 'join' }
  | { readonly kind: 'contents' }
  | { readonly kind: 'coders' }
  | { readonly kind: 'where'; readonly index: number };

export type SentencePart = { readonly kind: 'words'; readonly text: string } | { readonly kind: 'slot'; readonly slot: Slot; readonly text: string };

/** The rule of meeting says nothing unless two axes list categories. */
export function needsJoin(definition: MatrixDefinition): boolean {
  return [...definition.rows, ...definition.columns].filter(listsCategories).length > 1;
}

export function joinText(definition: MatrixDefinition, words: MatricesWords): string {
  const { join } = definition;
  return join.kind === 'near' ? words.joins.near(join.withinUtf16) : words.joins[join.kind];
}

export function codersText(definition: MatrixDefinition, frame: ProjectFrame, words: MatricesWords): string {
  const { coderIds } = definition;
  if (coderIds === null) return words.allCoders;
  const names = frame.coders.filter(({ id }) => coderIds.includes(id)).map(({ name }) => name);
  return words.codingsOf(names.length > 0 ? names : [words.nobody]);
}

function axisParts(definition: MatrixDefinition, side: Side, frame: ProjectFrame, words: MatricesWords): SentencePart[] {
  return definition[side].flatMap((spec, index): SentencePart[] => {
    const slot: SentencePart = { kind: 'slot', slot: { kind: 'axis', side, index }, text: axisName(spec, frame, words) };
    return index === 0 ? [slot] : [{ kind: 'words', text: words.then }, slot];
  });
}

function filterParts({ where = [] }: MatrixDefinition, words: FilterWords): SentencePart[] {
  return where.flatMap((expression, index): SentencePart[] => [
    { kind: 'words', text: index === 0 ? words.where : words.andWhere },
    { kind: 'slot', slot: { kind: 'where', index }, text: filterText(expression, words) },
  ]);
}

export function sentenceOf(definition: MatrixDefinition, frame: ProjectFrame, words: MatricesWords, filters: FilterWords): SentencePart[] {
  const say = (text: string): SentencePart => ({ kind: 'words', text });
  const slot = (kind: 'join' | 'contents' | 'coders', text: string): SentencePart => ({ kind: 'slot', slot: { kind }, text });
  return [
    say(words.cross),
    ...axisParts(definition, 'rows', frame, words),
    say(words.with),
    ...axisParts(definition, 'columns', frame, words),
    ...(needsJoin(definition) ? [say(words.meet), slot('join', joinText(definition, words))] : []),
    ...filterParts(definition, filters),
    say(words.show),
    slot('contents', words.listed(definition.contents.map((content) => words.contents[content]))),
    say(words.by),
    slot('coders', codersText(definition, frame, words)),
    say(words.end),
  ];
}

/** `Dimensions × Familles d’outils × Cas`: what a matrix is called until it has a name. */
export function shortName(definition: MatrixDefinition, frame: ProjectFrame, words: MatricesWords): string {
  return [...definition.rows, ...definition.columns].map((spec) => axisName(spec, frame, words)).join(' × ');
}
