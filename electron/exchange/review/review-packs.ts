// Makes what a reviewer is given: a page, or a copy of the project in review mode; and measures one before it is made.
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { PackMeasure, ReviewChoice } from '../../../shared/domain/review-pack.ts';
import { WHOLE_STUDY } from '../../../shared/domain/review-pack.ts';
import type { Session } from '../../commands/run-command.ts';
import { sendPack } from '../../commands/reviews.ts';
import { takeBackAct } from '../../commands/undo.ts';
import { readProject } from '../../queries/project.ts';
import { listMemos } from '../../queries/memos.ts';
import { listMatrices } from '../../queries/saved-matrices.ts';
import { copyForReview } from '../../storage/review-copy.ts';
import { writePage } from './write-page.ts';
import type { WrittenPage } from './write-page.ts';

function senderOf({ project, coderId, newcomer }: Session): string {
  return project.sqlite.prepare<[string], { name: string }>('SELECT name FROM coder WHERE id = ?').get(coderId)?.name ?? newcomer ?? '';
}

export async function measurePack({ project, coderId }: Session, choice: ReviewChoice): Promise<PackMeasure> {
  const page = await writePage(project, choice, {
    packId: randomUUID(),
    sentBy: senderOf({ project, coderId }),
    createdAt: new Date().toISOString(),
  });
  return { bytes: Buffer.byteLength(page.html), counts: page.counts, replaced: page.replaced };
}

export interface MadePack extends WrittenPage {
  readonly packId: string;
}

/** Makes a page and records that it was sent. */
export async function makePack(session: Session, choice: ReviewChoice, fileName: string): Promise<MadePack> {
  const packId = randomUUID();
  const page = await writePage(session.project, choice, { packId, sentBy: senderOf(session), createdAt: new Date().toISOString() });
  sendPack(session, { id: packId, form: 'page', fileName, choice, counts: page.counts, sha256: page.sha256 });
  return { ...page, packId };
}

/** Writes a copy of the whole project in which only comments can be written. Where it cannot be written, nothing was sent. */
export function makeCopy(session: Session, path: string, message: string): { packId: string } {
  const { project } = session;
  const packId = randomUUID();
  const act = randomUUID();
  const count = (table: 'source' | 'category'): number =>
    project.sqlite.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0;
  const counts = {
    matrices: listMatrices(project).length,
    sources: count('source'),
    memos: listMemos(project, null, null).length,
    categories: count('category'),
  };
  const choice = { ...WHOLE_STUDY, message };
  sendPack(session, { id: packId, form: 'copy', fileName: basename(path), choice, counts, sha256: readProject(project).id }, act);
  try {
    copyForReview(project, path, packId);
  } catch (error) {
    takeBackAct(session, act);
    throw error;
  }
  return { packId };
}
