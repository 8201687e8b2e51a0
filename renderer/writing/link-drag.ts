// Links dragged into a text that somebody writes: from a list of verbatims to the place where one is let go of.
import { LINK_KINDS } from '../../shared/domain/text-link.ts';
import type { TextLink } from '../../shared/domain/text-link.ts';

const TYPE = 'application/x-trame-link';

/** A link with the words that it is to show. */
export interface DraggedLink extends TextLink {
  readonly words: string;
}

export function beginLinkDrag(data: DataTransfer, link: DraggedLink): void {
  data.setData(TYPE, JSON.stringify(link));
  data.setData('text/plain', link.words);
  data.effectAllowed = 'copyMove';
}

/** Known while it is dragged over, when what it holds is not told yet. */
export function holdsLink(data: DataTransfer | null): boolean {
  return data?.types.includes(TYPE) === true;
}

export function linkOfDrop(data: DataTransfer | null): DraggedLink | null {
  const json = data?.getData(TYPE) ?? '';
  if (json === '') return null;
  const { kind, id, words } = JSON.parse(json) as Partial<Record<keyof DraggedLink, unknown>>;
  const known = LINK_KINDS.find((each) => each === kind);
  return known && typeof id === 'string' && typeof words === 'string' ? { kind: known, id, words } : null;
}
