// Calls about the program itself: its version, the licences of what it is made of, and newer versions when somebody asks.
import { z } from 'zod';
import type { ThirdParty } from '../domain/licence.ts';
import type { ProgramCard, UpdateAnswer } from '../domain/update.ts';
import { returns } from './endpoint.ts';
import { nothing } from './fields.ts';

export const programContract = {
  'program.card': returns<ProgramCard>().from(nothing),
  /** Folders: where new projects go, and under which each project's backups lie. For people to read. */
  'program.places': returns<{ readonly projects: string; readonly backups: string }>().from(nothing),
  /** In the order of their names; empty where the program runs from its sources and was never built. */
  'program.licences': returns<ThirdParty[]>().from(nothing),
  /** The licence's text; empty for a package that is not shipped. */
  'program.licence': returns<string>().from(z.object({ name: z.string().max(214), version: z.string().max(60) })),
  /** The one call that leaves this computer without a team: to the address of `program.card`, once, when the user confirmed it. */
  'program.checkForUpdate': returns<UpdateAnswer>().from(nothing),
};
