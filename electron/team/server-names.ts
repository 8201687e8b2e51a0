// What a team is called on its server, and the part of the server's configuration that says who may do what there.
import type { TeamRole } from '../../shared/domain/team-role.ts';

export const streamName = (stream: string): string => `TRAME_${stream}`;
export const bucketName = (stream: string): string => `trame-${stream}`;
/** Where members of a role publish what they did. */
export const logPath = (stream: string, role: TeamRole | '*'): string => `trame.${stream}.log.${role}`;
export const herePath = (stream: string): string => `trame.${stream}.here`;

interface ServerUser {
  readonly name: string;
  readonly role: TeamRole;
  readonly nkey: string;
}

/** Asking the stream and the store, without changing either. */
function reading(stream: string): string[] {
  return [streamName(stream), `OBJ_${bucketName(stream)}`].flatMap((name) => [
    `$JS.API.STREAM.INFO.${name}`,
    `$JS.API.STREAM.MSG.GET.${name}`,
    `$JS.API.DIRECT.GET.${name}`,
    `$JS.API.DIRECT.GET.${name}.>`,
    `$JS.API.CONSUMER.CREATE.${name}`,
    `$JS.API.CONSUMER.CREATE.${name}.>`,
    `$JS.API.CONSUMER.INFO.${name}.>`,
    `$JS.API.CONSUMER.DELETE.${name}.>`,
    `$JS.API.CONSUMER.MSG.NEXT.${name}.>`,
  ]);
}

/** Making the stream and the store, taking away what a snapshot holds. */
function keeping(stream: string): string[] {
  return [streamName(stream), `OBJ_${bucketName(stream)}`].flatMap((name) => [
    `$JS.API.STREAM.CREATE.${name}`,
    `$JS.API.STREAM.UPDATE.${name}`,
    `$JS.API.STREAM.PURGE.${name}`,
  ]);
}

function publishable(stream: string, role: TeamRole): string[] {
  return [
    logPath(stream, role),
    herePath(stream),
    // pictures and files that work brings along; a reviewer brings none
    ...(role === 'reviewer' ? [] : [`$O.${bucketName(stream)}.>`]),
    ...(role === 'researcher' ? keeping(stream) : []),
    '$JS.API.INFO',
    ...reading(stream),
    '$JS.FC.>',
  ];
}

const list = (subjects: readonly string[]): string => `[${subjects.map((subject) => `"${subject}"`).join(', ')}]`;

/**
 * The team's account for the `accounts { … }` of a nats-server: nobody else's streams can be seen from it; one user per member, who may publish under
 * their own role only.
 */
export function serverAccount(stream: string, users: readonly ServerUser[]): string {
  const lines = users.map(({ name, role, nkey }) => {
    const who = name.replace(/[\r\n#"]+/gu, ' ').trim();
    const allowed = `{ publish: ${list(publishable(stream, role))}, subscribe: ${list(['_INBOX.>', herePath(stream)])} }`;
    return `    # ${role}${who === '' ? '' : `, ${who}`}\n    { nkey: ${nkey}, permissions: ${allowed} }`;
  });
  return `${streamName(stream)} {\n  jetstream: enabled\n  users: [\n${lines.join('\n')}\n  ]\n}`;
}
