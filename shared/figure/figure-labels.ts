// Figures hold no word of their own: every one that they print is handed in, in the reader's language.

export interface FigureLabels {
  /** `7 passages`: said of a mark to those who cannot see it, and in legends. */
  readonly passages: (count: number) => string;
  /** What stands in an empty cell. */
  readonly nothing: string;
  readonly bubbleLegend: string;
  readonly heatLegend: string;
  /** Found in every compared case. */
  readonly common: (cases: number) => string;
  readonly only: (caseName: string) => string;
  /** Found in some of three or more cases. */
  readonly partly: string;
  /** What the number on a chip counts. */
  readonly chipNote: string;
}
