// The small file by which comments travel back: what a page or a copy writes, and what the workbench takes, comment by comment.
import { digestOf } from './review-digest.ts';
import type { ReviewTarget, Verdict } from './review.ts';

export const COMMENTS_FORMAT = 'trame-review';
/** Written in every file; a greater one comes from a newer Trame. */
export const COMMENTS_VERSION = 1;
/** What such a file's name ends with. */
export const COMMENTS_SUFFIX = '.trame-revue.json';

/** One end of what was selected: a turn, and an offset in UTF-16 units in its whole text. */
interface SentAnchor {
  readonly turnId: string;
  readonly offsetUtf16: number;
}

/** The place a comment is on, as the reviewer's page knew it. */
export interface SentPlace {
  readonly kind: ReviewTarget;
  /** Empty where the reviewer chose words that nothing had marked yet. */
  readonly id: string;
  readonly label: string;
  readonly quote: string;
  /** Of passages and codings. */
  readonly passageId?: string | undefined;
  readonly sourceId?: string | undefined;
  readonly start?: SentAnchor | undefined;
  readonly end?: SentAnchor | undefined;
}

export interface SentComment {
  readonly id: string;
  /** Its own id begins a thread; another's answers in that one. */
  readonly threadId: string;
  readonly place: SentPlace;
  readonly verdict: Verdict | null;
  readonly text: string;
  readonly author: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface CommentsFile {
  readonly format: typeof COMMENTS_FORMAT;
  readonly version: number;
  readonly projectId: string;
  readonly projectTitle: string;
  readonly packId: string;
  readonly savedAt: string;
  readonly comments: readonly (SentComment & { readonly mark: string })[];
  /** Of all the comments together: says whether one was taken out. */
  readonly mark: string;
}

const anchorParts = (anchor: SentAnchor | undefined): unknown[] => (anchor ? [anchor.turnId, anchor.offsetUtf16] : []);

/** Every fact in a fixed order: however the file was written out, the same comment has the same mark. */
export function markOfComment(packId: string, { id, threadId, place, verdict, text, author, createdAt, updatedAt }: SentComment): string {
  const where = [
    place.kind,
    place.id,
    place.label,
    place.quote,
    place.passageId ?? '',
    place.sourceId ?? '',
    anchorParts(place.start),
    anchorParts(place.end),
  ];
  return digestOf(JSON.stringify([packId, id, threadId, where, verdict, text, author, createdAt, updatedAt])).slice(0, 32);
}

export const markOfAll = (marks: readonly string[]): string => digestOf(marks.join('\n')).slice(0, 32);

/** Who writes: the project and the pack, by their ids. */
export type CommentsOrigin = Pick<CommentsFile, 'projectId' | 'projectTitle' | 'packId'>;

export function commentsFile(origin: CommentsOrigin, comments: readonly SentComment[], savedAt: string): CommentsFile {
  const marked = comments.map((comment) => ({ ...comment, mark: markOfComment(origin.packId, comment) }));
  const mark = markOfAll(marked.map((comment) => comment.mark));
  return { format: COMMENTS_FORMAT, version: COMMENTS_VERSION, ...origin, savedAt, comments: marked, mark };
}
