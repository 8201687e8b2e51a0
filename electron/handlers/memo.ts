// Answers the calls about memos.
import type { memoContract } from '../../shared/contract/memo.ts';
import { axisTitles } from '../../shared/i18n/axes.ts';
import { addImage, removeMemo, updateMemo, writeMemo } from '../commands/memos.ts';
import type { Desk } from '../desk.ts';
import { exportMemos } from '../exchange/printing/export-memos.ts';
import { readTemplate } from '../exchange/memo-template.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { findCellPlace } from '../queries/cell-place.ts';
import { offerLinks } from '../queries/memo-targets.ts';
import { countMemos, findMemos, readBacklinks, readMemo, readPicture } from '../queries/memos.ts';
import { readProject } from '../queries/project.ts';
import { bytesIn, done, fileOut } from './reply.ts';

export function memoHandlers(desk: Desk): Pick<Handlers, keyof typeof memoContract> {
  return {
    'memo.list': (filter) => findMemos(desk.project(), filter),
    'memo.read': ({ memoId }) => readMemo(desk.project(), memoId),
    'memo.write': (input) => writeMemo(desk.session(), input),
    'memo.update': (input) => done(updateMemo(desk.session(), input)),
    'memo.counts': ({ kind }) => countMemos(desk.project(), kind),
    'memo.remove': (input) => done(removeMemo(desk.session(), input)),
    'memo.backlinks': (link) => readBacklinks(desk.project(), link),
    'memo.cellPlace': ({ key }) => findCellPlace(desk.project(), key, axisTitles[readProject(desk.project()).language]),
    'memo.offerLinks': (input) => offerLinks(desk.project(), input),
    'memo.template': (input) => readTemplate(desk.project(), input),
    'memo.addImage': ({ file }) => addImage(desk.session(), { name: file.name, bytes: bytesIn(file.base64) }),
    'memo.image': ({ sha256 }) => {
      const { mime, bytes } = readPicture(desk.project(), sha256);
      return { mime, base64: Buffer.from(bytes).toString('base64') };
    },
    'memo.export': async (input) => {
      const { title, content } = await exportMemos(desk.project(), input);
      return fileOut(title, input.format, content);
    },
  };
}
