// What a publisher's address says of the latest version, and how that compares with the one that runs.

/** What became of a search for an update that somebody asked for. */
export type UpdateAnswer =
  | { readonly kind: 'newer' | 'same' | 'older'; readonly version: string; readonly date: string | null; readonly page: string | null }
  /** Nobody published an address with this copy. */
  | { readonly kind: 'notConfigured' }
  | { readonly kind: 'unreachable'; readonly because: 'connection' | 'timeout' | 'status' | 'redirect' }
  /** Something answered, and not as a publisher does. */
  | { readonly kind: 'rubbish' };

export interface ProgramCard {
  readonly version: string;
  /** The address that a search for an update asks; null where none was given when the program was built. */
  readonly updateFeed: string | null;
}

const VERSION = /^(\d{1,6})\.(\d{1,6})\.(\d{1,6})(?:-([0-9A-Za-z.-]{1,60}))?$/u;
const LONGEST_PAGE = 500;
const DATE = /^\d{4}-\d{2}-\d{2}$/u;

interface FeedEntry {
  readonly version: string;
  readonly date: string | null;
  readonly page: string | null;
}

/** `{"version": "1.2.0", "date": "2027-01-31", "page": "https://…"}`, the last two where there are any; null for anything else. */
export function feedEntryIn(text: string): FeedEntry | null {
  const said = parsed(text);
  if (typeof said !== 'object' || said === null) return null;
  const { version, date, page } = said as Readonly<Record<string, unknown>>;
  if (typeof version !== 'string' || !VERSION.test(version)) return null;
  return { version, date: typeof date === 'string' && DATE.test(date) ? date : null, page: typeof page === 'string' ? pageIn(page) : null };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Only an address that a browser opens over an enciphered line, with no name before its host. */
function pageIn(text: string): string | null {
  return text.length <= LONGEST_PAGE && /^https:\/\/[\p{L}\p{N}.-]+(?::\d+)?(?:[/?#][^\s\\]*)?$/u.test(text) ? text : null;
}

/** Below 0: `a` is older. As semver orders them: a version with a suffix comes before the one without. */
export function compareVersions(a: string, b: string): number {
  const [one, other] = [VERSION.exec(a), VERSION.exec(b)];
  if (one === null || other === null) throw new Error(`no versions: ${a}, ${b}`);
  for (let part = 1; part <= 3; part += 1) {
    const difference = Number(one[part]) - Number(other[part]);
    if (difference !== 0) return difference;
  }
  return compareSuffixes(one[4], other[4]);
}

function compareSuffixes(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  const [ofA, ofB] = [a.split('.'), b.split('.')];
  for (const [index, one] of ofA.entries()) {
    const other = ofB[index];
    if (other === undefined) return 1;
    if (one !== other) return compareIdentifiers(one, other);
  }
  return -1;
}

/** Numbers by their size and before words, words letter by letter. */
function compareIdentifiers(a: string, b: string): number {
  const [isNumber, isOtherNumber] = [/^\d+$/u.test(a), /^\d+$/u.test(b)];
  if (isNumber && isOtherNumber) return Number(a) - Number(b);
  if (isNumber !== isOtherNumber) return isNumber ? -1 : 1;
  return a < b ? -1 : 1;
}
