// The reviewer's comments while they work: kept in the browser where it allows that, saved as a file when they ask.
import { COMMENTS_FORMAT, COMMENTS_VERSION, commentsFile, markOfAll, markOfComment } from '../../shared/domain/review-file.ts';
import type { CommentsFile, CommentsOrigin, SentComment, SentPlace } from '../../shared/domain/review-file.ts';
import type { Verdict } from '../../shared/domain/review.ts';

interface Kept {
  readonly name: string;
  readonly comments: readonly SentComment[];
  /** The mark of what was saved last. */
  readonly saved: string;
}

/** Random UUID (version 4): pages opened from a file have no `crypto.randomUUID` everywhere. */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export class CommentStore {
  readonly #origin: CommentsOrigin;
  readonly #listeners = new Set<() => void>();
  #comments: readonly SentComment[] = [];
  #name = '';
  #saved = '';

  constructor(origin: CommentsOrigin) {
    this.#origin = origin;
    const kept = this.#read();
    if (kept) [this.#name, this.#comments, this.#saved] = [kept.name, kept.comments, kept.saved];
    else this.#saved = this.#mark();
  }

  get comments(): readonly SentComment[] {
    return this.#comments;
  }

  get name(): string {
    return this.#name;
  }

  set name(name: string) {
    this.#name = name.trim();
    this.#changed();
  }

  /** There are comments that no file has yet. */
  get isUnsaved(): boolean {
    return this.#comments.length > 0 && this.#mark() !== this.#saved;
  }

  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** `threadId` null begins a thread. */
  add(threadId: string | null, place: SentPlace, said: { verdict: Verdict | null; text: string }): void {
    const id = uuid();
    const at = new Date().toISOString();
    this.#comments = [...this.#comments, { id, threadId: threadId ?? id, place, ...said, author: this.#name, createdAt: at, updatedAt: at }];
    this.#changed();
  }

  change(id: string, said: { verdict: Verdict | null; text: string }): void {
    const updatedAt = new Date().toISOString();
    this.#comments = this.#comments.map((comment) => (comment.id === id ? { ...comment, ...said, updatedAt } : comment));
    this.#changed();
  }

  /** What was said in answer to it stays, as a thread of its own. */
  remove(id: string): void {
    this.#comments = this.#comments.filter((comment) => comment.id !== id);
    this.#changed();
  }

  file(): CommentsFile {
    return commentsFile(this.#origin, this.#comments, new Date().toISOString());
  }

  /** The reviewer has the file, or its text. */
  markSaved(): void {
    this.#saved = this.#mark();
    this.#changed();
  }

  /** Goes on from a file saved before; of a comment that is here too, the later wording stays. Answers with how many it held. */
  load(text: string): number | 'notComments' | 'otherProject' {
    let file: CommentsFile;
    try {
      file = JSON.parse(text) as CommentsFile;
      if (file.format !== COMMENTS_FORMAT || file.version > COMMENTS_VERSION) return 'notComments';
      // whole and unaltered: then it is what such a page wrote, to the last field
      const isOwn = file.comments.every(({ mark, ...comment }) => mark === markOfComment(file.packId, comment));
      if (!isOwn || file.mark !== markOfAll(file.comments.map(({ mark }) => mark))) return 'notComments';
    } catch {
      return 'notComments';
    }
    if (file.projectId !== this.#origin.projectId) return 'otherProject';
    const all = new Map(this.#comments.map((comment) => [comment.id, comment]));
    for (const { mark: _mark, ...comment } of file.comments) {
      const here = all.get(comment.id);
      if (!here || here.updatedAt < comment.updatedAt) all.set(comment.id, comment);
    }
    this.#comments = [...all.values()];
    if (this.#name === '') this.#name = file.comments.at(-1)?.author ?? '';
    this.#changed();
    return file.comments.length;
  }

  #mark(): string {
    return markOfAll(this.#comments.map((comment) => markOfComment(this.#origin.packId, comment)));
  }

  get #key(): string {
    return `trame-review ${this.#origin.packId}`;
  }

  #read(): Kept | null {
    try {
      return JSON.parse(localStorage.getItem(this.#key) ?? 'null') as Kept | null;
    } catch {
      // some browsers keep nothing for a page opened from a file
      return null;
    }
  }

  #changed(): void {
    try {
      localStorage.setItem(this.#key, JSON.stringify({ name: this.#name, comments: this.#comments, saved: this.#saved } satisfies Kept));
    } catch {
      // the warning before leaving then is what keeps comments from being lost
    }
    for (const listener of this.#listeners) listener();
  }
}
