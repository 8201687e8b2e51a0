// Another program's project becomes a project of Trame's: everything lands somewhere, and what lands otherwise than it was is counted.
import { BringInLinks } from './bring-in-links.ts';
import type { ReadText } from './read-project.ts';

export class BringIn extends BringInLinks {
  run(): void {
    this.bringUsers();
    this.bringCodes();
    this.bringCases();
    for (const source of this.asked.sources()) this.bringSource(source);
    this.nameRecordings();
    this.bringValues();
    for (const note of this.asked.read.notesOfProject) this.refer(note, { kind: 'project', id: '' });
    this.bringSets();
    this.bringLinksToNotes();
    this.bringNotes();
    this.bringLinks();
    this.bringGraphs();
    this.flush();
    this.changes.add('caseExtentLeft', this.extents.size);
    this.changes.add('unknownElement', this.asked.read.unknown);
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
}
