// Keeps rules of autocoding true when what they name goes away or becomes something else.
import type { KeptRule } from '../../shared/domain/coding-rule.ts';
import { keptRuleOf } from '../queries/coding-rules.ts';
import type { CommandContext } from './run-command.ts';

function rulesNaming({ project }: CommandContext, id: string): { id: string; definition: string }[] {
  return project.sqlite
    .prepare<[string], { id: string; definition: string }>('SELECT id, definition FROM coding_rule WHERE instr(definition, ?) > 0')
    .all(id);
}

/** As the file keeps it. */
export function definitionOf(rule: KeptRule): string {
  return JSON.stringify(rule);
}

/** A category goes: rules apply the others that they name; one that is left with none waits for another. */
export function dropCategoryFromRules(context: CommandContext, categoryId: string): void {
  for (const { id, definition } of rulesNaming(context, categoryId)) {
    const rule = keptRuleOf(definition);
    const categoryIds = rule.categoryIds.filter((each) => each !== categoryId);
    context.writer.update('coding_rule', id, { definition: definitionOf({ ...rule, categoryIds }) });
  }
}

/** What rules named is another from now on: a category or a person that was merged. */
export function renameInRules(context: CommandContext, fromId: string, intoId: string): void {
  for (const { id, definition } of rulesNaming(context, fromId)) {
    const rule = keptRuleOf(definition.replaceAll(fromId, intoId));
    const { find } = rule;
    const once = find.kind === 'speaker' ? { ...find, participantIds: [...new Set(find.participantIds)] } : find;
    context.writer.update('coding_rule', id, { definition: definitionOf({ ...rule, find: once, categoryIds: [...new Set(rule.categoryIds)] }) });
  }
}

/** Whether any rule leaves places out. */
export function hasExclusions({ project }: CommandContext): boolean {
  return project.sqlite.prepare(`SELECT 1 FROM coding_rule WHERE json_array_length(definition, '$.excluded') > 0 LIMIT 1`).get() !== undefined;
}

/**
 * Places that a researcher left out are named by the turn that they begin in. Where a turn's text is in other turns now, they are left out
 * in each of these: nothing that was rejected comes back to be coded. Of equal words in turns that were joined it may be another one.
 * `moved`: turns whose text is elsewhere, or not in themselves alone.
 */
export function moveExclusions(context: CommandContext, moved: ReadonlyMap<string, readonly string[]>): void {
  const named = new Map([...moved.keys()].flatMap((turnId) => rulesNaming(context, turnId)).map(({ id, definition }) => [id, definition]));
  for (const [id, definition] of named) {
    const rule = keptRuleOf(definition);
    const excluded = new Set(rule.excluded.filter((key) => !moved.has(key.split(' ')[0] ?? '')));
    for (const key of rule.excluded) {
      const [turnId = '', words = '', time = '1'] = key.split(' ');
      for (const into of moved.get(turnId) ?? []) {
        let place = Number(time);
        while (excluded.has(`${into} ${words} ${place}`)) place += 1;
        excluded.add(`${into} ${words} ${place}`);
      }
    }
    context.writer.update('coding_rule', id, { definition: definitionOf({ ...rule, excluded: [...excluded] }) });
  }
}
