// A category that holds too much is split: its passages, sorted by hand, go to new categories or to others of its grid.
import { Refusal } from '../../shared/domain/failure.ts';
import type { CategoryId, PassageId } from '../../shared/domain/ids.ts';
import { codingsOf, moveCodings } from './coding-rows.ts';
import { insertCategory } from './category-rows.ts';
import { requireRow } from './rows.ts';
import { runCommand } from './run-command.ts';
import type { CommandContext, Session } from './run-command.ts';
import type { Row } from '../storage/schema.ts';

/** A new category by its name, or one that exists. */
export type SplitTarget = { readonly name: string } | { readonly categoryId: CategoryId };

export interface Split {
  readonly categoryId: CategoryId;
  readonly targets: readonly SplitTarget[];
  /** New ones go below the category; else beside it. */
  readonly below: boolean;
  /** Passage → place in `targets`; a passage that is not named stays. */
  readonly sorted: readonly { readonly passageId: PassageId; readonly target: number }[];
}

function targetId(context: CommandContext, from: Row<'category'>, target: SplitTarget, below: boolean): CategoryId {
  if ('name' in target) {
    const parentId = (below ? from.id : from.parentId) as CategoryId | null;
    const { color, origin } = from;
    return insertCategory(context, { gridId: from.gridId as never, parentId, name: target.name, origin, color });
  }
  const known = requireRow(context, 'category', target.categoryId, 'category.unknown');
  if (known.id === from.id) throw new Refusal('category.sameTwice', { name: from.name });
  if (known.gridId !== from.gridId) throw new Refusal('category.otherGrid', { name: known.name });
  return target.categoryId;
}

/** All in one act. Answers with the categories in the order asked for. */
export function splitCategory(session: Session, input: Split): CategoryId[] {
  const from = requireRow(session, 'category', input.categoryId, 'category.unknown');
  const byPassage = Map.groupBy(codingsOf(session, [from.id]), ({ passageId }) => passageId);
  const unknown = input.sorted.some(({ passageId, target }) => !byPassage.has(passageId) || target >= input.targets.length);
  if (unknown) throw new Refusal('coding.unknown');
  const subject = { name: from.name, count: input.targets.length };
  return runCommand(session, { name: 'category.split', input, subject }, (context) => {
    const ids = input.targets.map((target) => targetId(context, from, target, input.below));
    const seen = new Map(input.sorted.map(({ passageId, target }) => [passageId, ids[target]]));
    for (const [passageId, intoId] of seen) if (intoId !== undefined) moveCodings(context, byPassage.get(passageId) ?? [], intoId);
    return ids;
  });
}
