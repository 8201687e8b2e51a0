// The mark by which a file of comments shows that nobody wrote in it by hand. No secret: it tells of accidents, not of forgers.
// A library rather than `crypto.subtle`, which pages opened from a stick do not have in every browser.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256, 64 hexadecimal digits. */
export const digestOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
