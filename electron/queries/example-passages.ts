// Passages shown as examples of categories, as they read now.
import { Refusal } from '../../shared/domain/failure.ts';
import { citationOf } from '../../shared/domain/source.ts';
import type { Project } from '../storage/open-project.ts';
import { readQuote } from './sources.ts';

interface PassageRow {
  start_turn_id: string;
  start_utf16: number;
  end_turn_id: string;
  end_utf16: number;
  lost_quote: string | null;
  source_name: string;
  number: number | null;
}

export interface ExampleWords {
  readonly words: string;
  /** `E12 §34` */
  readonly ref: string;
}

/** All its words, or the last ones it had before a correction took them away. */
export function passageWords(project: Project, passageId: string): string {
  return readPassage(project, passageId).words;
}

export function exampleWords(project: Project, passageId: string): ExampleWords {
  const { words, row } = readPassage(project, passageId);
  return { words: words.trim(), ref: citationOf(row.source_name, row.number) };
}

function readPassage(project: Project, passageId: string): { readonly words: string; readonly row: PassageRow } {
  const row = project.sqlite
    .prepare<[string], PassageRow>(
      `SELECT p.start_turn_id, p.start_utf16, p.end_turn_id, p.end_utf16, p.lost_quote, s.name AS source_name, t.number
       FROM passage p JOIN source s ON s.id = p.source_id JOIN turn t ON t.id = p.start_turn_id WHERE p.id = ?`,
    )
    .get(passageId);
  if (!row) throw new Refusal('passage.unknown');
  return { words: row.lost_quote ?? readQuote(project, row.start_turn_id, row.start_utf16, row.end_turn_id, row.end_utf16), row };
}
