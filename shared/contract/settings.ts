// Calls about what belongs to this installation and not to a study.
import { z } from 'zod';
import { areChosenKeys } from '../domain/key-chord.ts';
import type { ChosenKeys } from '../domain/key-chord.ts';
import type { LocalModel } from '../domain/suggestion.ts';
import { returns } from './endpoint.ts';
import { nothing } from './fields.ts';

export const settingsContract = {
  /** Keys chosen by the user: by action, only where they differ from the action's own. */
  'settings.keys': returns<ChosenKeys>().from(nothing),
  'settings.setKeys': returns<null>().from(
    z.object({ keys: z.record(z.string().max(60), z.array(z.string().max(60))).refine(areChosenKeys, 'not a choice of keys') }),
  ),
  /** The folder of the model of language that this computer's user chose. */
  'settings.model': returns<Pick<LocalModel, 'folder' | 'name'> | null>().from(nothing),
  /** Loads the model of the folder before it is kept: refuses (`model.…`) what is none. Nothing is ever fetched. */
  'settings.setModel': returns<LocalModel>().from(z.object({ folder: z.string().min(1).max(4000) })),
  'settings.forgetModel': returns<null>().from(nothing),
};
