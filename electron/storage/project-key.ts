// The key of a protected project: drawn from its password, held in memory only while the project is open, and the one place that hands it to SQLite.
import * as crypto from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import Database from 'better-sqlite3';
import { argon2idAsync } from '@noble/hashes/argon2.js';
import { Refusal } from '../../shared/domain/failure.ts';
import { LEAST_PASSWORD_LETTERS } from '../../shared/domain/protection.ts';

/**
 * 32 bytes of key, then the 16 of the file's salt. In shared memory: a thread that reads the project gets the same bytes, and wiping them
 * wipes its too.
 */
export type ProjectKey = Uint8Array<SharedArrayBuffer>;

/** Where a project lies, and what opens it. */
export interface ProjectPlace {
  readonly path: string;
  readonly key: ProjectKey | null;
}

/** What a protected file begins with, in place of SQLite's own words: the first four bytes of its salt, whose digit names the derivation. */
const MARK = Buffer.from('TRP1');
const SALT_BYTES = 16;
const KEY_BYTES = 32;

/** AEGIS-256: each page is enciphered and signed. */
const CIPHER = 'aegis';

/** The second choice of RFC 9106, section 4: three passes over 64 MiB in four lanes. Named by the mark; another choice needs another mark. */
const ARGON2 = { passes: 3, memoryKib: 65_536, lanes: 4 };

/** A password typed on two systems may spell its accents in two ways. */
const bytesOf = (password: string): Buffer => Buffer.from(password.normalize('NFC'));

/** The same by the system's own code where the runtime has it (Electron's has not). */
async function argon2id(password: Buffer, salt: Uint8Array): Promise<Uint8Array> {
  const { passes, memoryKib: memory, lanes } = ARGON2;
  if (typeof crypto.argon2 !== 'function') return argon2idAsync(password, salt, { t: passes, m: memory, p: lanes, dkLen: KEY_BYTES });
  return new Promise((resolve, reject) => {
    const parameters = { message: password, nonce: salt, parallelism: lanes, tagLength: KEY_BYTES, memory, passes };
    crypto.argon2('argon2id', parameters, (error, drawn) => (error ? reject(error) : resolve(drawn)));
  });
}

/** `salt`: 16 bytes, of which the first four are the mark. */
export async function drawKey(password: string, salt: Uint8Array): Promise<ProjectKey> {
  const typed = bytesOf(password);
  const drawn = await argon2id(typed, salt);
  const key = new Uint8Array(new SharedArrayBuffer(KEY_BYTES + SALT_BYTES));
  key.set(drawn);
  key.set(salt, KEY_BYTES);
  drawn.fill(0);
  typed.fill(0);
  return key;
}

/** For a file that is to be made. Refuses (`password.tooShort`) what is guessed in no time. */
export function newKey(password: string): Promise<ProjectKey> {
  if ([...password].length < LEAST_PASSWORD_LETTERS) throw new Refusal('password.tooShort', { least: LEAST_PASSWORD_LETTERS });
  return drawKey(password, Buffer.concat([MARK, crypto.randomBytes(SALT_BYTES - MARK.length)]));
}

function saltOf(path: string): Uint8Array | null {
  const salt = Buffer.alloc(SALT_BYTES);
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return null;
  }
  try {
    return readSync(file, salt, 0, SALT_BYTES, 0) === SALT_BYTES && salt.subarray(0, MARK.length).equals(MARK) ? salt : null;
  } catch {
    // a folder opens, and cannot be read
    return null;
  } finally {
    closeSync(file);
  }
}

/** False too for a file that is not there. */
export function isProtected(path: string): boolean {
  return saltOf(path) !== null;
}

/** The key by which a file opens if the password is its own; null for one that needs none. */
export async function keyFor(path: string, password: string | undefined): Promise<ProjectKey | null> {
  const salt = saltOf(path);
  if (salt === null) return null;
  if (password === undefined) throw new Refusal('project.encrypted', { path });
  return drawKey(password, salt);
}

/** The same for a file that may be a copy of the project that is open, and then opens with its key. */
export async function keyForOther(path: string, open: ProjectKey | null, password: string | undefined): Promise<ProjectKey | null> {
  const salt = saltOf(path);
  return open !== null && salt?.every((byte, at) => byte === open[KEY_BYTES + at]) === true ? open : keyFor(path, password);
}

/** Whoever still holds it, in whichever thread, holds nothing. */
export function wipe(key: ProjectKey | null): void {
  key?.fill(0);
}

const DIGITS = Buffer.from('0123456789abcdef');

/** The key as SQLite takes it (`x'…'`), in bytes that can be wiped. */
function spelled(key: ProjectKey): Buffer {
  // the project was closed or locked meanwhile
  if (key.subarray(0, KEY_BYTES).every((byte) => byte === 0)) throw new Refusal('project.none');
  const spelling = Buffer.alloc(key.length * 2 + 3, "'");
  spelling.write('x');
  key.forEach((byte, at) => {
    spelling[2 + at * 2] = DIGITS[byte >> 4] ?? 0;
    spelling[3 + at * 2] = DIGITS[byte & 15] ?? 0;
  });
  return spelling;
}

/** What the enciphering build has besides. */
type Keyed = Database.Database & { key(spelling: Buffer): number };

/** A connection to a project's file; every one goes through here. What the file is, is told by the first question that is asked of it. */
export function connect(path: string, key: ProjectKey | null, options: Database.Options = {}): Database.Database {
  const sqlite = new Database(path, options);
  if (key === null) return sqlite;
  try {
    sqlite.pragma(`cipher = '${CIPHER}'`);
    const spelling = spelled(key);
    (sqlite as Keyed).key(spelling);
    spelling.fill(0);
    // nothing that SQLite lays aside leaves memory
    sqlite.pragma('temp_store = MEMORY');
    return sqlite;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

/** Another file beside the one that is open, under `name`; each has its own key, or none. */
export function attach(sqlite: Database.Database, path: string, key: ProjectKey | null, name: string): void {
  const spelling = key === null ? Buffer.alloc(0) : spelled(key);
  if (key !== null) {
    sqlite.pragma(`cipher = '${CIPHER}'`);
    // what is sorted of it must not reach the disk either
    sqlite.pragma('temp_store = MEMORY');
  }
  sqlite.prepare(`ATTACH ? AS ${name} KEY ?`).run(path, key === null ? '' : spelling);
  spelling.fill(0);
}

/** A key for one purpose, from which neither the project's nor another purpose's can be told. */
export function keyOfPurpose(key: ProjectKey, purpose: string): Buffer {
  return Buffer.from(crypto.hkdfSync('sha256', Buffer.from(key.subarray(0, KEY_BYTES)), Buffer.from(key.subarray(KEY_BYTES)), purpose, 32));
}
