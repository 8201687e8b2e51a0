// An invitation to a team: one file, or one link, with all that is needed to join and nothing of the study. Whoever has it can read the study.
import { z } from 'zod';
import { TEAM_ROLES } from './team-role.ts';

/** Of what an invitation holds: counted up when older programs could not read it. */
export const INVITATION_FORM = 1;
export const INVITATION_SCHEME = 'trame-team://join/';
export const INVITATION_EXTENSION = '.trame-invitation';

/** How a member shows the server who they are: with a key of their own (NKEY), by name and password, or not at all. */
export const teamCredentials = z.union([z.object({ seed: z.string() }), z.object({ user: z.string(), password: z.string() }), z.null()]);
export type TeamCredentials = z.infer<typeof teamCredentials>;

export const invitation = z.object({
  form: z.number(),
  /** Servers, separated by commas. */
  address: z.string().min(1).max(1000),
  stream: z.string().regex(/^[a-z0-9-]{1,64}$/),
  title: z.string().max(500),
  role: z.enum(TEAM_ROLES),
  /** Whom it is for. */
  name: z.string().min(1).max(200),
  epoch: z.number().int().min(1),
  /** AES-256 key of the team, base64. */
  key: z.string().length(44),
  credentials: teamCredentials,
  /** The certificate that vouches for the server, where it is one of the lab's own. */
  certificate: z.string().max(20_000).nullable(),
});
export type TeamInvitation = Omit<z.infer<typeof invitation>, 'form'>;
