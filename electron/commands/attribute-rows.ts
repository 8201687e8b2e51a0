// Rows of attributes and of their values, as several commands write them: a value is kept in the form of its type.
import { canonicalValue } from '../../shared/domain/attribute-value.ts';
import type { ValueKind } from '../../shared/domain/attribute-value.ts';
import type { Attribute, AttributeScope, AttributeType } from '../../shared/domain/corpus.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { AttributeId } from '../../shared/domain/ids.ts';
import { readProject } from '../queries/project.ts';
import type { Row } from '../storage/schema.ts';
import { nextPosition } from './rows.ts';
import { newId } from './run-command.ts';
import type { CommandContext, Session } from './run-command.ts';

/** An attribute as the values given to it are read. */
export type TypedAttribute = Pick<Attribute, 'id' | 'name' | 'type' | 'choices'>;

export function typed(row: Row<'attribute'>): TypedAttribute {
  return { id: row.id as AttributeId, name: row.name, type: row.type, choices: JSON.parse(row.choices) as string[] };
}

export const hasChoices = (type: AttributeType): boolean => type === 'choice' || type === 'ordered';

export function choicesColumn(type: AttributeType, choices: readonly string[]): string {
  return JSON.stringify(hasChoices(type) ? [...new Set(choices)] : []);
}

export function attributeByName({ project }: Session, scope: AttributeScope, name: string): Row<'attribute'> | undefined {
  return project.sqlite.prepare<[string, string], Row<'attribute'>>('SELECT * FROM attribute WHERE scope = ? AND name = ?').get(scope, name);
}

export function insertAttribute(context: CommandContext, scope: AttributeScope, name: string, { type, choices }: ValueKind): TypedAttribute {
  const id = newId<AttributeId>();
  context.writer.insert('attribute', { id, scope, name, position: nextPosition(context, 'attribute'), type, choices: choicesColumn(type, choices) });
  return { id, name, type, choices };
}

/** Reads what is typed into the project's attributes: the form that is kept, or null for what is no value of the attribute's type. */
export function valueReader({ project }: Session): (value: string, attribute: ValueKind) => string | null {
  const { language } = readProject(project);
  return (value, attribute) => canonicalValue(value, attribute, language);
}

/** Writes values, many of them quickly; an empty one removes what was there. */
export function valueWriter({ project, writer }: CommandContext): (attributeId: string, targetId: string, value: string) => void {
  const find = project.sqlite.prepare<[string, string], { id: string }>('SELECT id FROM attribute_value WHERE attribute_id = ? AND target_id = ?');
  return (attributeId, targetId, value) => {
    const present = find.get(attributeId, targetId);
    if (present && value === '') writer.remove('attribute_value', present.id);
    else if (present) writer.update('attribute_value', present.id, { value });
    else if (value !== '') writer.insert('attribute_value', { id: newId(), attributeId, targetId, value });
  };
}

/** An empty value removes it. */
export function writeValue(context: CommandContext, attributeId: string, targetId: string, value: string): void {
  valueWriter(context)(attributeId, targetId, value);
}

const MOST_NAMED = 5;

export function firstFew(values: readonly string[]): string[] {
  const distinct = [...new Set(values)];
  return distinct.length > MOST_NAMED ? [...distinct.slice(0, MOST_NAMED), '…'] : distinct;
}

/** The refusal of values that are not of their attributes' types, naming the first few. */
export function refuseValues(wrong: readonly { readonly attribute: string; readonly value: string }[]): Refusal {
  const [names, values] = [firstFew(wrong.map(({ attribute }) => attribute)), firstFew(wrong.map(({ value }) => value))];
  const [name, value] = [names[0] ?? '', values[0] ?? ''];
  if (names.length === 1 && values.length === 1) return new Refusal('attribute.valueOfOtherType', { name, value });
  return new Refusal('attribute.valuesOfOtherType', { name: names, values });
}
