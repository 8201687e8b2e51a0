// What members of a group say, gathered under headings: the beginning of the group's own synthesis.
import type { MemberCard } from '../../shared/domain/cell-card.ts';
import { headingOf, writtenTextOfWords } from '../../shared/domain/written-text.ts';
import type { BlockNode } from '../../shared/domain/written-text.ts';

/** Members in their order, each under its name; those without a synthesis are left out. */
export function gatheredBlocks(members: readonly MemberCard[]): BlockNode[] {
  return members.flatMap(({ label, synthesis, document }) =>
    synthesis === null ? [] : [headingOf('h3', label), ...(document ?? writtenTextOfWords(synthesis)).root.children],
  );
}
