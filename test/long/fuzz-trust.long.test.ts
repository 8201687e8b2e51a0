// 50,000 malformed messages to the core and 10,000 malformed requests to the server.
import { expect, test } from 'vitest';
import { attackCore, attackServer } from '../support/fuzz-trust.ts';

test('50,000 malformed messages: no fault, no change, no path told', () => expect(attackCore(50_000, 20_261)).resolves.toBeUndefined());
test('10,000 malformed requests: no fault, no change, no path told', () => expect(attackServer(10_000, 20_262)).resolves.toBeUndefined());
