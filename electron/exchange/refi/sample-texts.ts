// Some selections of a package, kept while it goes by: by them it is told how the program that wrote it counts positions.
import type { RefiConvention } from '../../../shared/domain/refi.ts';
import type { PackageFiles } from './bring-in-state.ts';
import { type SampleText, countingOf } from './position-convention.ts';
import type { ReadSource } from './read-project.ts';

/** Enough to tell. */
const MOST_SELECTIONS = 4000;
/** Whole texts in memory at once while ways of counting are compared, in UTF-16 units. */
const MOST_UNITS = 20_000_000;

export class SampleTexts {
  readonly #kept: Pick<ReadSource, 'path' | 'inline' | 'selections'>[] = [];
  #selections = 0;

  readonly take = ({ path, inline, selections }: ReadSource): void => {
    if (selections.length === 0 || this.#selections >= MOST_SELECTIONS) return;
    this.#kept.push({ path, inline, selections: selections.slice(0, MOST_SELECTIONS - this.#selections) });
    this.#selections += selections.length;
  };

  convention(origin: string, files: PackageFiles): RefiConvention {
    const samples: SampleText[] = [];
    let units = 0;
    for (const { selections, ...source } of this.#kept) {
      const text = units < MOST_UNITS ? files.text(source) : null;
      if (!text || text.text === '') continue;
      samples.push({ text, selections });
      units += text.text.length;
    }
    return countingOf(samples, origin);
  }
}
