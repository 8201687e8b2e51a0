// What is done by chance to what is promised to the people in a study.
import { updateConfidentiality } from '../../../electron/commands/confidentiality.ts';
import { NO_ANSWERS } from '../../../shared/domain/confidentiality.ts';
import type { Act } from './desk.ts';

export const CONFIDENTIALITY_ACTS = {
  'confidentiality.update': (d) =>
    updateConfidentiality(d.session, { keepUntil: d.maybe(`20${d.luck.below(50) + 40}-01-01`), answers: { ...NO_ANSWERS, contact: d.name } }),
} satisfies Record<string, Act>;
