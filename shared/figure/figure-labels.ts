// Figures hold no word of their own: every one that they print is handed in, in the reader's language.

export interface FigureLabels {
  /** `7 passages`: said of a mark to those who cannot see it, and in legends. */
  readonly passages: (count: number) => string;
  readonly number: (value: number) => string;
  /** `12 %` of 0.12. */
  readonly share: (share: number) => string;
  /** What stands in an empty cell. */
  readonly nothing: string;
  readonly bubbleLegend: string;
  readonly heatLegend: string;
  /** Under pictures of shades: what their numbers count. */
  readonly heatNote: string;
  /** Found in every compared case. */
  readonly common: (cases: number) => string;
  readonly only: (caseName: string) => string;
  /** Found in some of three or more cases. */
  readonly partly: string;
  /** What the number on a chip counts. */
  readonly chipNote: string;
  readonly ratings: {
    /** Above the steps of a scale whose name is known. */
    readonly scale: (name: string | null) => string;
    readonly note: string;
  };
  readonly coPresence: {
    readonly found: (things: number) => string;
    readonly cases: (names: readonly string[]) => string;
    /** Above the numbers of each case; how many cases, in the table. */
    readonly total: string;
    readonly size: string;
    readonly note: string;
    /** Combinations left out, with what they hold together. */
    readonly rest: (combinations: number, things: number) => string;
    /** At the end of a list of names that is cut. */
    readonly more: (names: number) => string;
  };
  readonly profiles: {
    readonly note: (measure: 'passages' | 'share') => string;
    /** `outer`: the value of the outer line. */
    readonly radarNote: (outer: string) => string;
  };
  readonly structure: { readonly concepts: string; readonly themes: string; readonly dimensions: string };
  /** Columns of the table behind a figure. */
  readonly table: {
    readonly row: string;
    readonly column: string;
    readonly passages: string;
    readonly element: string;
    readonly cases: string;
    readonly theme: string;
  };
}
