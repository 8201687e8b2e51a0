// What the options of a display's choices are called, and how its sentence is cut where they stand.
import type { DisplayOption } from '../../shared/domain/display-choices.ts';
import { CHOICES } from '../../shared/domain/display.ts';
import type { ChoiceId, Display } from '../../shared/domain/display.ts';
import { folded } from '../../shared/domain/category.ts';
import { ATTRIBUTE_SCOPES } from '../../shared/domain/corpus.ts';
import type { DisplaysWords } from '../../shared/i18n/matrix-displays.ts';
import type { Place } from '../navigation.tsx';
import type { Gap } from '../../shared/domain/display-choices.ts';

export function optionName({ label, detail }: DisplayOption, words: DisplaysWords): string {
  const name = 'text' in label ? label.text : words.options[label.word];
  return detail && 'level' in detail ? `${name} (${words.level(detail.level)})` : name;
}

/** With what tells it from others of the same name, where there are any. */
export function optionText(option: DisplayOption, among: readonly DisplayOption[], words: DisplaysWords): string {
  const name = optionName(option, words);
  const { detail } = option;
  const isAlone = among.filter((each) => optionName(each, words) === name).length === 1;
  if (isAlone || !detail || !('within' in detail)) return name;
  const scope = ATTRIBUTE_SCOPES.find((each) => each === detail.within);
  return `${name} (${scope ? words.scopes[scope] : detail.within})`;
}

export type SentencePiece = { readonly words: string } | { readonly choice: ChoiceId };

/** « Comparer {cases} sur {themes}. » in pieces. */
export function piecesOf(sentence: string): SentencePiece[] {
  return sentence.split(/(\{\w+\})/u).flatMap((piece): SentencePiece[] => {
    const choice = CHOICES.find((each) => `{${each}}` === piece);
    if (choice) return [{ choice }];
    return piece === '' ? [] : [{ words: piece }];
  });
}

/** How a matrix started from this display is read, and where the display comes from. */
export function displayNotes({ id, references }: Display, words: DisplaysWords): string {
  return words.notesWithSource(
    words.displays[id].notes,
    references.map((reference) => words.references[reference]),
  );
}

/** By what it is called, when it is used, where it comes from. */
export function answersSearch(display: Display, typed: string, words: DisplaysWords): boolean {
  const { name, when } = words.displays[display.id];
  const text = folded([name, when, words.families[display.family], ...display.references.map((each) => words.references[each])].join(' '));
  return folded(typed)
    .split(/\s+/u)
    .every((word) => text.includes(word));
}

/** Where what is lacking can be made; null: it is made on the spot. */
export function placeOfGap(gap: Gap): Place | null {
  if (gap === 'scale') return null;
  if (gap === 'codings') return { screen: 'coding' };
  return { screen: gap === 'grid' || gap === 'secondGrid' || gap === 'theme' ? 'grids' : 'corpus' };
}
