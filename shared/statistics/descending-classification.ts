// Descending classification (Reinert): texts are cut in two, then the largest group again, until there are as many classes as asked. A
// double classification keeps only what two segmentations of different grain agree on.
import { signedChiSquare, SIGNIFICANT } from './chi-square-association.ts';
import { formsKept, splitInTwo } from './reinert-split.ts';
import type { Pruning, TextForms } from './reinert-split.ts';
import { isUndefined } from './undefined.ts';

/** How classes came apart: the first cut is the root's. */
export type ClassTree =
  | { readonly kind: 'class'; readonly place: number }
  | { readonly kind: 'cut'; readonly order: number; readonly chiSquare: number; readonly parts: readonly [ClassTree, ClassTree] };

export interface Classification {
  /** Of each text its class, from 0 in the order of the tree; −1 for texts that are in none. */
  readonly classes: Int32Array;
  readonly count: number;
  readonly tree: ClassTree;
}

export interface ClassificationSetting extends Pruning {
  readonly classes: number;
  /** Smaller groups are not cut; a smaller part that comes off is no class: its texts are in none. */
  readonly leastMembers: number;
}

interface Group {
  /** Places in the texts given. */
  members: readonly number[];
  forms: ReadonlySet<number> | null;
  cut: { readonly order: number; readonly chiSquare: number; readonly parts: readonly [Group, Group] } | null;
  isWhole: boolean;
}

/** Only some of the texts, by only some of the forms, numbered anew so that small groups cost little. */
function part({ texts }: TextForms, { members, forms }: Group): TextForms & { readonly names: readonly number[] } {
  const numbers = new Map<number, number>();
  const names: number[] = [];
  const numberOf = (form: number): number => {
    const known = numbers.get(form);
    if (known !== undefined) return known;
    numbers.set(form, names.length);
    return names.push(form) - 1;
  };
  const own = members.map((at) => {
    const text = texts[at] ?? new Int32Array();
    return (forms === null ? text : text.filter((form) => forms.has(form))).map(numberOf);
  });
  return { texts: own, forms: names.length, names };
}

const groupOf = (members: readonly number[], forms: ReadonlySet<number> | null): Group => ({ members, forms, cut: null, isWhole: false });

/** Null where no two parts are large enough: then what came off has left the group, or the group cannot be cut at all. */
function* cutGroup(
  all: TextForms,
  group: Group,
  order: number,
  { leastMembers, ...pruning }: Pruning & { readonly leastMembers: number },
): Generator<void, readonly [Group, Group] | null> {
  const own = part(all, group);
  const split = yield* splitInTwo(own);
  if (!split) {
    group.isWhole = true;
    return null;
  }
  const kept = formsKept(own, split, pruning);
  const half = (which: 0 | 1): Group =>
    groupOf(
      split.groups[which].map((at) => group.members[at] ?? 0),
      new Set([...kept[which]].map((form) => own.names[form] ?? 0)),
    );
  const parts = [half(0), half(1)] as const;
  const [larger, smaller] = parts[0].members.length >= parts[1].members.length ? parts : [parts[1], parts[0]];
  if (smaller.members.length >= leastMembers) {
    group.cut = { order, chiSquare: split.chiSquare, parts };
    return parts;
  }
  group.members = larger.members;
  group.forms = larger.forms;
  return null;
}

function numbered(root: Group, texts: number): Classification {
  const classes = new Int32Array(texts).fill(-1);
  let count = 0;
  const walk = ({ members, cut }: Group): ClassTree => {
    if (cut) return { kind: 'cut', order: cut.order, chiSquare: cut.chiSquare, parts: [walk(cut.parts[0]), walk(cut.parts[1])] };
    for (const at of members) classes[at] = count;
    count += 1;
    return { kind: 'class', place: count - 1 };
  };
  const tree = walk(root);
  return { classes, count, tree };
}

/** Null where the texts cannot be cut at all. Yields where others may be answered. */
export function* classifyTexts(all: TextForms, { classes, leastMembers, ...pruning }: ClassificationSetting): Generator<void, Classification | null> {
  const root = groupOf(
    all.texts.flatMap((text, at) => (text.length > 0 ? [at] : [])),
    null,
  );
  let leaves = [root];
  for (let order = 1; leaves.length < classes; ) {
    const largest = leaves
      .filter(({ isWhole, members }) => !isWhole && members.length >= leastMembers)
      .reduce<Group | null>((best, group) => (best && best.members.length >= group.members.length ? best : group), null);
    if (!largest) break;
    const parts = yield* cutGroup(all, largest, order, { leastMembers, ...pruning });
    if (!parts) continue;
    order += 1;
    leaves = leaves.flatMap((group) => (group === largest ? parts : [group]));
  }
  return root.cut ? numbered(root, all.texts.length) : null;
}

/** The tree without the classes that were not kept; the others numbered anew by `renumbered`. */
function pruned(tree: ClassTree, renumbered: ReadonlyMap<number, number>): ClassTree | null {
  if (tree.kind === 'class') {
    const place = renumbered.get(tree.place);
    return place === undefined ? null : { kind: 'class', place };
  }
  const [first, second] = [pruned(tree.parts[0], renumbered), pruned(tree.parts[1], renumbered)];
  return first && second ? { ...tree, parts: [first, second] } : (first ?? second);
}

/**
 * What two classifications of the same texts agree on: pairs of their classes that share more texts than chance would have it, largest
 * first, each class in one pair; the texts of no pair are in no class. Null where nothing is agreed on.
 */
export function agreedClasses(one: Classification, other: Classification, leastMembers: number): Classification | null {
  const shared = Array.from({ length: one.count }, () => new Float64Array(other.count));
  const [ofOne, ofOther] = [new Float64Array(one.count), new Float64Array(other.count)];
  let all = 0;
  one.classes.forEach((first, at) => {
    const second = other.classes[at] ?? -1;
    const row = shared[first];
    if (!row || second < 0) return;
    all += 1;
    row[second] = (row[second] ?? 0) + 1;
    ofOne[first] = (ofOne[first] ?? 0) + 1;
    ofOther[second] = (ofOther[second] ?? 0) + 1;
  });
  const pairs = shared.flatMap((row, first) =>
    Array.from(row).flatMap((both, second) => {
      const association = signedChiSquare({ all, inGroup: ofOne[first] ?? 0, withTrait: ofOther[second] ?? 0, both });
      return both >= leastMembers && !isUndefined(association) && association > SIGNIFICANT ? [{ first, second, both }] : [];
    }),
  );
  pairs.sort((a, b) => b.both - a.both || a.first - b.first || a.second - b.second);
  const chosen = new Map<number, number>();
  for (const { first, second } of pairs) if (!chosen.has(first) && ![...chosen.values()].includes(second)) chosen.set(first, second);
  const renumbered = new Map([...chosen.keys()].sort((a, b) => a - b).map((place, at) => [place, at]));
  const tree = pruned(one.tree, renumbered);
  if (!tree) return null;
  const classes = one.classes.map((own, at) => (chosen.get(own) === other.classes[at] && own >= 0 ? (renumbered.get(own) ?? -1) : -1));
  return { classes, count: renumbered.size, tree };
}
