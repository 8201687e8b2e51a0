// Every command, done by chance. A command that nobody draws does not compile.
import type { CommandName } from '../../../shared/i18n/commands.ts';
import { CODEBOOK_ACTS } from './codebook-acts.ts';
import { CODER_ACTS } from './coder-acts.ts';
import { CODING_ACTS } from './coding-acts.ts';
import { CORPUS_ACTS } from './corpus-acts.ts';
import { CONFIDENTIALITY_ACTS } from './confidentiality-acts.ts';
import type { Act } from './desk.ts';
import { MERGE_ACTS } from './merge-acts.ts';
import { LINK_ACTS } from './link-acts.ts';
import { MATRIX_ACTS } from './matrix-acts.ts';
import { ANALYSIS_ACTS } from './analysis-acts.ts';
import { PRINT_ACTS } from './print-acts.ts';
import { REVIEW_ACTS } from './review-acts.ts';
import { SEARCH_ACTS } from './search-acts.ts';
import { TEXT_ACTS } from './text-acts.ts';
import { WORDS_ACTS } from './words-acts.ts';
import { WRITING_ACTS } from './writing-acts.ts';

/** The making of a project is its first entry, and stays; what takes words out of the history is never taken back. */
export type DrawnCommand = Exclude<CommandName, 'project.create' | 'confidentiality.pseudonymise' | 'confidentiality.erase'>;

export const ACTS: Readonly<Record<DrawnCommand, Act>> = {
  ...CORPUS_ACTS,
  ...TEXT_ACTS,
  ...CODEBOOK_ACTS,
  ...CODER_ACTS,
  ...CONFIDENTIALITY_ACTS,
  ...CODING_ACTS,
  ...WRITING_ACTS,
  ...MATRIX_ACTS,
  ...PRINT_ACTS,
  ...REVIEW_ACTS,
  ...SEARCH_ACTS,
  ...ANALYSIS_ACTS,
  ...WORDS_ACTS,
  ...LINK_ACTS,
  ...MERGE_ACTS,
};

/** What people do all day comes several times. */
const OFTEN: readonly DrawnCommand[] = [
  'coding.apply',
  'coding.apply',
  'coding.applyNew',
  'coding.update',
  'passage.resize',
  'source.editTurn',
  'source.editTurn',
  'category.create',
  'category.update',
  'category.move',
  'memo.write',
  'memo.write',
  'cell.writeSynthesis',
];

export const DRAWN: readonly DrawnCommand[] = [...(Object.keys(ACTS) as DrawnCommand[]), ...OFTEN];
