// Decides which words counts leave out; only what differs from the lists that ship is written.
import { isStoppedAsShipped } from '../../shared/words/stop-words.ts';
import { tokensOf } from '../../shared/words/tokens.ts';
import { readProject } from '../queries/project.ts';
import { newId, runCommand } from './run-command.ts';
import type { Session } from './run-command.ts';

interface WordRow {
  readonly id: string;
  readonly word: string;
  readonly isStopped: 0 | 1;
}

function differences({ project }: Session): Map<string, WordRow> {
  const rows = project.sqlite.prepare<[], WordRow>('SELECT id, word, is_stopped AS isStopped FROM stop_word').all();
  return new Map(rows.map((row) => [row.word, row]));
}

/** Words as typed, one or several; each is cut as texts are (« l’idée » is two). A decision equal to the list that ships takes the row away. */
export function setStopWords(session: Session, input: { readonly words: string; readonly isStopped: boolean }): void {
  const { language } = readProject(session.project);
  const words = [...new Set(tokensOf(input.words, language).map(({ text }) => text))];
  const known = differences(session);
  const changed = words.filter(
    (word) => (known.has(word) ? known.get(word)?.isStopped === 1 : isStoppedAsShipped(word, language)) !== input.isStopped,
  );
  if (changed.length === 0) return;
  const subject = { name: changed.join(', '), count: changed.length, isStopped: String(input.isStopped) };
  runCommand(session, { name: 'stopWord.set', input, subject }, ({ writer }) => {
    for (const word of changed) {
      const row = known.get(word);
      if (isStoppedAsShipped(word, language) === input.isStopped && row) writer.remove('stop_word', row.id);
      else if (row) writer.update('stop_word', row.id, { isStopped: Number(input.isStopped) });
      else writer.insert('stop_word', { id: newId(), word, isStopped: Number(input.isStopped) });
    }
  });
}

/** Back to the lists that ship. */
export function resetStopWords(session: Session): void {
  const rows = [...differences(session).values()];
  if (rows.length === 0) return;
  runCommand(session, { name: 'stopWord.reset', input: {}, subject: { count: rows.length } }, ({ writer }) => {
    for (const { id } of rows) writer.remove('stop_word', id);
  });
}
