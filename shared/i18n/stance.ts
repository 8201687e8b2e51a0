// What a passage does to the idea of its category, in the same words on every screen and page.
import type { Stance } from '../domain/source.ts';
import type { Texts } from './text.ts';

export const stanceText: Texts<Readonly<Record<Stance, string>>> = {
  fr: { supports: 'soutient', contrasts: 'contredit', mentions: 'mentionne' },
  en: { supports: 'supports', contrasts: 'contradicts', mentions: 'mentions' },
};
