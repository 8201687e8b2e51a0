// Acts on what is promised to the people in a study.
import { updateConfidentiality } from '../../../electron/commands/confidentiality.ts';
import { NO_ANSWERS } from '../../../shared/domain/confidentiality.ts';
import type { Case } from './command-case.ts';

export const CONFIDENTIALITY_CASES: readonly Case[] = [
  [
    'confidentiality.update',
    'a day is set until which the study is kept',
    (s) => updateConfidentiality(s.project.session, { keepUntil: '2031-06-30' }),
  ],
  [
    'confidentiality.update',
    'the sheet says who is responsible',
    (s) => updateConfidentiality(s.project.session, { answers: { ...NO_ANSWERS, controller: 'Université' } }),
    (s) => updateConfidentiality(s.project.session, { keepUntil: '2031-06-30' }),
  ],
];
