// What the system hands over when it starts the program or calls it again: a project's file, or a reference to follow. Without Electron, so that it is tested.
import { isAbsolute, resolve } from 'node:path';
import type { ReferredPlace } from '../shared/contract/link.ts';

/** Whether it claims to be a reference; the core says whether it is one. */
export function isLink(argument: string): boolean {
  return argument.toLowerCase().startsWith('trame:');
}

/** The first link of a command line; null without one. */
export function linkIn(argv: readonly string[]): string | null {
  return argv.find(isLink) ?? null;
}

/** The path of the first project of a command line that was given in `folder`; null without one. */
export function projectIn(argv: readonly string[], folder: string): string | null {
  const path = argv.find((argument) => argument.toLowerCase().endsWith('.trame') && !isLink(argument));
  if (path === undefined) return null;
  return isAbsolute(path) ? path : resolve(folder, path);
}

/** Where the page opens to show a passage, or its source alone. */
export function hashOf({ sourceId, passageId }: Pick<ReferredPlace, 'sourceId' | 'passageId'>): string {
  return `#/coding?${new URLSearchParams({ sourceId, ...(passageId === null ? {} : { passageId }) }).toString()}`;
}
