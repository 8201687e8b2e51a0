// What of the addresses in a memo may be handed to the system: the system opens whatever program claims an address, so few are. Without Electron, so that it is tested.

/** Longer than any address that a person would read before agreeing to it. */
const LONGEST = 2_000;

/** Null for what is no address. */
export function parsedAddress(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

/**
 * The address as the person is to read it, with its host spelt as the network spells it (no letters that only look alike); null for
 * what is not handed over: other programs' addresses, files, scripts, connections that anybody can listen to (http), names before an @.
 */
export function outsideAddress(address: string): string | null {
  const url = address.length > LONGEST ? null : parsedAddress(address);
  if (url === null) return null;
  const isSecure = url.protocol === 'https:' && url.hostname !== '' && url.username === '' && url.password === '';
  return isSecure || url.protocol === 'mailto:' ? url.href : null;
}
