// Values of attributes as one list to choose from, and back.
import type { Attribute, AttributeValue } from '../../shared/domain/corpus.ts';
import type { AttributeId } from '../../shared/domain/ids.ts';
import type { SearchFilter } from '../../shared/domain/search.ts';

export interface ValueOption {
  readonly id: string;
  readonly label: string;
}

interface Attributes {
  readonly attributes: readonly Attribute[];
  readonly values: readonly AttributeValue[];
}

/** A UUID has no space. */
const optionId = (attributeId: string, value: string): string => `${attributeId} ${value}`;

/** `Statut : élu`, attribute by attribute, each value once. */
export function attributeOptions({ attributes, values }: Attributes): ValueOption[] {
  const byAttribute = Map.groupBy(values, ({ attributeId }) => attributeId);
  return attributes.flatMap(({ id, name }) =>
    [...new Set((byAttribute.get(id) ?? []).map(({ value }) => value))]
      .sort((a, b) => a.localeCompare(b, 'fr', { numeric: true }))
      .map((value) => ({ id: optionId(id, value), label: `${name}\u00a0: ${value}` })),
  );
}

export function optionIds({ attributes }: SearchFilter): string[] {
  return attributes.flatMap(({ attributeId, values }) => values.map((value) => optionId(attributeId, value)));
}

export function attributesFrom(ids: readonly string[]): SearchFilter['attributes'] {
  const pairs = ids.map((id) => ({ attributeId: id.slice(0, id.indexOf(' ')) as AttributeId, value: id.slice(id.indexOf(' ') + 1) }));
  return [...Map.groupBy(pairs, ({ attributeId }) => attributeId)].map(([attributeId, own]) => ({
    attributeId,
    values: own.map(({ value }) => value),
  }));
}
