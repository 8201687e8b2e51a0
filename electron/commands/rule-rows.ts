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
