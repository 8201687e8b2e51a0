// What leaves this machine, enciphered with the team's key: the server sees who sends how much and when, never a word of the study.
import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { Refusal } from '../../shared/domain/failure.ts';
import type { TeamRole } from '../../shared/domain/team-role.ts';
import type { SharedEntry } from '../storage/team-log.ts';
import type { TeamMember } from '../storage/team-state.ts';

/** Of messages and of what lies on the shelf. */
const FORM = 1;
const MAGIC = Buffer.from('TRM1', 'latin1');
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** The team's keys by number; a new one is drawn when a member is removed. */
export type TeamKeys = ReadonlyMap<number, Buffer>;

export interface Header {
  readonly form: number;
  /** The newest migration that the sender's program knows. */
  readonly step: number;
  readonly epoch: number;
  readonly member: string;
  readonly role: TeamRole;
}

/** The team's next key, wrapped for each member who stays. */
export interface Rekey {
  readonly epoch: number;
  readonly wrapped: Readonly<Record<string, string>>;
}

/** What opens a team's messages; `step` is the newest migration known here. */
export interface Opening {
  readonly stream: string;
  readonly keys: TeamKeys;
  readonly step: number;
}

export interface Content {
  readonly entries?: readonly SharedEntry[];
  /** Who came or left; who comes says by which key the server knows them. */
  readonly members?: readonly (TeamMember & { readonly nkey?: string })[];
  readonly rekey?: Rekey;
  /** The message itself lies on the shelf under this name: it was too large. */
  readonly onShelf?: string;
}

export function newTeamKey(): Buffer {
  return randomBytes(KEY_BYTES);
}

function encipher(key: Buffer, associated: Buffer, plain: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(associated);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Throws where the key is another one, or a byte was changed. */
function decipher(key: Buffer, associated: Buffer, sealed: Uint8Array): Buffer {
  const decipherer = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES));
  decipherer.setAAD(associated);
  decipherer.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipherer.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipherer.final()]);
}

/** What belongs to one stream opens in no other, and says truly who sent it under which role. */
function associatedWith(stream: string, header: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${stream}\0`, 'utf8'), header]);
}

/** Bytes under a header that anybody may read. */
export function sealBytes(stream: string, header: Omit<Header, 'form'>, keys: TeamKeys, plain: Uint8Array): Uint8Array {
  const key = keys.get(header.epoch);
  if (!key) throw new Refusal('team.removed');
  const written = Buffer.from(JSON.stringify({ form: FORM, ...header }), 'utf8');
  const length = Buffer.alloc(2);
  length.writeUInt16BE(written.length);
  return Buffer.concat([MAGIC, length, written, encipher(key, associatedWith(stream, written), deflateRawSync(plain))]);
}

export function sealMessage(stream: string, header: Omit<Header, 'form'>, keys: TeamKeys, content: Content): Uint8Array {
  return sealBytes(stream, header, keys, Buffer.from(JSON.stringify(content), 'utf8'));
}

function headerOf(bytes: Buffer): { readonly header: Header; readonly written: Buffer; readonly rest: Buffer } | null {
  if (bytes.length < MAGIC.length + 2 || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  const start = MAGIC.length + 2;
  const written = bytes.subarray(start, start + bytes.readUInt16BE(MAGIC.length));
  try {
    return { header: JSON.parse(written.toString('utf8')) as Header, written, rest: bytes.subarray(start + written.length) };
  } catch {
    return null;
  }
}

/** `step` is the newest migration known here. Refuses what comes from a newer program, from elsewhere, or with a key that is not had here. */
export function openBytes(
  stream: string,
  keys: TeamKeys,
  step: number,
  { bytes, sequence }: { readonly bytes: Uint8Array; readonly sequence: number },
): { readonly header: Header; readonly plain: Buffer } {
  const read = headerOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (!read) throw new Refusal('team.undecipherable', { sequence });
  const { header, written, rest } = read;
  if (header.form > FORM || header.step > step) throw new Refusal('team.newerProgram', { step: header.step, known: step });
  const key = keys.get(header.epoch);
  if (!key) throw new Refusal([...keys.keys()].every((epoch) => epoch < header.epoch) ? 'team.removed' : 'team.undecipherable', { sequence });
  try {
    return { header, plain: inflateRawSync(decipher(key, associatedWith(stream, written), rest)) };
  } catch {
    throw new Refusal('team.undecipherable', { sequence });
  }
}

export function openMessage(
  stream: string,
  keys: TeamKeys,
  step: number,
  message: { readonly bytes: Uint8Array; readonly sequence: number },
): { readonly header: Header; readonly content: Content } {
  const { header, plain } = openBytes(stream, keys, step, message);
  return { header, content: JSON.parse(plain.toString('utf8')) as Content };
}

/** A member's own pair of keys, both as base64 of their DER forms. */
export function newMemberKeys(): { readonly publicKey: string; readonly privateKey: string } {
  const pair = generateKeyPairSync('x25519');
  return {
    publicKey: pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  };
}

const WRAPPING = 'trame team key';

/** A key that only the owner of this public key gets out again. */
export function wrapKey(publicKey: string, key: Buffer): string {
  const own = generateKeyPairSync('x25519');
  const shared = diffieHellman({
    privateKey: own.privateKey,
    publicKey: createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' }),
  });
  const sender = own.publicKey.export({ type: 'spki', format: 'der' });
  const wrapping = Buffer.from(hkdfSync('sha256', shared, sender, WRAPPING, KEY_BYTES));
  return Buffer.concat([Buffer.from([sender.length]), sender, encipher(wrapping, sender, key)]).toString('base64');
}

/** Null for a wrapping that was made for somebody else. */
export function unwrapKey(privateKey: string, wrapped: string): Buffer | null {
  try {
    const bytes = Buffer.from(wrapped, 'base64');
    const sender = bytes.subarray(1, 1 + (bytes[0] ?? 0));
    const shared = diffieHellman({
      privateKey: createPrivateKey({ key: Buffer.from(privateKey, 'base64'), type: 'pkcs8', format: 'der' }),
      publicKey: createPublicKey({ key: sender, type: 'spki', format: 'der' }),
    });
    const wrapping = Buffer.from(hkdfSync('sha256', shared, sender, WRAPPING, KEY_BYTES));
    return decipher(wrapping, sender, bytes.subarray(1 + sender.length));
  } catch {
    return null;
  }
}
