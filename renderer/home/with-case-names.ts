// Adds typed or pasted case names to those already there.

/** One name a line; blank lines and names already there are left out. */
export function withCaseNames(names: readonly string[], typed: string): string[] {
  const added = typed.split(/\r?\n/).map((line) => line.trim());
  return [...new Set([...names, ...added.filter((line) => line !== '')])];
}
