// What each row names: by the schema's keys, and by ids that the schema does not know of (memos, values, crossings, rules, texts with links).
import { entityKeysIn, crossingKey } from '../../../shared/domain/matrix.ts';
import type { WhenGone } from '../../../shared/domain/merge-rules.ts';
import { TABLE_OF_ENTITY, TABLE_OF_TARGET } from '../../queries/entity-tables.ts';
import type { Columns } from '../../storage/writer.ts';
import type { MergedStudy } from './merged-study.ts';

export interface Reference {
  readonly column: string;
  readonly table: string;
  readonly id: string;
  readonly whenGone: WhenGone;
}

const OF_SCOPE: Readonly<Record<string, string>> = { case: 'study_case', source: 'source', participant: 'participant' };

function entityReferences(column: string, key: string, whenGone: WhenGone): Reference[] {
  return entityKeysIn(key).flatMap((entity) => {
    const [, kind = '', id = ''] = /^([a-zA-Z]+):([0-9a-f-]{36})/u.exec(entity) ?? [];
    return Object.hasOwn(TABLE_OF_ENTITY, kind) && id !== ''
      ? [{ column, table: TABLE_OF_ENTITY[kind as keyof typeof TABLE_OF_ENTITY], id, whenGone }]
      : [];
  });
}

function targetReferences(kind: string, id: string, whenGone: WhenGone): Reference[] {
  if (kind === 'cell') return entityReferences('target_id', id, whenGone);
  return Object.hasOwn(TABLE_OF_TARGET, kind)
    ? [{ column: 'target_id', table: TABLE_OF_TARGET[kind as keyof typeof TABLE_OF_TARGET], id, whenGone }]
    : [];
}

/** What the schema does not say. */
function looseReferences(study: MergedStudy, table: string, row: Columns): Reference[] {
  const { crossing, whenGone = {} } = study.rule(table);
  if (crossing !== undefined) return entityReferences(crossing, String(row[crossing]), whenGone[crossing] ?? 'keep');
  if (table === 'memo' || table === 'memo_link')
    return targetReferences(String(row.target_kind), String(row.target_id), whenGone.target_id ?? 'keep');
  if (table !== 'attribute_value') return [];
  const attribute = study.get('attribute', String(row.attribute_id)) ?? study.anywhere('attribute', String(row.attribute_id));
  const target = OF_SCOPE[String(attribute?.scope)];
  return target === undefined ? [] : [{ column: 'target_id', table: target, id: String(row.target_id), whenGone: 'keep' }];
}

export function referencesOf(study: MergedStudy, table: string, row: Columns): Reference[] {
  const { whenGone = {} } = study.rule(table);
  const keys = study.copies.shape(table).references.flatMap(({ column, table: target }) => {
    const id = row[column];
    return typeof id === 'string' ? [{ column, table: target, id, whenGone: whenGone[column] ?? 'keep' }] : [];
  });
  return [...keys, ...looseReferences(study, table, row)];
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gu;

/** A list of JSON with ids made others: each stands once. */
function deduplicated(value: unknown): unknown {
  if (Array.isArray(value)) return value.every((one) => typeof one === 'string') ? [...new Set(value)] : value.map(deduplicated);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, deduplicated(one)]));
}

/** Rows whose `target_id` names one of several kinds of things, or a crossing. */
const NAMING_ANYTHING: ReadonlySet<string> = new Set(['memo', 'memo_link', 'attribute_value', 'review_comment']);

/** The row with one id for another wherever it names one. `became`: id → id. */
export function renamed(study: MergedStudy, table: string, row: Columns, became: (id: string) => string | undefined): Columns {
  const { crossing, naming = [] } = study.rule(table);
  const swap = (text: string): string => text.replace(UUID, (id) => became(id) ?? id);
  const result: Record<string, Columns[string]> = { ...row };
  for (const { column } of study.copies.shape(table).references) {
    const id = row[column];
    if (typeof id === 'string') result[column] = became(id) ?? id;
  }
  for (const column of naming) {
    const text = row[column];
    const swapped = typeof text === 'string' ? swap(text) : text;
    if (typeof swapped === 'string' && swapped !== text) result[column] = JSON.stringify(deduplicated(JSON.parse(swapped)));
  }
  const keyed = crossing ?? (NAMING_ANYTHING.has(table) ? 'target_id' : undefined);
  const key = keyed === undefined ? null : row[keyed];
  if (keyed !== undefined && typeof key === 'string' && swap(key) !== key) result[keyed] = crossingKey(entityKeysIn(swap(key)));
  return result;
}
