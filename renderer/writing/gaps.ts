// The spaces that something put into a text calls for, by its neighbours there.

/** What stands between the words before the caret, what is put there, and the words after it. */
export function gapsAt(before: string, after: string): readonly [before: string, after: string] {
  return [before === '' || /[\s([]$/u.test(before) ? '' : ' ', after === '' || /^[\s.,;:!?)\]]/u.test(after) ? '' : ' '];
}
