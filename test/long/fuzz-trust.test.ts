// Malformed messages and requests, a few of each: the many are in fuzz-trust.long.test.ts.
import { expect, test } from 'vitest';
import { attackCore, attackServer } from '../support/fuzz-trust.ts';

test('a few thousand malformed messages: no fault, no change, no path told', () => expect(attackCore(3_000, 1)).resolves.toBeUndefined());
test('some hundred malformed requests: no fault, no change, no path told', () => expect(attackServer(400, 1)).resolves.toBeUndefined());
