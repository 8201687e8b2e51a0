// Identifiers as the standard writes them: upper case, without braces; derived ones are always the same for the same things.
import { createHash } from 'node:crypto';

const NAMESPACE = Buffer.from('6f1d0f3a4c5e4b0f9a31c0a7e2d9b584', 'hex');
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A GUID of version 5: for what has no id of its own in a project, named by what it is made of. */
export function derivedGuid(...parts: readonly string[]): string {
  const hash = createHash('sha1').update(NAMESPACE).update(parts.join('\u0000')).digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex').toUpperCase();
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

const BARE_LENGTH = 36;
const SPACE = 0x20;

/** As programs write them (braces, either case) → as this program keeps its own ids; what is no GUID stays, trimmed, to be compared. */
export function plainGuid(written: string | undefined): string {
  if (written?.length === BARE_LENGTH && written.charCodeAt(0) > SPACE) return written.toLowerCase().trimEnd();
  const plain = (written ?? '').trim();
  return (plain.startsWith('{') && plain.endsWith('}') ? plain.slice(1, -1) : plain).toLowerCase();
}

export function isGuid(plain: string): boolean {
  return GUID.test(plain);
}
