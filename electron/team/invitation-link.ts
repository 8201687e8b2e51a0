// An invitation as a link, or as the file that holds one.
import { Refusal } from '../../shared/domain/failure.ts';
import { INVITATION_FORM, INVITATION_SCHEME, invitation } from '../../shared/domain/team-invitation.ts';
import type { TeamInvitation } from '../../shared/domain/team-invitation.ts';

/** Letters and figures only, so that mail programs leave it whole. */
export function invitationLink(given: TeamInvitation): string {
  return INVITATION_SCHEME + Buffer.from(JSON.stringify({ form: INVITATION_FORM, ...given })).toString('base64url');
}

/** Reads a link, or a file that holds one; line breaks that a mail program put in are no matter. Refuses anything else. */
export function readInvitation(text: string): TeamInvitation {
  const link = text.replace(/\s+/gu, '');
  let read: unknown;
  try {
    read = link.startsWith(INVITATION_SCHEME)
      ? JSON.parse(Buffer.from(link.slice(INVITATION_SCHEME.length), 'base64url').toString('utf8'))
      : undefined;
  } catch {
    read = undefined;
  }
  const form = (read as { form?: unknown } | undefined)?.form;
  if (typeof form === 'number' && form > INVITATION_FORM) throw new Refusal('team.programTooOld', { form });
  const parsed = invitation.safeParse(read);
  if (!parsed.success) throw new Refusal('team.invitationInvalid');
  const { form: _form, ...rest } = parsed.data;
  return rest;
}
