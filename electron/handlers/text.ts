// Answers the calls that correct texts and look at what they were.
import type { textContract } from '../../shared/contract/text.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import { replaceText } from '../commands/replace-text.ts';
import { editTurn } from '../commands/turn-edits.ts';
import { joinTurn, setSpeaker, setTime, splitTurn } from '../commands/turn-structure.ts';
import type { Desk } from '../desk.ts';
import { planReplacement } from '../exchange/plan-replacement.ts';
import type { PlannedReplacement } from '../exchange/plan-replacement.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { compareRevisions, readRevisions } from '../queries/revisions.ts';
import { readOrphans } from '../queries/sources.ts';
import type { Project } from '../storage/open-project.ts';
import { bytesIn, done } from './reply.ts';

interface Kept extends PlannedReplacement {
  readonly project: Project;
}

export function textHandlers(desk: Desk): Pick<Handlers, keyof typeof textContract> {
  let kept: Kept | null = null;
  return {
    'source.editTurn': (input) => editTurn(desk.session(), input),
    'source.splitTurn': (input) => splitTurn(desk.session(), input),
    'source.joinTurn': (input) => joinTurn(desk.session(), input),
    'source.setSpeaker': (input) => done(setSpeaker(desk.session(), input)),
    'source.setTime': (input) => done(setTime(desk.session(), input)),
    'source.orphans': ({ sourceId }) => readOrphans(desk.project(), sourceId),
    'source.planReplacement': async ({ sourceId, file, pattern }) => {
      const session = desk.session();
      const { project } = session;
      kept = null;
      const stillOpen = (): void => {
        if (!desk.isOpen() || desk.whole() !== project) throw new Refusal('job.cancelled');
      };
      const planned = await planReplacement(session, { sourceId, file: { name: file.name, bytes: bytesIn(file.base64) }, pattern }, stillOpen);
      kept = { ...planned, project };
      return planned.shown;
    },
    'source.replaceText': ({ sourceId, plan }) => {
      const session = desk.session();
      const isThis = kept?.shown.plan === plan && kept.project === session.project && kept.replacement.sourceId === sourceId;
      if (!kept || !isThis) throw new Refusal('source.changedSince');
      const result = replaceText(session, kept.replacement);
      kept = null;
      return result;
    },
    'source.revisions': ({ sourceId }) => readRevisions(desk.project(), sourceId),
    'source.compareRevisions': (input) => compareRevisions(desk.project(), input),
  };
}
