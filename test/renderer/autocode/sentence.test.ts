// A rule reads as a sentence in both languages, whatever it looks for.
import { expect, it } from 'vitest';
import { emptyFind, NEW_DRAFT, withFind } from '../../../renderer/autocode/rule-in-hand.ts';
import { quotePieces } from '../../../renderer/autocode/quote-pieces.ts';
import { plainSentence } from '../../../renderer/autocode/sentence.ts';
import type { Frame } from '../../../renderer/autocode/sentence.ts';
import type { RuleFind } from '../../../shared/domain/coding-rule.ts';
import type { CaseId, CategoryId, ParticipantId } from '../../../shared/domain/ids.ts';
import { autocodeText } from '../../../shared/i18n/autocode.ts';

const frame = {
  corpus: {
    cases: [{ id: 'c1', name: 'Pôle 1', position: 0 }],
    participants: [{ id: 'p1', name: 'Directrice', caseId: null, isInterviewer: false, sourceIds: [] }],
    sources: [{ id: 's1', name: 'E01' }],
  },
  codebook: [{ categories: [{ id: 'k1', name: 'Écoute' }] }],
  guides: [],
} as unknown as Frame;

function said(find: RuleFind, language: 'fr' | 'en' = 'fr', scope = NEW_DRAFT.scope): string {
  const draft = { ...withFind(NEW_DRAFT, find), find, scope, categoryIds: ['k1' as CategoryId] };
  return plainSentence(draft, frame, autocodeText[language]).replace(/\u00a0/g, ' ');
}

it('says what is looked for, where, how much is coded and with what', () => {
  const words: RuleFind = { kind: 'text', words: 'écoute, écouter', mode: 'words' };
  expect(said(words)).toBe('Chercher les mots « écoute » ou « écouter » dans tout le corpus, sans les enquêteurs, et coder la phrase avec Écoute.');
  expect(said(words, 'en')).toBe(
    'Look for the words “écoute” or “écouter” in the whole corpus, without interviewers, and code the sentence with Écoute.',
  );
  const inCase = { sourceIds: null, caseIds: ['c1' as CaseId], withInterviewers: true };
  expect(said({ kind: 'speaker', participantIds: ['p1' as ParticipantId] }, 'fr', inCase)).toBe(
    'Chercher ce que dit Directrice dans le cas Pôle 1, enquêteurs compris, et coder chaque tour de parole avec Écoute.',
  );
  expect(said({ kind: 'structure', what: 'section', style: 'heading2', words: 'gouvernance' })).toContain(
    'ce qui vient sous les titres de niveau 2 contenant « gouvernance »',
  );
});

it('leaves a place for what is not said yet', () => {
  for (const kind of ['text', 'regex', 'speaker', 'question'] as const) expect(said(emptyFind(kind), 'en')).toContain(autocodeText.en.unsaid[kind]);
});

it('codes what fits the kind of thing that is found', () => {
  const text = withFind({ ...NEW_DRAFT, extend: 'hit' }, emptyFind('speaker'));
  expect(text.extend).toBe('turn');
  expect(withFind({ ...text, extend: 'paragraph' }, { kind: 'speaker', participantIds: ['p1' as ParticipantId] }).extend).toBe('paragraph');
});

it('shows what was found inside what is coded', () => {
  expect(quotePieces({ quote: 'On nous écoute.', marks: [{ start: 8, end: 14 }] })).toEqual([
    { text: 'On nous ', isFound: false },
    { text: 'écoute', isFound: true },
    { text: '.', isFound: false },
  ]);
  expect(quotePieces({ quote: 'écoute', marks: [{ start: 0, end: 6 }] })).toEqual([{ text: 'écoute', isFound: false }]);
});
