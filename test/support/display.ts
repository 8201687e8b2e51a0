// A display for the programs under test: the machine's own, or a virtual one where there is none.
import { spawn } from 'node:child_process';

export interface Display {
  /** What DISPLAY has to say. */
  readonly name: string;
  readonly close: () => void;
}

const SCREEN = '1920x1080x24';
const START_TIMEOUT_MS = 10_000;

/** TRAME_TEST_DISPLAY=own shows the tests' windows on the machine's own display. */
export function openDisplay(): Promise<Display> {
  const own = process.env['DISPLAY'];
  if (own && process.env['TRAME_TEST_DISPLAY'] === 'own') return Promise.resolve({ name: own, close: () => undefined });
  return new Promise((resolve, reject) => {
    // Xvfb takes a free number by itself and writes it to the descriptor named by -displayfd.
    const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const timeout = setTimeout(() => reject(new Error('Xvfb did not start')), START_TIMEOUT_MS);
    xvfb.once('error', reject);
    xvfb.once('exit', () => reject(new Error('Xvfb ended before it was ready')));
    xvfb.stdio[3]?.once('data', (number: Buffer) => {
      clearTimeout(timeout);
      resolve({ name: `:${number.toString().trim()}`, close: () => void xvfb.kill() });
    });
  });
}
