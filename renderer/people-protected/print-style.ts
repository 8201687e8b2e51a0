// How what the room prints is set: as usual, in the language of the window.
import type { PrintStyle } from '../../shared/domain/print.ts';
import type { Language } from '../../shared/domain/project.ts';

export function printStyleOf(language: Language): PrintStyle {
  return { language, author: null, sourceLine: null, reference: { who: 'nobody' }, links: false };
}
