// Answers the calls that lead from an exported document back to the text.
import type { linkContract } from '../../shared/contract/link.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import { referenceIn } from '../../shared/domain/passage-link.ts';
import type { Desk } from '../desk.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { readProject } from '../queries/project.ts';
import { findReferred } from '../queries/referred-place.ts';

export function linkHandlers(desk: Desk): Pick<Handlers, keyof typeof linkContract> {
  return {
    'link.open': ({ reference }) => {
      const referred = referenceIn(reference);
      if (!referred) throw new Refusal('link.invalid');
      if (referred.kind === 'passage' && referred.projectId !== null) desk.openById(referred.projectId);
      const project = desk.project();
      return { projectId: readProject(project).id, ...findReferred(project, referred) };
    },
  };
}
