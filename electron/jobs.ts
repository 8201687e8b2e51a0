// Long pieces of work under way: each can be stopped by its name, and says how far it is.
export interface JobWatch {
  readonly onProgress: (done: number, total: number, label: string) => void;
  readonly isCancelled: () => boolean;
}

export class Jobs {
  readonly #cancelled = new Set<string>();
  #underWay = 0;

  get isBusy(): boolean {
    return this.#underWay > 0;
  }

  cancel(job: string): void {
    this.#cancelled.add(job);
  }

  async watched<T>(job: string, onProgress: JobWatch['onProgress'], work: (watch: JobWatch) => Promise<T>): Promise<T> {
    this.#cancelled.delete(job);
    this.#underWay += 1;
    try {
      return await work({ onProgress, isCancelled: () => this.#cancelled.has(job) });
    } finally {
      this.#underWay -= 1;
      this.#cancelled.delete(job);
    }
  }
}
