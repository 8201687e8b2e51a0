// Names to be replaced, told in a line each, and the search for what is left of them on the disk.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { planPseudonyms, pseudonymise } from '../../electron/commands/pseudonymise.ts';
import type { Session } from '../../electron/commands/run-command.ts';
import type { NamedEntity } from '../../shared/domain/pseudonym.ts';

export const WATCH = { onProgress: () => undefined, isCancelled: () => false };

/** `{ Claire: ['Sophie', 'Mme Durand = Mme Martin'] }` */
export function entities(told: Readonly<Record<string, readonly string[]>>, keepsCapitals = false): NamedEntity[] {
  return Object.entries(told).map(([pseudonym, forms], index) => ({
    id: `e${index}`,
    kind: 'person',
    pseudonym,
    keepsCapitals,
    forms: forms.map((told) => {
      const [form = '', replacement = null] = told.split(' = ');
      return { form, replacement };
    }),
  }));
}

export async function replaceNames(session: Session, told: Readonly<Record<string, readonly string[]>>): Promise<void> {
  pseudonymise(session, await planPseudonyms(session, entities(told), WATCH));
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesUnder(join(path, name)));
}

/** Where the words stand in any byte of these files and folders, in UTF-8 or UTF-16, as they are written here. */
export function foundOnDisk(paths: readonly string[], words: readonly string[]): string[] {
  return paths.flatMap(filesUnder).flatMap((file) => {
    const bytes = readFileSync(file);
    return words.flatMap((word) =>
      (['utf8', 'utf16le'] as const)
        .filter((encoding) => bytes.includes(Buffer.from(word, encoding)))
        .map((encoding) => `${file}: ${word} (${encoding})`),
    );
  });
}
