// What the parts of the coding screen share: the source read, what is selected in it, and the acts that change it.
import { createContext, useContext } from 'react';
import type { CategoryId, CoderId, CodingId, GridId, PassageId } from '../../shared/domain/ids.ts';
import type { Codebook } from '../../shared/domain/category.ts';
import type { Coder } from '../../shared/domain/corpus.ts';
import type { SourceCoding, Stance } from '../../shared/domain/source.ts';
import type { Correction } from '../correction/use-correction.ts';
import type { CategoryEntry, CategoryIndex } from './category-index.ts';
import type { CodedText } from './coded-text.ts';
import type { Pointer } from './pointer.ts';
import type { Point, Span, Transcript } from './transcript.ts';
import type { Ways } from './use-ways.ts';
import type { Edge, Step } from './word-steps.ts';

/** Where a new category goes: under a category, or on top of a grid. */
export interface NewCategoryPlace {
  readonly gridId: GridId;
  readonly parentId: CategoryId | null;
  readonly label: string;
}

export interface CodingActs {
  /** To what is in hand, or to what is given: words, or a passage that is coded already. */
  readonly apply: (categoryId: CategoryId, onto?: Span | PassageId) => Promise<void>;
  readonly create: (name: string, under: NewCategoryPlace) => Promise<void>;
  readonly remove: (codingId: CodingId) => Promise<void>;
  readonly setStance: (coding: SourceCoding, stance: Stance | null) => Promise<void>;
  readonly setWeight: (coding: SourceCoding, weight: number | null) => Promise<void>;
  /** Marks the passage in hand as a good quote, or no longer. */
  readonly toggleStar: () => Promise<void>;
  /** Moves an end of the passage, or of the selection where nothing is coded yet. */
  readonly step: (edge: Edge, step: Step) => Promise<void>;
  /** The same, to where an end was dragged. */
  readonly moveTo: (span: Span) => Promise<void>;
}

/** The text on screen, as the rest of the screen may move it. */
export interface TextHandle {
  /** Scrolls the words into view; `flash` draws the eye to them. */
  readonly reveal: (span: Span, how: { readonly flash: boolean }) => void;
  readonly select: (span: Span) => void;
  readonly putCaret: (point: Point) => void;
  readonly caret: () => Point | null;
  /** Gives the keyboard back to the text, with the selection as it was. */
  readonly focus: () => void;
}

export interface PaletteOpening {
  /** What the field holds at first. */
  readonly query: string;
  /** True when the letters name a category to make rather than one to find. */
  readonly creates: boolean;
}

/** The menu of the turns in hand, or one of its choices at once. */
export type TurnActsOpening = 'menu' | 'speaker' | 'time' | 'part';

export interface Reader {
  readonly projectId: string;
  readonly isReadOnly: boolean;
  readonly me: CoderId;
  readonly transcript: Transcript;
  readonly coded: CodedText;
  readonly codebook: Codebook;
  readonly categories: CategoryIndex;
  readonly coders: ReadonlyMap<CoderId, Coder>;

  /** Words selected in the text; null for a mere caret. */
  readonly selection: Span | null;
  /** The coded passage that the panel shows. */
  readonly passageId: PassageId | null;
  /** What a category would be applied to: the selection, else the passage. */
  readonly target: Span | null;
  /** Coded passages at the place last clicked, for going from one to the other. */
  readonly passagesHere: readonly PassageId[];
  readonly emphasised: CategoryId | null;
  /** Whose rule is shown. */
  readonly ruled: CategoryEntry | null;
  readonly pointer: Pointer;
  readonly recent: readonly CategoryId[];
  readonly newUnder: NewCategoryPlace | null;
  readonly palette: PaletteOpening | null;
  /** Grows with each request to write a memo. */
  readonly memoRequests: number;
  /** The sentence that screen readers hear. */
  readonly said: string;

  readonly select: (span: Span | null) => void;
  readonly choose: (passageId: PassageId | null, here?: readonly PassageId[]) => void;
  readonly emphasise: (categoryId: CategoryId | null) => void;
  readonly showRule: (categoryId: CategoryId | null) => void;
  readonly setNewUnder: (place: NewCategoryPlace) => void;
  readonly openPalette: (opening?: Partial<PaletteOpening>) => void;
  readonly closePalette: () => void;
  readonly requestMemo: () => void;
  /** Says a sentence to screen readers. */
  readonly say: (sentence: string) => void;
  readonly acts: CodingActs;
  readonly ways: Ways;
  readonly correction: Correction;
  /** What is open of the acts on the turns in hand. */
  readonly turnActs: TurnActsOpening | null;
  readonly openTurnActs: (opening: TurnActsOpening | null) => void;
  /** Grows with each request to see the passages whose words are gone. */
  readonly orphansAsked: number;
  readonly askForOrphans: () => void;
  readonly text: React.RefObject<TextHandle | null>;
}

export const ReaderContext = createContext<Reader | null>(null);

export function useReader(): Reader {
  const reader = useContext(ReaderContext);
  if (!reader) throw new Error('used outside the coding screen');
  return reader;
}
