// Answers the calls about people who code, and about what they are given to code.
import type { coderContract } from '../../shared/contract/coder.ts';
import { removeAssignment, revealAssignment, saveAssignment, setAssignmentDone } from '../commands/assignments.ts';
import { beginBlind, mergeCoders, revealAll } from '../commands/coders.ts';
import type { Desk } from '../desk.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { listAssignments } from '../queries/assignments.ts';
import { readCodersInView } from '../queries/sight.ts';
import { done } from './reply.ts';

export function coderHandlers(desk: Desk): Pick<Handlers, keyof typeof coderContract> {
  return {
    'coder.merge': (input) => {
      const { coderId } = desk.session();
      mergeCoders(desk.session(), input);
      // the person who acts is still there, under the other name
      return done(coderId === input.from ? desk.chooseCoder(input.into) : undefined);
    },
    'coder.show': ({ coderIds }) => done(desk.showCoders(coderIds)),
    'coder.inView': () => readCodersInView(desk.whole(), desk.sight()),
    'blind.begin': () => done(beginBlind(desk.session())),
    'blind.reveal': () => done(revealAll(desk.session())),
    'assignment.list': () => listAssignments(desk.whole()),
    'assignment.save': (input) => saveAssignment(desk.session(), input),
    'assignment.remove': (input) => done(removeAssignment(desk.session(), input)),
    'assignment.setDone': (input) => done(setAssignmentDone(desk.session(), input)),
    'assignment.reveal': (input) => done(revealAssignment(desk.session(), input)),
  };
}
