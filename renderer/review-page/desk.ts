// What the parts of the page share: the study, the comments, the language, where the reader is, and what is said of a place.
import { stateOf, verdictOf } from '../../shared/domain/review.ts';
import type { ReviewComment, ReviewState, ReviewTarget, ReviewThread, Verdict } from '../../shared/domain/review.ts';
import type { SentComment, SentPlace } from '../../shared/domain/review-file.ts';
import type { PackStudy } from '../../shared/domain/review-pack.ts';
import type { Language } from '../../shared/domain/project.ts';
import { reviewPageText } from '../../shared/i18n/review-page.ts';
import type { ReviewPageWords } from '../../shared/i18n/review-page.ts';
import { CommentStore } from './comment-store.ts';
import { readMatrix } from './pack-data.ts';

/** A thread as the page shows it: said in earlier rounds, here, or both. */
export interface PageThread {
  readonly id: string;
  readonly place: SentPlace;
  readonly state: ReviewState;
  readonly verdict: Verdict | null;
  readonly comments: readonly (ReviewComment & { readonly isMine: boolean })[];
  readonly resolvedBy: string | null;
}

/** What a place is known by on the page. */
export const placeKey = ({ kind, id, sourceId, start, end }: SentPlace): string =>
  id === '' ? `${kind} ${sourceId} ${start?.turnId}:${start?.offsetUtf16}-${end?.turnId}:${end?.offsetUtf16}` : `${kind} ${id}`;

const mine = ({ id, author, verdict, text, createdAt, updatedAt }: SentComment): PageThread['comments'][number] => ({
  id,
  author,
  isOurs: false,
  verdict,
  text,
  createdAt,
  updatedAt,
  isMine: true,
});

/** By hand: tablets of a few years ago know no `Map.groupBy`. */
function byThread(comments: readonly SentComment[]): Map<string, SentComment[]> {
  const threads = new Map<string, SentComment[]>();
  for (const comment of comments) threads.set(comment.threadId, [...(threads.get(comment.threadId) ?? []), comment]);
  return threads;
}

function earlierPlace(thread: ReviewThread): SentPlace {
  const { kind, targetId, label, quote, passageId, sourceId } = thread;
  return { kind, id: targetId, label, quote, ...(passageId === null ? {} : { passageId }), ...(sourceId === null ? {} : { sourceId }) };
}

export class Desk {
  readonly study: PackStudy;
  readonly store: CommentStore;
  readonly #earlier: readonly ReviewThread[];
  #language: Language;
  #threads: readonly PageThread[] | null = null;

  constructor(study: PackStudy) {
    this.study = study;
    this.#language = study.language;
    this.#earlier = study.threads;
    this.store = new CommentStore({ projectId: study.projectId, projectTitle: study.title, packId: study.packId });
    this.store.onChange(() => (this.#threads = null));
  }

  get language(): Language {
    return this.#language;
  }

  set language(language: Language) {
    this.#language = language;
  }

  get words(): ReviewPageWords {
    return reviewPageText[this.#language];
  }

  /** In the order in which they began: earlier rounds first. */
  get threads(): readonly PageThread[] {
    this.#threads ??= this.#gathered();
    return this.#threads;
  }

  threadsOn(place: SentPlace): PageThread[] {
    const key = placeKey(place);
    return this.threads.filter((thread) => placeKey(thread.place) === key);
  }

  #gathered(): PageThread[] {
    const own = byThread(this.store.comments);
    const known = new Set(this.#earlier.flatMap(({ comments }) => comments.map(({ id }) => id)));
    const earlier = this.#earlier.map((thread): PageThread => {
      const added = (own.get(thread.id) ?? []).filter(({ id }) => !known.has(id)).map(mine);
      own.delete(thread.id);
      const comments = [...thread.comments.map((comment) => ({ ...comment, isMine: false })), ...added];
      const isResolved = thread.state === 'resolved' && added.length === 0;
      const { id, resolvedBy } = thread;
      return { id, place: earlierPlace(thread), state: stateOf(comments, isResolved), verdict: verdictOf(comments), comments, resolvedBy };
    });
    const begun = [...own].flatMap(([id, comments]): PageThread[] => {
      const [first] = comments;
      const said = comments.map(mine);
      return first ? [{ id, place: first.place, state: 'open', verdict: verdictOf(said), comments: said, resolvedBy: null }] : [];
    });
    return [...earlier, ...begun];
  }
}

/** Where the reader is: a part of the pack and which of its things, as the address says it. */
export interface Spot {
  readonly view: 'home' | 'matrices' | 'codebook' | 'sources' | 'memos' | 'comments';
  readonly at: number | null;
  /** A place to be shown there: its key. */
  readonly show: string | null;
}

const VIEWS: readonly Spot['view'][] = ['home', 'matrices', 'codebook', 'sources', 'memos', 'comments'];

export function spotOf(hash: string): Spot {
  const [path = '', show] = hash.replace(/^#\/?/u, '').split('?');
  const [view, at] = path.split('/');
  const number = Number.parseInt(at ?? '', 10);
  let shown: string | null = null;
  try {
    shown = show === undefined ? null : decodeURIComponent(show);
  } catch {
    // an address that a hand changed shows the part alone
  }
  return { view: VIEWS.find((known) => known === view) ?? 'home', at: Number.isNaN(number) ? null : number, show: shown };
}

export function addressOf({ view, at, show }: Spot): string {
  return `#/${view}${at === null ? '' : `/${at}`}${show === null ? '' : `?${encodeURIComponent(show)}`}`;
}

/** The first matrix that shows a crossing; −1 for none. */
function matrixWith(count: number, key: string): number {
  return Array.from({ length: count }, (_, at) => at).findIndex((at) => readMatrix(at).cells.some((line) => line.some((cell) => cell.key === key)));
}

/** Where a place is read; null for one that this pack does not hold. */
export function spotFor({ matrices, sources, categories, memos }: PackStudy, place: SentPlace): Spot | null {
  const show = placeKey(place);
  const inList = (view: Spot['view'], at: number): Spot | null => (at < 0 ? null : { view, at, show });
  const byKind: Readonly<Record<ReviewTarget, () => Spot | null>> = {
    project: () => ({ view: 'home', at: null, show }),
    matrix: () =>
      inList(
        'matrices',
        matrices.findIndex(({ id }) => id === place.id),
      ),
    cell: () => inList('matrices', matrixWith(matrices.length, place.id)),
    synthesis: () => inList('matrices', matrixWith(matrices.length, place.id)),
    category: () => (categories.some(({ id }) => id === place.id) ? { view: 'codebook', at: null, show } : null),
    source: () =>
      inList(
        'sources',
        sources.findIndex(({ id }) => id === place.id),
      ),
    passage: () =>
      inList(
        'sources',
        sources.findIndex(({ id }) => id === place.sourceId),
      ),
    coding: () =>
      inList(
        'sources',
        sources.findIndex(({ id }) => id === place.sourceId),
      ),
    memo: () =>
      inList(
        'memos',
        memos.findIndex(({ id }) => id === place.id),
      ),
  };
  return byKind[place.kind]();
}
