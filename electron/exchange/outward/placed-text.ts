// A source's text as it leaves: line ends of one kind, people as they are shown; positions in the project's turns are found again in it.
import { CodePointIndex } from '../../../shared/domain/text-offset.ts';
import type { Anchor } from '../../../shared/domain/text-offset.ts';
import type { Turn } from '../../../shared/domain/source.ts';
import type { ShownPeople } from './shown-people.ts';

const withLineFeeds = (text: string): string => text.replace(/\r\n?/g, '\n');

interface PlacedTurn {
  readonly turn: Turn;
  /** Where the turn and its words begin in the text that leaves, in UTF-16 units. */
  readonly start: number;
  readonly bodyStart: number;
}

export class PlacedText {
  readonly text: string;
  readonly #turns = new Map<string, PlacedTurn>();
  #index: CodePointIndex | undefined;

  /** `labels`: speaker's id → the label as the file had it. */
  constructor(turns: readonly Turn[], labels: ReadonlyMap<string, string>, people: ShownPeople) {
    const pieces: string[] = [];
    let start = 0;
    for (const turn of turns) {
      const label = turn.speakerId === null ? undefined : labels.get(turn.speakerId);
      const head = withLineFeeds(turn.text.slice(0, turn.bodyStart));
      const shown = label === undefined || turn.speakerId === null ? head : head.replace(label, () => people.label(turn.speakerId ?? ''));
      const piece = shown + withLineFeeds(turn.text.slice(turn.bodyStart));
      this.#turns.set(turn.id, { turn, start, bodyStart: start + shown.length });
      pieces.push(piece);
      start += piece.length;
    }
    this.text = pieces.join('');
  }

  /** In code points: what programs count that know of characters, not of units. Inside a label: where the label begins or the words begin. */
  codePointsAt({ turnId, offsetUtf16 }: Anchor): number {
    const placed = this.#turns.get(turnId);
    if (!placed) return 0;
    const { turn, start, bodyStart } = placed;
    const inWords = offsetUtf16 >= turn.bodyStart;
    const at = inWords ? bodyStart + withLineFeeds(turn.text.slice(turn.bodyStart, offsetUtf16)).length : offsetUtf16 === 0 ? start : bodyStart;
    this.#index ??= new CodePointIndex(this.text);
    return this.#index.fromUtf16(at);
  }
}
