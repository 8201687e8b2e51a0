// 50,000 malformed messages to the core and 10,000 malformed requests to the server.
import { test } from 'vitest';
import { attackCore, attackServer } from '../support/fuzz-trust.ts';

test('50,000 malformed messages: no fault, no change, no path told', () => attackCore(50_000, 20_261));
test('10,000 malformed requests: no fault, no change, no path told', () => attackServer(10_000, 20_262));
