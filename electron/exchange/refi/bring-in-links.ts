// Links and networks of another program's project: between categories, passages and memos they are typed links; what shows categories is a concept map.
import { CATEGORY_COLORS } from '../../../shared/domain/category.ts';
import { Ids, Names } from './bring-in-ids.ts';
import type { Target } from './bring-in-state.ts';
import { BringInValues } from './bring-in-values.ts';
import { colorIn } from './code-words.ts';
import type { ReadGraph, ReadLink } from './read-project.ts';

/** One of the three things that a typed link ties. */
interface LinkEnd {
  readonly table: 'Category' | 'Passage' | 'Memo';
  readonly id: string;
}

const NO_ENDS = { fromCategoryId: null, fromPassageId: null, fromMemoId: null, toCategoryId: null, toPassageId: null, toMemoId: null };

export class BringInLinks extends BringInValues {
  /** By their names, in small letters. */
  protected readonly linkTypes = new Map<string, string>();
  /** Type and ends: things are tied by one link of a type. */
  protected readonly tied = new Set<string>();
  protected readonly links = new Ids(this.changes, this.used);

  /** A source that is only the recording of a text goes by the text's id. */
  protected nameRecordings(): void {
    const { read } = this.asked;
    for (const source of read.sources) {
      const text = read.recordings.textOf(source);
      const id = text === null ? undefined : this.sources.find(text);
      if (id !== undefined) this.sources.alias(source.guid, id);
    }
  }

  protected targetOf(guid: string): Target | null {
    const kinds = { source: this.sources, passage: this.passages, coding: this.codings, category: this.categories, case: this.cases } as const;
    for (const [kind, ids] of Object.entries(kinds) as [Target['kind'], Ids][]) {
      const id = ids.find(guid);
      if (id !== undefined) return { kind, id };
    }
    return null;
  }

  protected named(kind: Target['kind'], id: string): string {
    const { read } = this.asked;
    const lists = { source: [this.sources, read.sources], category: [this.categories, read.codes], case: [this.cases, read.cases] } as const;
    if (kind !== 'source' && kind !== 'category' && kind !== 'case') return this.words.kinds[kind];
    const [ids, items] = lists[kind];
    return items.find(({ guid }) => ids.find(guid) === id)?.name ?? this.words.kinds[kind];
  }

  protected bringLinks(): void {
    const notes = new Set(this.asked.read.notes.map(({ guid }) => guid));
    for (const link of this.asked.read.links) {
      if (notes.has(link.from) !== notes.has(link.to) && !(this.isOwn && link.name !== '')) continue;
      const [from, to] = [this.endOf(link.from), this.endOf(link.to)];
      if (from && to && from.id !== to.id) this.tie(link, from, to);
      else this.writeLinkAsMemo(link);
    }
  }

  protected endOf(guid: string): LinkEnd | null {
    const category = this.categories.find(guid);
    if (category !== undefined) return { table: 'Category', id: category };
    const passage = this.passages.find(guid);
    if (passage !== undefined) return { table: 'Passage', id: passage };
    const memo = this.memos.find(guid);
    return memo === undefined ? null : { table: 'Memo', id: memo };
  }

  protected writeLinkAsMemo(link: ReadLink): void {
    const [one, other] = [this.targetOf(link.from), this.targetOf(link.to)];
    if (one && other) this.addMemo(one, this.words.link(link.name), `→ ${this.named(other.kind, other.id)}`);
    this.changes.add(one && other ? 'linkAsMemo' : 'linkDangling');
  }

  /** False where such a link is there. */
  protected tie(link: Pick<ReadLink, 'guid' | 'name' | 'isDirected' | 'color'>, from: LinkEnd, to: LinkEnd): boolean {
    const linkTypeId = this.linkType(link);
    const key = `${linkTypeId} ${[from.id, to.id].toSorted().join(' ')}`;
    if (this.tied.has(key)) return false;
    this.tied.add(key);
    this.tied.add([from.id, to.id].toSorted().join(' '));
    const ends = { ...NO_ENDS, [`from${from.table}Id`]: from.id, [`to${to.table}Id`]: to.id };
    const id = this.links.make(link.guid);
    this.add({ table: 'link', row: { id, linkTypeId, ...ends, note: '', coderId: this.asked.session.coderId, createdAt: this.now } });
    this.made.links += 1;
    return true;
  }

  protected linkType({ name: wanted, isDirected, color: written }: Pick<ReadLink, 'name' | 'isDirected' | 'color'>): string {
    const name = wanted.trim() || this.words.linkType;
    const key = name.toLowerCase();
    const known = this.linkTypes.get(key);
    if (known !== undefined) return known;
    const position = this.linkTypes.size;
    const color = colorIn(written) ?? CATEGORY_COLORS[position % CATEGORY_COLORS.length] ?? CATEGORY_COLORS[0];
    const id = new Ids(this.changes, this.used).make('');
    this.add({ table: 'link_type', row: { id, name, color, isDirected: Number(isDirected), position } });
    this.linkTypes.set(key, id);
    return id;
  }

  /** A network's codes stand on a map; what else it shows is told in a memo. */
  protected bringGraphs(): void {
    const names = new Names();
    for (const graph of this.asked.read.graphs) {
      const shown = this.bringMap(graph, names);
      const rest = graph.vertices.filter(({ guid }) => !shown.has(guid)).map(({ name, represents }) => name || represents);
      if (rest.length === 0 && shown.size > 0) continue;
      const lines = rest.filter(Boolean).map((thing) => `– ${thing}`);
      this.addMemo({ kind: 'project', id: '' }, this.words.graph(graph.name), lines.join('\n'));
      this.changes.add('graphAsMemo');
    }
  }

  /** The vertices that stand on the map; none where none is a code, and then there is no map. */
  protected bringMap(graph: ReadGraph, names: Names): ReadonlyMap<string, string> {
    const shown = new Map<string, string>();
    const nodes = graph.vertices.flatMap((vertex) => {
      const categoryId = this.categories.find(vertex.represents);
      if (categoryId === undefined || [...shown.values()].includes(categoryId)) return [];
      shown.set(vertex.guid, categoryId);
      return [{ ...vertex, categoryId }];
    });
    if (nodes.length === 0 && !this.isOwn) return shown;
    const { name } = names.make(graph.name, this.words.graph(''));
    const conceptMapId = this.maps.make(graph.guid);
    this.add({ table: 'concept_map', row: { id: conceptMapId, name, note: '', updatedAt: this.now } });
    for (const { guid, categoryId, x, y } of nodes)
      this.add({ table: 'concept_map_node', row: { id: this.maps.make(guid), conceptMapId, categoryId, x, y } });
    if (!this.isOwn) this.changes.add('graphAsMap');
    for (const edge of graph.edges) this.bringEdge(edge, shown);
    return shown;
  }

  protected readonly maps = new Ids(this.changes, this.used);

  /** A line between two codes that no link of the project says becomes one. */
  protected bringEdge(edge: ReadGraph['edges'][number], shown: ReadonlyMap<string, string>): void {
    const [from, to] = [shown.get(edge.from), shown.get(edge.to)];
    if (from === undefined || to === undefined || from === to || this.links.find(edge.represents) !== undefined) return;
    // without a name of its own it says no more than a link that is there
    if (edge.name.trim() === '' && this.tied.has([from, to].toSorted().join(' '))) return;
    const link = { guid: '', name: edge.name, isDirected: edge.isDirected, color: undefined };
    if (this.tie(link, { table: 'Category', id: from }, { table: 'Category', id: to })) this.changes.add('edgeAsLink');
  }
}
