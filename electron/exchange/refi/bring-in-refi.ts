// Another program's project becomes a project of Trame's: everything lands somewhere, and what lands otherwise than it was is counted.
import { randomUUID } from 'node:crypto';
import { CATEGORY_COLORS } from '../../../shared/domain/category.ts';
import { Ids } from './bring-in-ids.ts';
import type { Target } from './bring-in-state.ts';
import { BringInValues } from './bring-in-values.ts';
import type { ReadText } from './read-project.ts';

export class BringIn extends BringInValues {
  run(): void {
    this.bringUsers();
    this.bringCodes();
    this.bringCases();
    for (const source of this.asked.sources()) this.bringSource(source);
    this.bringValues();
    for (const note of this.asked.read.notesOfProject) this.refer(note, { kind: 'project', id: '' });
    this.bringSets();
    this.bringGraphs();
    this.bringLinksToNotes();
    this.bringNotes();
    this.bringLinks();
    this.flush();
    this.changes.add('unknownElement', this.asked.read.unknown);
  }

  protected targetOf(guid: string): Target | null {
    const kinds = { source: this.sources, passage: this.passages, coding: this.codings, category: this.categories, case: this.cases } as const;
    for (const [kind, ids] of Object.entries(kinds) as [Target['kind'], Ids][]) {
      const id = ids.find(guid);
      if (id !== undefined) return { kind, id };
    }
    return null;
  }

  /** Between a note and a thing, either way, a link says what the note is about. */
  protected bringLinksToNotes(): void {
    const notes = new Set(this.asked.read.notes.map(({ guid }) => guid));
    for (const { from, to, name } of this.asked.read.links) {
      if (notes.has(from) === notes.has(to) || (this.isOwn && name !== '')) continue;
      const note = notes.has(from) ? from : to;
      const target = this.targetOf(note === from ? to : from);
      if (target) this.refer(note, target);
      else this.changes.add('linkDangling');
    }
  }

  protected bringNotes(): void {
    const { read, files } = this.asked;
    const known = new Set<string>();
    for (const note of read.notes) {
      const isAgain = known.has(note.guid);
      known.add(note.guid);
      const text = files.text(note);
      if (!text && note.path !== '') this.changes.add('missingFile');
      if (text?.isWindows1252) this.changes.add('windows1252');
      const [target = { kind: 'project', id: '' } as const, ...others] = (isAgain ? undefined : this.noted.get(note.guid)) ?? [];
      if (target.kind === 'project' && !read.notesOfProject.includes(note.guid)) this.changes.add('noteWithoutTarget');
      const places = others.map(({ kind, id }) => this.words.also(this.named(kind, id)));
      this.changes.add('noteTwice', others.length);
      const words = [text?.text ?? '', note.description, ...places].filter((part) => part !== '').join('\n');
      this.addMemo(target, note.name, words, note);
      if (note.selections.some(({ codings }) => codings.length > 0) || note.codings.length > 0) this.bringCodedNote(note);
    }
    for (const guid of this.noted.keys()) if (!known.has(guid)) this.changes.add('unknownNote');
  }

  /** A memo is not coded in Trame: coded ones come as documents too. */
  protected bringCodedNote(note: ReadText): void {
    this.changes.add('noteAsSource');
    this.bringSource({ ...note, guid: '', kind: 'note', mediaPath: '', listed: [], notes: [], values: [], description: '' });
  }

  protected named(kind: Target['kind'], id: string): string {
    const { read } = this.asked;
    const lists = { source: [this.sources, read.sources], category: [this.categories, read.codes], case: [this.cases, read.cases] } as const;
    if (kind !== 'source' && kind !== 'category' && kind !== 'case') return this.words.kinds[kind];
    const [ids, items] = lists[kind];
    return items.find(({ guid }) => ids.find(guid) === id)?.name ?? this.words.kinds[kind];
  }

  /** Links between categories, passages and memos are typed links; of the others a memo tells. */
  protected bringLinks(): void {
    const notes = new Set(this.asked.read.notes.map(({ guid }) => guid));
    const types = new Map<string, string>();
    const there = new Set<string>();
    const end = (guid: string): { table: 'Category' | 'Passage' | 'Memo'; id: string } | null => {
      const category = this.categories.find(guid);
      if (category !== undefined) return { table: 'Category', id: category };
      const passage = this.passages.find(guid);
      if (passage !== undefined) return { table: 'Passage', id: passage };
      const memo = this.memos.find(guid);
      return memo === undefined ? null : { table: 'Memo', id: memo };
    };
    for (const link of this.asked.read.links) {
      if (notes.has(link.from) !== notes.has(link.to) && !(this.isOwn && link.name !== '')) continue;
      const [from, to] = [end(link.from), end(link.to)];
      if (!from || !to || from.id === to.id) {
        const [one, other] = [this.targetOf(link.from), this.targetOf(link.to)];
        if (!one || !other) this.changes.add('linkDangling');
        else {
          this.addMemo(one, this.words.link(link.name), `→ ${this.named(other.kind, other.id)}`);
          this.changes.add('linkAsMemo');
        }
        continue;
      }
      const name = link.name.trim() || this.words.linkType;
      const typeKey = `${name.toLowerCase()}`;
      let linkTypeId = types.get(typeKey);
      if (linkTypeId === undefined) {
        linkTypeId = randomUUID();
        const color = CATEGORY_COLORS[types.size % CATEGORY_COLORS.length] ?? CATEGORY_COLORS[0];
        this.add({ table: 'link_type', row: { id: linkTypeId, name, color, isDirected: Number(link.isDirected), position: types.size } });
        types.set(typeKey, linkTypeId);
      }
      const key = `${linkTypeId} ${[from.id, to.id].toSorted().join(' ')}`;
      if (there.has(key)) continue;
      there.add(key);
      const empty = { fromCategoryId: null, fromPassageId: null, fromMemoId: null, toCategoryId: null, toPassageId: null, toMemoId: null };
      const ends = { ...empty, [`from${from.table}Id`]: from.id, [`to${to.table}Id`]: to.id };
      const id = new Ids(this.changes, this.used).make(link.guid);
      this.add({ table: 'link', row: { id, linkTypeId, ...ends, note: '', coderId: this.asked.session.coderId, createdAt: this.now } });
      this.made.links += 1;
    }
  }
}
