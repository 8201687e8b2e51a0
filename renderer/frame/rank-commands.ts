// Which entries of the command field answer what was typed: every word must occur, accents and case aside; names that begin with it come first.
import { folded } from '../../shared/domain/category.ts';

export const COMMAND_GROUPS = ['reference', 'screen', 'action', 'analysis', 'source', 'category'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

export interface CommandEntry {
  readonly id: string;
  readonly group: CommandGroup;
  readonly label: string;
  /** Where it belongs: a grid, a case; searched too, but counts for less. */
  readonly detail?: string;
  readonly keys?: string;
  /** `#rrggbb` of a category. */
  readonly color?: string;
  readonly run: () => void;
}

const BEGINS = 3;
const BEGINS_A_WORD = 2;
const OCCURS = 1;
const IN_DETAIL = 0.5;
/** All that was typed, as it was typed, at the start. */
const BEGINS_WHOLE = 2;

interface Folded {
  readonly label: string;
  readonly detail: string;
}

const foldedEntries = new WeakMap<CommandEntry, Folded>();

/** Folding a name costs far more than looking into it, and every letter looks into all of them. */
function foldedOf(entry: CommandEntry): Folded {
  let known = foldedEntries.get(entry);
  if (known === undefined) foldedEntries.set(entry, (known = { label: folded(entry.label), detail: folded(entry.detail ?? '') }));
  return known;
}

/** 0 when the word does not occur; else the better the earlier it stands. */
function scoreOf(word: string, label: string, detail: string): number {
  const at = label.indexOf(word);
  if (at === 0) return BEGINS;
  if (at > 0) return label.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word)) ? BEGINS_A_WORD : OCCURS;
  return detail.includes(word) ? IN_DETAIL : 0;
}

/**
 * Entries for a query, best first; equal ones keep their order. Nothing typed: the first entries of each group.
 * @param perGroup how many sources and categories to show before anything is typed
 */
export function rankCommands(entries: readonly CommandEntry[], query: string, limit = 60, perGroup = 4): CommandEntry[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  const typed = words.join(' ');
  if (words.length === 0) {
    return COMMAND_GROUPS.flatMap((group) => {
      const ofGroup = entries.filter((entry) => entry.group === group);
      return group === 'screen' || group === 'action' ? ofGroup : ofGroup.slice(0, perGroup);
    });
  }
  const scored: { entry: CommandEntry; score: number }[] = [];
  for (const entry of entries) {
    const { label, detail } = foldedOf(entry);
    const scores = words.map((word) => scoreOf(word, label, detail));
    if (!scores.includes(0)) scored.push({ entry, score: scores.reduce((sum, score) => sum + score, label.startsWith(typed) ? BEGINS_WHOLE : 0) });
  }
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ entry }) => entry);
}

/** The answers under one heading per group; the group of the best answer stands first. */
export function underHeadings(ranked: readonly CommandEntry[]): { group: CommandGroup; entries: CommandEntry[] }[] {
  const groups = [...new Set(ranked.map((entry) => entry.group))];
  return groups.map((group) => ({ group, entries: ranked.filter((entry) => entry.group === group) }));
}

const PAGE = 8;

/** The 0-based answer that a key leads to; the arrows go round. Null when the key does not move. */
export function stepInList(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at - 1 + count) % count;
    case 'PageDown':
      return Math.min(count - 1, at + PAGE);
    case 'PageUp':
      return Math.max(0, at - PAGE);
    default:
      return null;
  }
}
