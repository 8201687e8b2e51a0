// The cases of all commands: one list per noun.
import type { Case } from './command-case.ts';
import { CELL_CASES } from './cell-cases.ts';
import { CODEBOOK_CASES } from './codebook-cases.ts';
import { CODER_CASES } from './coder-cases.ts';
import { COMMAND_CASES } from './command-cases.ts';
import { CORPUS_CASES } from './corpus-cases.ts';
import { ANALYSIS_CASES } from './analysis-cases.ts';
import { AUTOCODE_CASES } from './autocode-cases.ts';
import { CONFIDENTIALITY_CASES } from './confidentiality-cases.ts';
import { EXCHANGE_CASES } from './exchange-cases.ts';
import { GUIDE_CASES } from './guide-cases.ts';
import { HAND_CASES } from './hand-cases.ts';
import { IMPORT_CASES } from './import-cases.ts';
import { LINK_CASES } from './link-cases.ts';
import { MERGE_CASES } from './merge-cases.ts';
import { MEDIA_CASES } from './media-cases.ts';
import { MEMO_CASES } from './memo-cases.ts';
import { PRINT_CASES } from './print-cases.ts';
import { REVIEW_CASES } from './review-cases.ts';
import { SEARCH_CASES } from './search-cases.ts';
import { TEXT_CASES } from './text-cases.ts';
import { WORDS_CASES } from './words-cases.ts';

const LISTED: readonly Case[] = [
  ...COMMAND_CASES,
  ...CODER_CASES,
  ...CODEBOOK_CASES,
  ...CELL_CASES,
  ...AUTOCODE_CASES,
  ...CORPUS_CASES,
  ...CONFIDENTIALITY_CASES,
  ...EXCHANGE_CASES,
  ...GUIDE_CASES,
  ...HAND_CASES,
  ...IMPORT_CASES,
  ...LINK_CASES,
  ...MEDIA_CASES,
  ...MEMO_CASES,
  ...MERGE_CASES,
  ...PRINT_CASES,
  ...REVIEW_CASES,
  ...SEARCH_CASES,
  ...ANALYSIS_CASES,
  ...TEXT_CASES,
  ...WORDS_CASES,
];

/** One object per case, as tests name them. */
export const ALL_CASES = LISTED.map(([command, sentence, act, given]) => ({ command, sentence, act, given }));
