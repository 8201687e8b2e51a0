// The form in which help is written.
// In its sentences `**Importer…**` is what stands on screen, `{undo}` the key that an action has now, and `[words](where)` a link: another article
// (`matrices`), a term of the glossary (`term:kappa`), a place of the program (`place:matrices?view=displays`), or the first hour (`firstHour`).

export interface Way {
  readonly title: string;
  /** In the order in which they are done. */
  readonly steps: readonly string[];
}

export interface ArticleWords {
  readonly title: string;
  /** What the screen is for. */
  readonly what: string;
  /** The main things that are done there. */
  readonly ways: readonly Way[];
  /** What it does not do, so that nobody looks for it. */
  readonly not: readonly string[];
}

export interface TermWords {
  readonly term: string;
  readonly meaning: string;
}
