// An invitation to a team: one file, or one link, with all that is needed to join and nothing of the study. Whoever has it can read the study.
import { z } from 'zod';
import { TEAM_ROLES } from './team-role.ts';
import { Refusal } from './failure.ts';

const FORM = 1;
export const INVITATION_SCHEME = 'trame-team://join/';
export const INVITATION_EXTENSION = '.trame-invitation';

/** How a member shows the server who they are: with a key of their own (NKEY), by name and password, or not at all. */
export const teamCredentials = z.union([z.object({ seed: z.string() }), z.object({ user: z.string(), password: z.string() }), z.null()]);
export type TeamCredentials = z.infer<typeof teamCredentials>;

const invitation = z.object({
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

/** Letters and figures only, so that mail programs leave a link whole. */
function toBase64Url(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/u, '');
}

function fromBase64Url(text: string): string {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder().decode(Uint8Array.from(binary, (letter) => letter.charCodeAt(0)));
}

export function invitationLink(given: TeamInvitation): string {
  return `${INVITATION_SCHEME}${toBase64Url(JSON.stringify({ form: FORM, ...given }))}`;
}

/** Reads a link, or a file that holds one; line breaks that a mail program put in are no matter. Refuses anything else. */
export function readInvitation(text: string): TeamInvitation {
  const link = text.replace(/\s+/gu, '');
  let read: unknown;
  try {
    read = link.startsWith(INVITATION_SCHEME) ? JSON.parse(fromBase64Url(link.slice(INVITATION_SCHEME.length))) : undefined;
  } catch {
    read = undefined;
  }
  const form = (read as { form?: unknown } | undefined)?.form;
  if (typeof form === 'number' && form > FORM) throw new Refusal('team.programTooOld', { form });
  const parsed = invitation.safeParse(read);
  if (!parsed.success) throw new Refusal('team.invitationInvalid');
  const { form: _form, ...rest } = parsed.data;
  return rest;
}
