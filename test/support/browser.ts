// A real browser for the tests: the machine's Chromium, driven by playwright-core.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

/** TRAME_CHROMIUM names another one. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** No graphics card, no root sandbox, and no word to the network that a test did not ask for. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let shared: Promise<Browser> | undefined;

/** One for all files of tests that a worker runs; it ends with the worker. What a file opens in it, it closes. */
export function sharedBrowser(): Promise<Browser> {
  return (shared ??= launchBrowser());
}

/** Close it with `.close()`. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['TRAME_CHROMIUM'] ?? PLACES.find((place) => existsSync(place));
  if (executablePath === undefined) throw new Error('No Chromium found: install the package chromium, or name one in TRAME_CHROMIUM.');
  // without a locale a browser does not give a file a name with accents
  return chromium.launch({ executablePath, args: FLAGS, env: { ...process.env, LANG: 'C.UTF-8' } as Record<string, string> });
}
