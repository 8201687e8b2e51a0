// What opens a team's messages: beside the project in a file of its own that only its owner reads. Never in the project, which is copied and mailed.
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { Refusal } from '../../shared/domain/failure.ts';
import { teamCredentials } from '../../shared/domain/team-invitation.ts';
import { TEAM_ROLES } from '../../shared/domain/team-role.ts';
import type { TeamLine } from './line.ts';
import { openBytes, unwrapKey } from './message.ts';
import type { Opening, Rekey, TeamKeys } from './message.ts';

const secrets = z.object({
  form: z.literal(1),
  stream: z.string(),
  address: z.string(),
  certificate: z.string().nullable(),
  credentials: teamCredentials,
  /** By number, base64. */
  keys: z.record(z.string(), z.string()),
  /** X25519, PKCS 8, base64. */
  privateKey: z.string(),
  /** Whom this copy has invited, with the public key that the server knows them by, and who came with it. */
  invited: z.array(z.object({ name: z.string(), role: z.enum(TEAM_ROLES), nkey: z.string(), memberId: z.string().optional() })),
});
export type TeamSecrets = z.infer<typeof secrets>;

const OWNER_ONLY = 0o600;

/** `Thèse.trame` → `Thèse.trame.team` */
export function secretsPath(projectPath: string): string {
  return `${projectPath}.team`;
}

export function readSecrets(projectPath: string): TeamSecrets {
  const path = secretsPath(projectPath);
  try {
    return secrets.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new Refusal('team.keyMissing', { path });
  }
}

/** What was prepared for a team that is not made yet: the server had to learn a key first. */
export function preparedSecrets(projectPath: string): TeamSecrets | null {
  return existsSync(secretsPath(projectPath)) ? readSecrets(projectPath) : null;
}

/** Written whole and moved into place. */
export function writeSecrets(projectPath: string, given: TeamSecrets): void {
  const path = secretsPath(projectPath);
  const unfinished = `${path}.${process.pid}.new`;
  try {
    writeFileSync(unfinished, JSON.stringify(given, null, 1), { mode: OWNER_ONLY });
    renameSync(unfinished, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code) throw new Refusal('file.unwritable', { path });
    throw error;
  }
}

export function removeSecrets(projectPath: string): void {
  if (existsSync(secretsPath(projectPath))) rmSync(secretsPath(projectPath));
}

export function keysIn({ keys }: TeamSecrets): TeamKeys {
  return new Map(Object.entries(keys).map(([epoch, key]) => [Number(epoch), Buffer.from(key, 'base64')]));
}

/** The team's keys as this copy comes by them. */
export class KeyRing {
  readonly #path: string;
  keys: TeamKeys;

  constructor(projectPath: string) {
    this.#path = projectPath;
    this.keys = keysIn(readSecrets(projectPath));
  }

  /** After the keys beside the project were written anew. */
  reload(): void {
    this.keys = keysIn(readSecrets(this.#path));
  }

  /** Takes the next key. Refuses (`team.removed`) where it is for others; who drew it has it already. */
  take({ epoch, wrapped }: Rekey, memberId: string, isOwn: boolean): void {
    if (this.keys.has(epoch) || isOwn) return;
    const secrets = readSecrets(this.#path);
    const key = unwrapKey(secrets.privateKey, wrapped[memberId] ?? '');
    if (!key) throw new Refusal('team.removed');
    writeSecrets(this.#path, { ...secrets, keys: { ...secrets.keys, [epoch]: key.toString('base64') } });
    this.reload();
  }

  /** Somebody came with an invitation of this copy's, by whatever name. */
  came({ id, name, nkey }: { readonly id: string; readonly name: string; readonly nkey: string }): void {
    const secrets = readSecrets(this.#path);
    if (!secrets.invited.some((each) => each.nkey === nkey && each.memberId === undefined)) return;
    writeSecrets(this.#path, { ...secrets, invited: secrets.invited.map((each) => (each.nkey === nkey ? { ...each, name, memberId: id } : each)) });
  }

  /** Keys drawn while this copy was away; each lies on the shelf under the one before it. */
  async catchUp(line: TeamLine, { stream, step }: Opening, memberId: string): Promise<void> {
    for (let epoch = Math.max(...this.keys.keys()) + 1; ; epoch += 1) {
      const name = `keys-${epoch}`;
      const bytes = await line.get(name);
      if (!bytes) return;
      const { plain } = openBytes(`${stream} ${name}`, this.keys, step, { bytes, sequence: 0 });
      this.take(JSON.parse(plain.toString('utf8')) as Rekey, memberId, false);
    }
  }
}
