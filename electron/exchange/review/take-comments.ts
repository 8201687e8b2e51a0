// What a file of comments would do to the project, and doing it; and the same file written by a copy that was reviewed.
import { Refusal } from '../../../shared/domain/failure.ts';
import { commentsFile } from '../../../shared/domain/review-file.ts';
import type { CommentsFile, SentComment } from '../../../shared/domain/review-file.ts';
import { readComments } from '../../../shared/domain/review-intake.ts';
import type { IntakeLine, IntakePreview, ReadComment, ReadComments } from '../../../shared/domain/review-intake.ts';
import type { Session } from '../../commands/run-command.ts';
import { takeComments } from '../../commands/reviews.ts';
import type { IncomingComment } from '../../commands/reviews.ts';
import { readProject } from '../../queries/project.ts';
import { ReviewPlaces } from '../../queries/review-places.ts';
import type { FoundPlace } from '../../queries/review-places.ts';
import { commentsOfPack, hasPack, knownComments, reviewCopyOf } from '../../queries/reviews.ts';

type Project = Session['project'];
type Known = ReturnType<typeof knownComments>;

interface Planned {
  readonly comment: ReadComment;
  readonly state: IntakeLine['state'];
  readonly threadId: string;
  readonly place: FoundPlace;
}

interface Plan {
  readonly file: ReadComments;
  readonly isPackKnown: boolean;
  readonly items: readonly Planned[];
}

/** A comment that the project has keeps its latest wording; one's own words are nobody else's to change. */
function stateOf({ id, updatedAt }: SentComment, known: Known): Planned['state'] {
  const there = known.get(id);
  if (!there) return 'new';
  return !there.isOurs && updatedAt > there.updatedAt ? 'changed' : 'known';
}

/** The thread that it goes on with, in the project or in the file; one whose beginning is lost begins a thread itself. */
function threadOf({ id, threadId }: SentComment, known: Known, inFile: ReadonlySet<string>): string {
  if (threadId === id) return id;
  const there = known.get(threadId);
  if (there) return there.threadId;
  return inFile.has(threadId) ? threadId : id;
}

/** Each comment once, whatever a hand made of the file. */
function distinct(comments: readonly ReadComment[]): ReadComment[] {
  return [...new Map(comments.map((comment) => [comment.id, comment])).values()];
}

/** Refuses what is no such file, a newer Trame's, and another project's (`review.otherProject`). */
function planIntake(project: Project, text: string): Plan {
  const file = readComments(text);
  if (file.projectId !== readProject(project).id) throw new Refusal('review.otherProject', { title: file.projectTitle });
  const known = knownComments(project);
  const places = new ReviewPlaces(project);
  const comments = distinct(file.comments);
  const beginnings = new Set(comments.filter(({ id, threadId }) => id === threadId).map(({ id }) => id));
  const items = comments.map((comment) => ({
    comment,
    state: stateOf(comment, known),
    threadId: threadOf(comment, known, beginnings),
    place: places.find(comment.place),
  }));
  return { file, isPackKnown: hasPack(project, file.packId), items };
}

function toLine({ comment, state, threadId, place }: Planned): IntakeLine {
  const { id, text, verdict, author, isAltered } = comment;
  const { kind, quote } = comment.place;
  return { id, kind, label: place.label, quote, text, verdict, author, state, found: place.how, isAltered, isAnswer: threadId !== id };
}

function toPreview({ file, isPackKnown, items }: Plan): IntakePreview {
  return {
    reviewers: [...new Set(items.map(({ comment }) => comment.author))],
    isPackKnown,
    lines: items.map(toLine),
    unreadable: file.unreadable,
    isListAltered: file.isListAltered,
  };
}

/** What taking it would do; nothing is written. */
export function previewComments(project: Project, text: string): IntakePreview {
  return toPreview(planIntake(project, text));
}

/** Takes in what is new, in one act. Taking the same file again changes nothing. */
export function takeCommentsFile(session: Session, text: string): IntakePreview {
  const plan = planIntake(session.project, text);
  const incoming = plan.items.flatMap(({ state, ...item }): IncomingComment[] => (state === 'known' ? [] : [{ ...item, state }]));
  takeComments(session, plan.isPackKnown ? plan.file.packId : null, incoming);
  return toPreview(plan);
}

/** What a reviewer wrote in a copy, to be sent back. Refuses (`review.notACopy`) a project of one's own. */
export function commentsToSend(project: Project): CommentsFile {
  const packId = reviewCopyOf(project);
  if (packId === null) throw new Refusal('review.notACopy');
  const { id, title } = readProject(project);
  return commentsFile({ projectId: id, projectTitle: title, packId }, commentsOfPack(project, packId), new Date().toISOString());
}
