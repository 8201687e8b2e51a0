// Calls about what belongs to this installation and not to a study.
import { z } from 'zod';
import { areChosenKeys } from '../domain/key-chord.ts';
import type { ChosenKeys } from '../domain/key-chord.ts';
import { returns } from './endpoint.ts';
import { nothing } from './fields.ts';

export const settingsContract = {
  /** Keys chosen by the user: by action, only where they differ from the action's own. */
  'settings.keys': returns<ChosenKeys>().from(nothing),
  'settings.setKeys': returns<null>().from(
    z.object({ keys: z.record(z.string().max(60), z.array(z.string().max(60))).refine(areChosenKeys, 'not a choice of keys') }),
  ),
};
