// The cases of all commands: one list per noun.
import type { Case } from './command-case.ts';
import { COMMAND_CASES } from './command-cases.ts';
import { CORPUS_CASES } from './corpus-cases.ts';
import { GUIDE_CASES } from './guide-cases.ts';
import { IMPORT_CASES } from './import-cases.ts';
import { MEDIA_CASES } from './media-cases.ts';
import { TEXT_CASES } from './text-cases.ts';

export const ALL_CASES: readonly Case[] = [...COMMAND_CASES, ...CORPUS_CASES, ...GUIDE_CASES, ...IMPORT_CASES, ...MEDIA_CASES, ...TEXT_CASES];
