// Words of fields that keep what is written by themselves.
import type { Texts } from './text.ts';

const fr = { kept: '✓ enregistré', notKept: 'pas encore enregistré' };
const en: typeof fr = { kept: '✓ saved', notKept: 'not saved yet' };

export const savedFieldText: Texts<typeof fr> = { fr, en };
