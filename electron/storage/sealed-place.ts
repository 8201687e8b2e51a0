// Where somebody was, and what they were writing, when their project was locked: enciphered under the project's key, until its password is given again.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyOfPurpose } from './project-key.ts';
import type { ProjectKey } from './project-key.ts';
import { settingsFolder } from './settings.ts';

const CIPHER = 'aes-256-gcm';
const PURPOSE = 'trame place 1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const OWNER_ONLY = 0o600;

const folder = (): string => join(settingsFolder(), 'locked');
const fileOf = (projectPath: string): string => join(folder(), createHash('sha256').update(projectPath).digest('hex').slice(0, 24));

/** Where the folder cannot be written the project is locked all the same, only without a memory of the place. */
export function sealPlace(projectPath: string, key: ProjectKey, place: string): void {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyOfPurpose(key, PURPOSE), nonce);
  const sealed = Buffer.concat([cipher.update(place, 'utf8'), cipher.final()]);
  const path = fileOf(projectPath);
  try {
    mkdirSync(folder(), { recursive: true, mode: 0o700 });
    writeFileSync(`${path}.new`, Buffer.concat([nonce, cipher.getAuthTag(), sealed]), { mode: OWNER_ONLY });
    renameSync(`${path}.new`, path);
  } catch (error) {
    if (!(error as NodeJS.ErrnoException).code) throw error;
  }
}

/** Once. Null where nothing was sealed, or under another password. */
export function unsealPlace(projectPath: string, key: ProjectKey): string | null {
  const path = fileOf(projectPath);
  if (!existsSync(path)) return null;
  const bytes = readFileSync(path);
  rmSync(path);
  const [nonce, tag, sealed] = [
    bytes.subarray(0, NONCE_BYTES),
    bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES),
    bytes.subarray(NONCE_BYTES + TAG_BYTES),
  ];
  try {
    const decipher = createDecipheriv(CIPHER, keyOfPurpose(key, PURPOSE), nonce, { authTagLength: TAG_BYTES }).setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
