// The key of a project's pseudonyms: a file of its own, enciphered with a password of its own; nothing of it is ever in the project.
// One JSON object: {"format":"trame-key","version":1,"kdf":{"name":"scrypt","N":…,"r":8,"p":1,"salt":base64},"cipher":"aes-256-gcm",
// "nonce":base64 (12 bytes, a new one at every writing),"data":base64 (JSON, enciphered),"tag":base64 (16 bytes)}. What stands before
// "nonce" is authenticated with the data.
import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { Refusal } from '../../shared/domain/failure.ts';
import type { KeyContent } from '../../shared/domain/pseudonym.ts';

export const MIN_KEY_PASSWORD = 8;
/** 128 MB of memory for each guess. */
const COST = { N: 2 ** 17, r: 8, p: 1 };
const MOST_COST = 2 ** 20;
const KEY_BYTES = 32;
const NONCE_BYTES = 12;

interface Kdf {
  readonly name: 'scrypt';
  readonly N: number;
  readonly r: number;
  readonly p: number;
  readonly salt: string;
}

interface Written {
  readonly format: 'trame-key';
  readonly version: 1;
  readonly kdf: Kdf;
  readonly cipher: 'aes-256-gcm';
  readonly nonce: string;
  readonly data: string;
  readonly tag: string;
}

/** `Thèse.trame` → `Thèse.trame.cle` */
export function keyPathOf(projectPath: string): string {
  return `${projectPath}.cle`;
}

function derive(password: string, { N, r, p, salt }: Kdf): Buffer {
  if (!Number.isInteger(N) || N < 2 || N > MOST_COST || r !== COST.r || p !== COST.p) throw new Refusal('pseudonym.notAKey');
  return scryptSync(password.normalize('NFC'), Buffer.from(salt, 'base64'), KEY_BYTES, { N, r, p, maxmem: 256 * N * r });
}

const authenticated = (kdf: Kdf): Buffer => Buffer.from(JSON.stringify({ format: 'trame-key', version: 1, kdf, cipher: 'aes-256-gcm' }));

function parseKey(bytes: Uint8Array): Written {
  try {
    const read = JSON.parse(Buffer.from(bytes).toString('utf8')) as Written;
    if (
      read.format === 'trame-key' &&
      read.version === 1 &&
      read.kdf.name === 'scrypt' &&
      [read.nonce, read.data, read.tag].every((part) => typeof part === 'string')
    )
      return read;
  } catch {
    // said below
  }
  throw new Refusal('pseudonym.notAKey');
}

/** An open key: its content, and how it is written again without asking for the password. */
export class OpenKey {
  readonly #kdf: Kdf;
  readonly #secret: Buffer;
  content: KeyContent;

  private constructor(kdf: Kdf, secret: Buffer, content: KeyContent) {
    this.#kdf = kdf;
    this.#secret = secret;
    this.content = content;
  }

  static make(password: string, content: KeyContent): OpenKey {
    const kdf: Kdf = { name: 'scrypt', ...COST, salt: randomBytes(16).toString('base64') };
    return new OpenKey(kdf, derive(password, kdf), content);
  }

  /** Refuses (`pseudonym.notAKey`, `pseudonym.wrongPassword`). */
  static read(bytes: Uint8Array, password: string): OpenKey {
    const { kdf, nonce, data, tag } = parseKey(bytes);
    const secret = derive(password, kdf);
    try {
      const decipher = createDecipheriv('aes-256-gcm', secret, Buffer.from(nonce, 'base64'));
      decipher.setAAD(authenticated({ name: kdf.name, N: kdf.N, r: kdf.r, p: kdf.p, salt: kdf.salt }));
      decipher.setAuthTag(Buffer.from(tag, 'base64'));
      const plain = Buffer.concat([decipher.update(Buffer.from(data, 'base64')), decipher.final()]);
      return new OpenKey(kdf, secret, JSON.parse(plain.toString('utf8')) as KeyContent);
    } catch {
      throw new Refusal('pseudonym.wrongPassword');
    }
  }

  bytes(): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#secret, nonce);
    cipher.setAAD(authenticated(this.#kdf));
    const data = Buffer.concat([cipher.update(JSON.stringify(this.content), 'utf8'), cipher.final()]);
    const written: Written = {
      format: 'trame-key',
      version: 1,
      kdf: this.#kdf,
      cipher: 'aes-256-gcm',
      nonce: nonce.toString('base64'),
      data: data.toString('base64'),
      tag: cipher.getAuthTag().toString('base64'),
    };
    return Buffer.from(JSON.stringify(written));
  }

  /** Written whole beside its place and moved there: a key is never half there. */
  save(path: string): void {
    const unfinished = `${path}.new`;
    try {
      const file = openSync(unfinished, 'w', 0o600);
      writeSync(file, this.bytes());
      fsyncSync(file);
      closeSync(file);
      renameSync(unfinished, path);
    } catch {
      rmSync(unfinished, { force: true });
      throw new Refusal('file.unwritable', { path });
    }
  }
}

export function readKeyFile(path: string, password: string): OpenKey {
  if (!existsSync(path)) throw new Refusal('file.notFound', { path });
  return OpenKey.read(readFileSync(path), password);
}
