// Answers the calls about what a supervisor is given to read, and what they say of it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { reviewContract } from '../../shared/contract/review.ts';
import { COMMENTS_SUFFIX } from '../../shared/domain/review-file.ts';
import { reviewText } from '../../shared/i18n/review.ts';
import { editComment, removeComment, settleThreads, writeComment } from '../commands/reviews.ts';
import type { Desk } from '../desk.ts';
import { fileNameOf } from '../exchange/printing/file-names.ts';
import { makeCopy, makePack, measurePack } from '../exchange/review/review-packs.ts';
import { commentsToSend, previewComments, takeCommentsFile } from '../exchange/review/take-comments.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { readProject } from '../queries/project.ts';
import { cellMarks, listPacks, listThreads, threadsOn } from '../queries/reviews.ts';
import { done, fileOut } from './reply.ts';

/** `Pôles – relecture 2026-11-23`: which round it was is seen in the folder. */
function packName(desk: Desk): string {
  const { title, language } = readProject(desk.project());
  return reviewText[language].packName(title, new Date().toISOString().slice(0, 10));
}

export function reviewHandlers(desk: Desk): Pick<Handlers, keyof typeof reviewContract> {
  return {
    'review.packs': () => listPacks(desk.project()),
    'review.measure': (choice) => measurePack(desk.session(), choice),
    'review.pack': async (choice) => {
      const name = packName(desk);
      const { html } = await makePack(desk.session(), choice, `${fileNameOf(name)}.html`);
      return fileOut(name, 'html', html);
    },
    'review.copy': ({ message }) => {
      const folder = mkdtempSync(join(tmpdir(), 'trame-'));
      try {
        const path = join(folder, `${fileNameOf(packName(desk))}.trame`);
        makeCopy(desk.session(), path, message);
        return fileOut(packName(desk), 'trame', readFileSync(path));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    'review.threads': () => listThreads(desk.project()),
    'review.on': ({ kind, id }) => threadsOn(desk.project(), kind, id),
    'review.cells': () => cellMarks(desk.project()),
    'review.preview': ({ text }) => previewComments(desk.project(), text),
    'review.take': ({ text }) => takeCommentsFile(desk.session(), text),
    'review.comment': (input) => writeComment(desk.session(), input),
    'review.edit': (input) => done(editComment(desk.session(), input)),
    'review.remove': (input) => done(removeComment(desk.session(), input)),
    'review.settle': (input) => done(settleThreads(desk.session(), input)),
    'review.saveComments': () => {
      const { title } = readProject(desk.project());
      const content = JSON.stringify(commentsToSend(desk.project()), null, 1);
      return { ...fileOut(title, 'json', content), fileName: `${fileNameOf(title)}${COMMENTS_SUFFIX}` };
    },
  };
}
