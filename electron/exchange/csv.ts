// Comma-separated text as spreadsheets read it: RFC 4180, with a byte order mark so that accents survive in Excel.

const BOM = '\ufeff';
/** A cell that a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** One field: quoted when it must be, and never a formula (a leading apostrophe keeps it text). */
export function csvField(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  return quotedField(FORMULA.test(value) ? `'${value}` : value);
}

/** As RFC 4180 wants it: in quotes where a comma, a quote or a line end stands in it. */
export function quotedField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The value as it was before `csvField` kept it from being taken for a formula. */
export function withoutFormulaGuard(value: string): string {
  return value.startsWith("'") && FORMULA.test(value.slice(1)) ? value.slice(1) : value;
}

export function toCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return BOM + rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
}
