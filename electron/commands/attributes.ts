// Changes what an attribute is: its name, its type, what can be chosen. What was said with it stays said.
import { shownValue } from '../../shared/domain/attribute-value.ts';
import type { ValueKind } from '../../shared/domain/attribute-value.ts';
import type { AttributeType } from '../../shared/domain/corpus.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { AttributeId } from '../../shared/domain/ids.ts';
import { readProject } from '../queries/project.ts';
import { attributeByName, choicesColumn, firstFew, hasChoices, typed, valueReader } from './attribute-rows.ts';
import type { TypedAttribute } from './attribute-rows.ts';
import { moveCells } from './cell-rows.ts';
import { requireRow } from './rows.ts';
import { runCommand } from './run-command.ts';
import type { CommandContext, Session } from './run-command.ts';

export interface AttributeUpdate {
  readonly attributeId: AttributeId;
  readonly name?: string | undefined;
  readonly type?: AttributeType | undefined;
  readonly choices?: readonly string[] | undefined;
}

interface KeptValue {
  readonly id: string;
  readonly value: string;
}

function valuesOf({ project }: Session, attributeId: string): KeptValue[] {
  return project.sqlite.prepare<[string], KeptValue>('SELECT id, value FROM attribute_value WHERE attribute_id = ? ORDER BY rowid').all(attributeId);
}

/** What the attribute becomes. One that turns into a choice without saying between what gets what people wrote, in that order. */
function kindAfter(input: AttributeUpdate, before: TypedAttribute, kept: readonly KeptValue[], shown: (value: string) => string): ValueKind {
  const type = input.type ?? before.type;
  if (!hasChoices(type)) return { type, choices: [] };
  if (input.choices !== undefined) return { type, choices: input.choices };
  return { type, choices: hasChoices(before.type) ? before.choices : [...new Set(kept.map(({ value }) => shown(value)))] };
}

/**
 * Rewrites the present values in the form of the new type; what was written of them in cells goes along. Refuses
 * (`attribute.valuesOfOtherType`) where some are not of this type, or are a choice that would go.
 */
function convertValues(context: CommandContext, before: TypedAttribute, after: ValueKind, kept: readonly KeptValue[]): void {
  const { language } = readProject(context.project);
  const read = valueReader(context);
  const shown = (value: string): string => shownValue(value, before.type, language);
  // as text, « oui » says more than `yes`; a number and a date are read from the form that is kept
  const readings = (value: string): string[] => (before.type === 'yesNo' ? [shown(value), value] : [value, shown(value)]);
  const converted = new Map<string, string>();
  const wrong: string[] = [];
  for (const { value } of kept) {
    const next = readings(value)
      .map((reading) => read(reading, after))
      .find((reading) => reading !== null);
    if (next === undefined) wrong.push(shown(value));
    else converted.set(value, next ?? '');
  }
  if (wrong.length > 0) throw new Refusal('attribute.valuesOfOtherType', { name: before.name, values: firstFew(wrong) });
  for (const { id, value } of kept) context.writer.update('attribute_value', id, { value: converted.get(value) });
  for (const [value, next] of converted) if (next !== value) moveCells(context, `attribute:${before.id}=${value}`, `attribute:${before.id}=${next}`);
}

/** Refuses (`attribute.nameTaken`) a name that another attribute of the same scope has. */
export function updateAttribute(session: Session, input: AttributeUpdate): void {
  const row = requireRow(session, 'attribute', input.attributeId, 'attribute.unknown');
  const named = input.name === undefined ? undefined : attributeByName(session, row.scope, input.name);
  if (named && named.id !== row.id) throw new Refusal('attribute.nameTaken', { name: named.name });
  const before = typed(row);
  const kept = valuesOf(session, row.id);
  const { language } = readProject(session.project);
  const after = kindAfter(input, before, kept, (value) => shownValue(value, before.type, language));
  runCommand(session, { name: 'attribute.update', input, subject: { name: input.name ?? row.name } }, (context) => {
    const choices = choicesColumn(after.type, after.choices);
    const isOther = after.type !== row.type || choices !== row.choices;
    context.writer.update('attribute', row.id, { name: input.name, type: after.type, choices });
    if (isOther) convertValues(context, before, after, kept);
  });
}
