// How the command line is used: its help names what exists and nothing else, and a wrong use is told from a refusal.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { aStudyFile, done, json, misused, onThisTerminal } from '../../support/command-line.ts';
import { aFolder } from '../../support/project.ts';

onThisTerminal();

const CLI = resolve(import.meta.dirname, '../../../electron/cli.ts');
/** The commands without which the main job cannot be done. */
const MAIN_JOB = [
  'new',
  'grids',
  'grid',
  'import',
  'code',
  'list',
  'text',
  'edit',
  'matrix',
  'synthesis',
  'export',
  'undo',
  'redo',
  'log',
  'check',
  'serve',
  'demo',
];
/** Commands that were thought of, there or not yet. */
const THOUGHT_OF = [
  'search',
  'retrieve',
  'cooccurrence',
  'crosstab',
  'agreement',
  'saturation',
  'codebook',
  'quotes',
  'corpus-table',
  'merge',
  'review',
  'team',
  'backup',
];

/** The commands that the help lists. */
async function listed(): Promise<string[]> {
  const { out } = await done('--help');
  return [...(out.split('Commands:\n')[1] ?? '').matchAll(/^ {2}([a-z][a-z-]*)/gm)].map(([, name = '']) => name).filter((name) => name !== 'help');
}

describe('help', () => {
  it('lists every command of the main job', async () => {
    expect(await listed()).toEqual(expect.arrayContaining(MAIN_JOB));
  });

  it('of a listed command is on stdout; a command that is not listed does not exist', async () => {
    const commands = await listed();
    for (const name of commands) {
      const { out, err } = await done(name, '--help');
      expect(out).toMatch(new RegExp(`^Usage: trame ${name}( |\\n)`));
      expect(err).toBe('');
      expect(out).not.toMatch(/undefined/);
    }
    for (const name of THOUGHT_OF.filter((each) => !commands.includes(each))) expect(await misused(name, 'étude.trame')).toMatch(/unknown command/);
  });

  it('is what `trame help` prints, and what nothing at all gets as an error', async () => {
    const { out } = await done('--help');
    expect((await done('help')).out).toBe(out);
    expect(await misused()).toBe(out);
    expect((await done('help', 'code')).out).toBe((await done('code', '--help')).out);
  });
});

describe('a wrong use', () => {
  it.each<[readonly string[], RegExp]>([
    [['coder'], /unknown command 'coder'/],
    [['--json'], /unknown option '--json'/],
    [['new', '--title', 'T'], /missing required argument 'file'/],
    [['new', 'a.trame'], /required option '--title <title>' not specified/],
    [['new', 'a.trame', '--title', 'T', '--lang', 'de'], /Allowed choices are fr, en/],
    [['new', 'a.trame', '--title'], /argument missing/],
    [['new', 'a.trame', 'b.trame', '--title', 'T'], /too many arguments/],
    [['grids', '--out', 'x'], /unknown option '--out'/],
    [['grid', 'a.trame', 'add'], /missing required argument 'what'/],
    [['grid', 'a.trame', 'retirer', 'x'], /unknown verb 'retirer'/],
    [['grid', 'a.trame', 'export', 'x'], /--out/],
    [['import', 'a.trame'], /missing required argument 'paths'/],
    [['code', 'a.trame'], /missing required argument 'table'/],
    [['code', 'a.trame', 't.csv', '--unit', 'byte'], /Allowed choices are utf16, codepoint/],
    [['list', 'a.trame'], /missing required argument 'what'/],
    [['list', 'a.trame', 'livres'], /Allowed choices are sources/],
    [['text', 'a.trame'], /missing required argument 'source'/],
    [['export', 'a.trame'], /--out/],
    [['undo'], /missing required argument 'file'/],
    [['undo', 'a.trame', '0'], /whole number from 1/],
    [['undo', 'a.trame', 'deux'], /whole number from 1/],
    [['redo', 'a.trame', '1.5'], /whole number from 1/],
    [['log', 'a.trame', 'x'], /too many arguments/],
    [['check', 'a.trame', '--jsno'], /unknown option '--jsno'/],
    [['serve', 'a.trame', '--port', '70000'], /0 to 65535/],
    [['demo'], /missing required argument 'dir'/],
  ])('%j ends with 2 and says why', async (args, because) => {
    expect(await misused(...args)).toMatch(because);
  });
});

describe('a real process', () => {
  const run = promisify(execFile);

  it('ends with the code, and keeps results and messages apart', async () => {
    const ended = await run(process.execPath, [CLI, 'list', join(aFolder(), 'rien.trame'), 'sources', '--json']).catch((error: unknown) => error);
    expect(ended).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^This file does not exist: [^\n]*rien\.trame[^\n]*\n$/) as string,
    });
  });

  it('serves a project until it is told to stop', async () => {
    const { path } = await aStudyFile({ 'Pôle 1': { E01: 'Bonjour.' } });
    const child = spawn(process.execPath, [CLI, 'serve', path, '--json'], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    const ended = once(child, 'exit');
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const { url } = JSON.parse(line) as { url: string };
    expect((await fetch(url.split('?')[0] ?? '')).status).toBe(401);
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(303);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(await json('list', path, 'sources')).toHaveLength(1);
  });
});

describe('the demo', () => {
  it('builds its project and every file in a folder that it makes', async () => {
    const dir = join(aFolder(), 'là-bas', 'démo');
    const { project, files } = await json<{ project: string; files: string[] }>('demo', dir);
    expect(files.map((file) => file.split('.').at(-1))).toEqual([
      'docx',
      'odt',
      'pdf',
      'xlsx',
      'csv',
      'html',
      'md',
      'tex',
      'json',
      'svg',
      'png',
      'docx',
    ]);
    for (const file of files) expect(statSync(file).size).toBeGreaterThan(1000);
    expect((await done('check', project)).out).toBe('ok\n');
    const { columns } = JSON.parse(readFileSync(join(dir, 'matrice.json'), 'utf8')) as { columns: { path: string[] }[] };
    expect(new Set(columns.map(({ path }) => path.at(-1)))).toEqual(new Set(['Pôle 1', 'Pôle 2']));
  });
});
