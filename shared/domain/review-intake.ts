// Reads a file of comments that somebody sent: the whole may be refused, of the rest each comment is checked by itself.
import { z } from 'zod';
import { Refusal } from './failure.ts';
import { COMMENTS_FORMAT, COMMENTS_VERSION, markOfAll, markOfComment } from './review-file.ts';
import type { SentComment } from './review-file.ts';
import { REVIEW_TARGETS, VERDICTS } from './review.ts';
import type { ReviewTarget, Verdict } from './review.ts';

const uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u);
const words = z.string().max(20_000);
const when = z.iso.datetime();
const anchor = z.object({ turnId: uuid, offsetUtf16: z.number().int().min(0) });

const sentComment = z.object({
  id: uuid,
  threadId: uuid,
  place: z.object({
    kind: z.enum(REVIEW_TARGETS),
    id: z.string().max(20_000),
    label: z.string().max(2000),
    quote: words,
    passageId: uuid.optional(),
    sourceId: uuid.optional(),
    start: anchor.optional(),
    end: anchor.optional(),
  }),
  verdict: z.enum(VERDICTS).nullable(),
  text: words,
  author: z.string().trim().min(1).max(120),
  createdAt: when,
  updatedAt: when,
});

const envelope = z.object({
  projectId: z.string().max(100),
  projectTitle: z.string().max(300).catch(''),
  packId: uuid,
  comments: z.array(z.unknown()).max(20_000),
  mark: z.string().max(100).catch(''),
});

/** A comment with whether its words are those that the page wrote. */
export interface ReadComment extends SentComment {
  readonly isAltered: boolean;
}

export interface ReadComments {
  readonly projectId: string;
  readonly projectTitle: string;
  readonly packId: string;
  readonly comments: readonly ReadComment[];
  /** Numbers, from 1, of those that cannot be read, with what is wrong in them: `place.kind`. */
  readonly unreadable: readonly { readonly number: number; readonly where: string }[];
  /** Comments were put in, taken out or put in another order by hand. */
  readonly isListAltered: boolean;
}

function parsed(text: string): unknown {
  try {
    // what a page shows to be copied may be pasted with words around it
    return JSON.parse(text.slice(Math.max(0, text.indexOf('{')), text.lastIndexOf('}') + 1) || text);
  } catch {
    throw new Refusal('review.notComments');
  }
}

/** Refuses (`review.notComments`) what is no file of comments, and (`review.newerFormat`) what a newer Trame wrote. */
export function readComments(text: string): ReadComments {
  const value = parsed(text);
  const head = z.object({ format: z.literal(COMMENTS_FORMAT), version: z.number() }).safeParse(value);
  if (!head.success) throw new Refusal('review.notComments');
  if (head.data.version > COMMENTS_VERSION) throw new Refusal('review.newerFormat', { version: head.data.version });
  const file = envelope.safeParse(value);
  if (!file.success) throw new Refusal('review.notComments');
  const { projectId, projectTitle, packId, mark } = file.data;
  const comments: ReadComment[] = [];
  const unreadable: { number: number; where: string }[] = [];
  file.data.comments.forEach((item, at) => {
    const read = sentComment.safeParse(item);
    if (!read.success) unreadable.push({ number: at + 1, where: read.error.issues[0]?.path.join('.') ?? '' });
    else comments.push({ ...read.data, isAltered: (item as { mark?: unknown }).mark !== markOfComment(packId, read.data) });
  });
  const marks = file.data.comments.map((item) => String((item as { mark?: unknown } | null)?.mark ?? ''));
  return { projectId, projectTitle, packId, comments, unreadable, isListAltered: mark !== markOfAll(marks) };
}

/** How the place of a comment that came back stands: as it was read, in other words now, found by its words alone, not in the project. */
export type PlaceFound = 'same' | 'changed' | 'moved' | 'gone';

/** A comment of the file as it would be taken: new, another wording of one that is known, or known. */
export interface IntakeLine {
  readonly id: string;
  readonly kind: ReviewTarget;
  readonly label: string;
  readonly quote: string;
  readonly text: string;
  readonly verdict: Verdict | null;
  readonly author: string;
  readonly state: 'new' | 'changed' | 'known';
  readonly found: PlaceFound;
  readonly isAltered: boolean;
  readonly isAnswer: boolean;
}

/** What taking the file would do. */
export interface IntakePreview {
  readonly reviewers: readonly string[];
  /** The pack that was commented on is in this project's list. */
  readonly isPackKnown: boolean;
  readonly lines: readonly IntakeLine[];
  readonly unreadable: ReadComments['unreadable'];
  readonly isListAltered: boolean;
}
