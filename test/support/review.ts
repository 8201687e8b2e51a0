// Comments as a reviewer's page sends them.
import { randomUUID } from 'node:crypto';
import type { IncomingComment } from '../../electron/commands/reviews.ts';
import { ReviewPlaces } from '../../electron/queries/review-places.ts';
import type { Project } from '../../electron/storage/open-project.ts';
import { commentsFile } from '../../shared/domain/review-file.ts';
import type { SentComment, SentPlace } from '../../shared/domain/review-file.ts';

export const PACK = '5f0c1c52-7a3e-4b6e-9b1a-0d8d5a1c2e3f';

/** One that begins a thread. */
export function aComment(place: SentPlace, said: Partial<SentComment> = {}): SentComment {
  const id = randomUUID();
  const at = '2026-03-01T10:00:00.000Z';
  return { id, threadId: id, place, verdict: 'discuss', text: 'À préciser', author: 'Mme Durand', createdAt: at, updatedAt: at, ...said };
}

/** Each as new, where it belongs in the project. */
export function incoming(project: Project, comments: readonly SentComment[]): IncomingComment[] {
  const places = new ReviewPlaces(project);
  return comments.map((comment) => ({ comment, state: 'new', threadId: comment.threadId, place: places.find(comment.place) }));
}

/** The file as the page writes it. */
export function fileOf(projectId: string, comments: readonly SentComment[]): string {
  return JSON.stringify(commentsFile({ projectId, projectTitle: 'Étude', packId: PACK }, comments, '2026-03-01T11:00:00.000Z'));
}
