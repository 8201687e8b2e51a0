// `npm run audit`: the registry's own list of known weaknesses against package-lock.json. High and critical ones are red unless
// build/audit-allowed.json says, until a date, why they do no harm here. Where the registry cannot be asked nothing is checked, and that is said.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { captured } from './processes.mjs';

/** @typedef {{ source?: number, title?: string, url?: string, severity: string, range?: string }} Advisory */
/** @typedef {{ name: string, via: (Advisory | string)[] }} Weakness */
/** @typedef {{ advisory: string, reason: string, until: string }} Allowed */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const RED = new Set(['high', 'critical']);

/**
 * Advisories that make the audit red, each as a line.
 *
 * @param {Record<string, Weakness>} weaknesses by package, as `npm audit --json` names them
 * @param {readonly Allowed[]} allowed `advisory` is the last part of its address: GHSA-…
 * @param {string} today as 2026-11-23
 * @returns {string[]}
 */
export function redAdvisories(weaknesses, allowed, today) {
  const lines = new Map();
  for (const { name, via } of Object.values(weaknesses)) {
    for (const advisory of via) {
      if (typeof advisory === 'string' || !RED.has(advisory.severity)) continue;
      const id = advisory.url?.split('/').at(-1) ?? String(advisory.source);
      const exception = allowed.find((each) => each.advisory === id);
      if (exception && exception.until >= today) continue;
      const isOver = exception ? ` (allowed until ${exception.until}: look again)` : '';
      lines.set(id, `${advisory.severity}: ${name} ${advisory.range ?? ''} ${id} ${advisory.title ?? ''}${isOver}`);
    }
  }
  return [...lines.values()].toSorted((a, b) => a.localeCompare(b));
}

/** @returns {Promise<number>} the exit code */
async function audit() {
  const { output } = await captured('npm', ['audit', '--json', '--package-lock-only', '--loglevel=silent'], ROOT);
  const start = output.indexOf('{');
  const report = start < 0 ? null : readJson(output.slice(start));
  if (!report?.vulnerabilities) {
    process.stdout.write('audit: the registry does not answer, nothing was checked\n');
    return 0;
  }
  /** @type {Allowed[]} */
  const allowed = JSON.parse(readFileSync(join(ROOT, 'build/audit-allowed.json'), 'utf8'));
  const red = redAdvisories(report.vulnerabilities, allowed, new Date().toISOString().slice(0, 10));
  process.stdout.write(red.length === 0 ? 'audit: no high or critical advisory\n' : `audit:\n${red.map((line) => `  ${line}`).join('\n')}\n`);
  return red.length === 0 ? 0 : 1;
}

/** @param {string} text @returns {{ vulnerabilities?: Record<string, Weakness> } | null} */
function readJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await audit();
