// Answers the calls about interview guides.
import type { guideContract } from '../../shared/contract/guide.ts';
import { removeGuide, settleMatches, writeGuide } from '../commands/guide.ts';
import type { Desk } from '../desk.ts';
import { readGuideFile } from '../exchange/guide-file.ts';
import { printGuideTable } from '../exchange/printing/guide-table.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { listGuides, readAskingTurns, readCoverage, readMatches } from '../queries/guide.ts';
import { bytesIn, done, fileOut } from './reply.ts';

export function guideHandlers(desk: Desk): Pick<Handlers, keyof typeof guideContract> {
  return {
    'guide.list': () => listGuides(desk.project()),
    'guide.write': (input) => writeGuide(desk.session(), input),
    'guide.remove': (input) => done(removeGuide(desk.session(), input)),
    'guide.readFile': ({ file }) => {
      // a guide is read for a project
      desk.project();
      return readGuideFile({ name: file.name, bytes: bytesIn(file.base64) });
    },
    'guide.asking': ({ sourceId }) => readAskingTurns(desk.project(), sourceId),
    'guide.matches': (input) => readMatches(desk.project(), input),
    'guide.settle': (input) => done(settleMatches(desk.session(), input)),
    'guide.coverage': ({ guideId }) => readCoverage(desk.project(), guideId),
    'guide.table': async (input) => {
      const { title, content } = await printGuideTable(desk.project(), input);
      return fileOut(title, input.format, content);
    },
  };
}
