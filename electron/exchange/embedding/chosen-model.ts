// The model that this computer's user chose, if any: opened once, used by every project.
import { Refusal } from '../../../shared/domain/failure.ts';
import type { LocalModel } from '../../../shared/domain/suggestion.ts';
import { LocalEmbedder } from './local-embedder.ts';

export class ChosenModel {
  #open: { readonly folder: string; readonly embedder: LocalEmbedder } | null = null;

  /** Refuses (`model.none`) where no folder is chosen, and what the folder refuses. */
  async embedder(folder: string | undefined, isCancelled: () => boolean): Promise<LocalEmbedder> {
    if (folder === undefined) throw new Refusal('model.none');
    if (this.#open?.folder === folder) return this.#open.embedder;
    const embedder = await LocalEmbedder.open(folder, isCancelled);
    this.forget();
    this.#open = { folder, embedder };
    return embedder;
  }

  /** Loads the model of the folder: refuses (`model.…`) what is none. */
  async check(folder: string): Promise<LocalModel> {
    const { name, size } = await this.embedder(folder, () => false);
    return { folder, name, size };
  }

  forget(): void {
    this.#open?.embedder.close();
    this.#open = null;
  }
}
