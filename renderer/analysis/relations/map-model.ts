// What a concept map shows: its boxes, the links between them, what co-occurrence proposes beside; and room for what is added.
import type { Codebook } from '../../../shared/domain/category.ts';
import type { CategoryId } from '../../../shared/domain/ids.ts';
import type { CoOccurrences } from '../../../shared/domain/relation.ts';
import type { ConceptMap, LinkType, MapNode, TypedLink } from '../../../shared/domain/typed-link.ts';
import type { MapBox, MapEdge } from '../../../shared/figure/concept-map-figure.ts';
import type { LinksWords } from '../../../shared/i18n/links.ts';

export interface Proposal {
  readonly a: CategoryId;
  readonly b: CategoryId;
  readonly count: number;
}

const PROPOSED_COLOR = '#8a8578';

export function boxesOf(nodes: readonly MapNode[], codebook: Codebook): MapBox[] {
  const categories = new Map(codebook.flatMap((grid) => grid.categories).map((category) => [category.id as string, category]));
  return nodes.flatMap(({ categoryId, x, y }) => {
    const category = categories.get(categoryId);
    return category ? [{ id: category.id as string, name: category.name, color: category.color, title: category.name, x, y }] : [];
  });
}

/** Links between two categories that are on the map. */
export function linksOnMap(links: readonly TypedLink[], { nodes }: Pick<ConceptMap, 'nodes'>): TypedLink[] {
  const ids = new Set<string>(nodes.map(({ categoryId }) => categoryId));
  return links.filter(({ from, to }) => from.kind === 'category' && to.kind === 'category' && ids.has(from.id) && ids.has(to.id));
}

export function linkSentence({ from, to }: TypedLink, type: LinkType, words: LinksWords): string {
  return (type.isDirected ? words.said : words.saidBoth)(from.label, type.name, to.label);
}

export const linkKey = (id: string): string => `link:${id}`;
export const proposalKey = ({ a, b }: Proposal): string => `proposal:${a}:${b}`;

/** The strongest pairs that no link joins yet. */
export function proposalsOf(answer: CoOccurrences, links: readonly TypedLink[], minimum: number): Proposal[] {
  const joined = new Set(links.map(({ from, to }) => [from.id, to.id].sort().join(' ')));
  return answer.pairs.flatMap(({ a, b, count }) => {
    const [one, other] = [answer.categories[a]?.id, answer.categories[b]?.id];
    if (!one || !other || count < minimum || joined.has([one, other].sort().join(' '))) return [];
    return [{ a: one, b: other, count }];
  });
}

export function edgesOf(
  links: readonly TypedLink[],
  types: readonly LinkType[],
  proposals: readonly Proposal[],
  boxes: readonly MapBox[],
  words: LinksWords,
): MapEdge[] {
  const name = (id: string): string => boxes.find((box) => box.id === id)?.name ?? '';
  const drawn = links.flatMap((link): MapEdge[] => {
    const type = types.find(({ id }) => id === link.typeId);
    if (!type) return [];
    const ends = { from: link.from.id as string, to: link.to.id as string };
    const title = words.edgeTitle(linkSentence(link, type, words), link.evidence.length);
    const { name: label, color, isDirected } = type;
    return [{ key: linkKey(link.id), ...ends, label, note: link.note, color, isDirected, isProposed: false, title }];
  });
  const dashed = proposals.map((proposal): MapEdge => {
    const { a, b, count } = proposal;
    const title = words.proposedTitle(name(a), name(b), count);
    const ends = { from: a as string, to: b as string };
    return { key: proposalKey(proposal), ...ends, label: String(count), note: '', color: PROPOSED_COLOR, isDirected: false, isProposed: true, title };
  });
  return [...dashed, ...drawn];
}

/** Lines between neighbours must not run through a third: rows and columns are staggered. */
const SLOT = { width: 220, height: 150, perRow: 4, aside: 90, down: 46 };

/** Where there is room for these, row by row. */
export function placesFor(categoryIds: readonly CategoryId[], nodes: readonly MapNode[]): MapNode[] {
  const taken: MapNode[] = [...nodes];
  const added: MapNode[] = [];
  let slot = 0;
  for (const categoryId of categoryIds) {
    for (; ; slot += 1) {
      const [column, row] = [slot % SLOT.perRow, Math.floor(slot / SLOT.perRow)];
      const [x, y] = [column * SLOT.width + (row % 2) * SLOT.aside, row * SLOT.height + (column % 2) * SLOT.down];
      if (taken.some((node) => Math.abs(node.x - x) < SLOT.width * 0.75 && Math.abs(node.y - y) < SLOT.height * 0.5)) continue;
      const node = { categoryId, x, y };
      taken.push(node);
      added.push(node);
      break;
    }
  }
  return added;
}
