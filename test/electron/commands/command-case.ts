// What a case of the commands' tests is: a command, the sentence that tells it, and the act itself on a study.
import type { CommandName } from '../../../shared/i18n/commands.ts';
import type { Study } from '../../support/study.ts';

/** `given` sets up what the act needs, before anything is counted. */
export type Case = readonly [command: CommandName, sentence: string, act: (study: Study) => unknown, given?: (study: Study) => unknown];
