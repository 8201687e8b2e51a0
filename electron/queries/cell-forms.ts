// The forms that syntheses were given, for those who print them: matrices hold their words.
import { parseWrittenText } from '../../shared/domain/written-text.ts';
import type { WrittenText } from '../../shared/domain/written-text.ts';
import type { Project } from '../storage/open-project.ts';

/** Crossing → its synthesis with its form; crossings whose synthesis is plain words are absent. */
export function readCellForms({ sqlite }: Project): ReadonlyMap<string, WrittenText> {
  const rows = sqlite.prepare<[], { key: string; document: string }>('SELECT key, document FROM cell WHERE document IS NOT NULL').all();
  return new Map(
    rows.flatMap(({ key, document }) => {
      const form = parseWrittenText(document);
      return form ? [[key, form] as const] : [];
    }),
  );
}
