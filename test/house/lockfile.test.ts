// The lockfile must serve every system, whatever registry it was last written against.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { missingOptionals } from '../../build/complete-lockfile.mjs';

const lock = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../package-lock.json'), 'utf8')) as {
  packages: Record<string, { resolved?: string; optionalDependencies?: Record<string, string> }>;
};

test('names the binaries of every system, so that npm ci accepts it everywhere', () => {
  expect(missingOptionals(lock.packages)).toEqual([]);
});

test('names no registry’s host', () => {
  expect(Object.values(lock.packages).filter((entry) => entry.resolved !== undefined)).toEqual([]);
});
