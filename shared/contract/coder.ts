// Calls about people who code: one person under two names, whose work is shown, coding without seeing each other's, what they are given to code.
import { z } from 'zod';
import { assignmentInput } from '../domain/assignment.ts';
import type { Assignment } from '../domain/assignment.ts';
import type { CodersInView } from '../domain/coder.ts';
import { assignmentId, coderId } from '../domain/ids.ts';
import type { AssignmentId } from '../domain/ids.ts';
import { returns } from './endpoint.ts';
import { nothing } from './fields.ts';

const MOST_CODERS = 200;

export const coderContract = {
  'coder.merge': returns<null>().from(z.object({ from: coderId, into: coderId })),
  /** Whose work all views show from now on, until the project is closed; null: everybody's. */
  'coder.show': returns<null>().from(z.object({ coderIds: z.array(coderId).min(1).max(MOST_CODERS).nullable() })),
  'coder.inView': returns<CodersInView>().from(nothing),
  /** From now on everybody sees their own codings only. */
  'blind.begin': returns<null>().from(nothing),
  'blind.reveal': returns<null>().from(nothing),
  'assignment.list': returns<Assignment[]>().from(nothing),
  'assignment.save': returns<AssignmentId>().from(assignmentInput),
  'assignment.remove': returns<null>().from(z.object({ assignmentId })),
  /** By the acting coder. */
  'assignment.setDone': returns<null>().from(z.object({ assignmentId, isDone: z.boolean() })),
  'assignment.reveal': returns<null>().from(z.object({ assignmentId })),
};
