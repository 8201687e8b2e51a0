// What the command line prints and where: results on stdout, everything else on stderr.
import type { Language } from '../../shared/domain/project.ts';

/** The language of messages: TRAME_LANG, else the terminal's, else English. */
export function cliLanguage(): Language {
  const locale = process.env.TRAME_LANG ?? process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? '';
  return locale.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}

/** One line on stderr. */
export function warn(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Written whole before the process may end: stdout to a pipe is not synchronous everywhere. */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => process.stdout.write(text, (error) => (error ? reject(error) : resolve())));
}

export function printJson(value: unknown): Promise<void> {
  return print(`${JSON.stringify(value, null, 1)}\n`);
}

/** Rows with their columns aligned; the first row is the header. */
export function printTable(rows: readonly (readonly (string | number | null)[])[]): Promise<void> {
  const cells = rows.map((row) => row.map((value) => String(value ?? '').replace(/\s+/gu, ' ')));
  const widths = (cells[0] ?? []).map((_, column) => Math.min(60, Math.max(...cells.map((row) => [...(row[column] ?? '')].length))));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => ([...cell].length > 60 ? `${[...cell].slice(0, 59).join('')}…` : cell).padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return print(`${cells.map(line).join('\n')}\n`);
}

const BAR_WIDTH = 24;

/** A bar on a terminal, nothing elsewhere. */
export function progressBar(): (done: number, total: number, label: string) => void {
  if (!process.stderr.isTTY) return () => undefined;
  return (done, total, label) => {
    const filled = total === 0 ? BAR_WIDTH : Math.round((done / total) * BAR_WIDTH);
    process.stderr.write(
      `\r\u001b[K[${'#'.repeat(filled)}${'.'.repeat(BAR_WIDTH - filled)}] ${done}/${total} ${label.slice(0, 40)}${done === total ? '\n' : ''}`,
    );
  };
}
