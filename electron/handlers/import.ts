// Answers the calls about files on their way in.
import type { importContract } from '../../shared/contract/import.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { Desk } from '../desk.ts';
import { ImportBatch } from '../exchange/import-batch.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { backUp } from '../storage/backups.ts';
import { bytesIn, done } from './reply.ts';

/** The one import that files are given to; one that is being written goes on when another is begun. */
class OpenImport {
  readonly #desk: Desk;
  readonly #writing = new Set<ImportBatch>();
  #batch: ImportBatch | null = null;

  constructor(desk: Desk) {
    this.#desk = desk;
    desk.onClosing(() => {
      for (const batch of this.#writing) batch.close();
      this.#end();
    });
  }

  #end(): void {
    if (this.#batch && !this.#writing.has(this.#batch)) this.#batch.close();
    this.#batch = null;
  }

  begin(): { readonly batch: string } {
    const project = this.#desk.project();
    if (project.isReadOnly) throw new Refusal('project.readOnly', { path: project.path });
    this.#end();
    this.#batch = new ImportBatch(() => this.#desk.session());
    return { batch: this.#batch.id };
  }

  find(id: string): ImportBatch {
    // without a project that is what there is to say
    this.#desk.session();
    if (this.#batch?.id !== id) throw new Refusal('import.unknown');
    return this.#batch;
  }

  discard(id: string): void {
    this.find(id).close();
    this.#batch = null;
  }

  /** What is written leaves; what was stopped stays open. */
  async write<T>(id: string, work: (batch: ImportBatch) => Promise<T>): Promise<T> {
    const batch = this.find(id);
    if (this.#writing.has(batch)) throw new Refusal('import.unknown');
    this.#writing.add(batch);
    try {
      const result = await work(batch);
      this.#writing.delete(batch);
      batch.close();
      if (this.#batch === batch) this.#batch = null;
      return result;
    } finally {
      this.#writing.delete(batch);
      // begun anew meanwhile: nobody can come back to it
      if (this.#batch !== batch) batch.close();
    }
  }
}

export function importHandlers(desk: Desk): Pick<Handlers, keyof typeof importContract> {
  const open = new OpenImport(desk);
  return {
    'import.begin': () => open.begin(),
    'import.add': ({ batch, file }) => open.find(batch).add(file.name, () => bytesIn(file.base64)),
    'import.recognise': ({ batch, item, pattern }) => open.find(batch).recognise(item, pattern),
    'import.turns': ({ batch, item, from, count }) => open.find(batch).turns(item, from, count),
    'import.finish': ({ batch, job, kind, caseId, newCase, items }) =>
      open.write(batch, (chosen) =>
        desk.watched(job, async (watch) => {
          await backUp(desk.whole(), { before: 'import' });
          return chosen.finish(items, { kind, caseId, newCase }, watch);
        }),
      ),
    'import.discard': ({ batch }) => done(open.discard(batch)),
  };
}
