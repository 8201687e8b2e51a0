// Answers the calls about merging another copy into the open project.
import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { OpenMerge, mergeContract } from '../../shared/contract/merge.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { Desk } from '../desk.ts';
import { broughtCopy, isOfAnotherProgram } from '../exchange/elsewhere/brought-copy.ts';
import type { BroughtCopy } from '../exchange/elsewhere/brought-copy.ts';
import { planAside } from '../exchange/merging/merge-aside.ts';
import type { MergeWatch } from '../exchange/merging/merge-aside.ts';
import { mergeCopy, previewMerge } from '../exchange/merging/merge-copy.ts';
import type { Planner } from '../exchange/merging/merge-copy.ts';
import type { Session } from '../commands/run-command.ts';
import { readProject } from '../queries/project.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { fileNameOf } from '../exchange/printing/file-names.ts';
import { backUp } from '../storage/backups.ts';
import { keyForOther } from '../storage/project-key.ts';
import type { ProjectPlace } from '../storage/project-key.ts';
import { bytesIn, done } from './reply.ts';

/** What progress is told under, and what is stopped by. */
const JOB = 'merge';

/** The file to merge: where it lies, or a copy of what the window gave, in a folder of its own. */
class MergeFile {
  #open: { readonly id: string; readonly path: string; readonly folder: string | null; brought: Promise<BroughtCopy> | null } | null = null;

  #take(path: string, folder: string | null): OpenMerge {
    this.close();
    const id = randomUUID();
    this.#open = { id, path, folder, brought: null };
    return { merge: id, file: basename(path) };
  }

  openPath(path: string): OpenMerge {
    return this.#take(path, null);
  }

  begin(name: string): OpenMerge {
    const folder = mkdtempSync(join(tmpdir(), 'trame-other-'));
    // a name may be anything, and two systems split paths by two signs
    const path = join(folder, fileNameOf(name.split(/[\\/]/u).at(-1) ?? ''));
    writeFileSync(path, '');
    return this.#take(path, folder);
  }

  add(id: string, bytes: Uint8Array): void {
    const path = this.path(id);
    if (this.#open?.folder === null) throw new Refusal('merge.unknown');
    appendFileSync(path, bytes);
  }

  /** Refuses (`merge.unknown`) a file that is no longer open. */
  path(id: string): string {
    if (this.#open?.id !== id) throw new Refusal('merge.unknown');
    return this.#open.path;
  }

  /** The same as a project of this program: another program's is made one, once, so that what is chosen and what is written are the same things. */
  async project(id: string, { project }: Session, password: string | undefined): Promise<ProjectPlace> {
    const path = this.path(id);
    if (!this.#open || !isOfAnotherProgram(path)) return { path, key: await keyForOther(path, project.key, password) };
    const { language } = readProject(project);
    this.#open.brought ??= broughtCopy(path, { language, origin: project.origin, withMemo: true });
    return { path: (await this.#open.brought).path, key: null };
  }

  close(): void {
    void this.#open?.brought?.then(
      ({ close }) => close(),
      () => undefined,
    );
    if (this.#open?.folder) rmSync(this.#open.folder, { recursive: true, force: true });
    this.#open = null;
  }
}

const aside =
  (watch: MergeWatch): Planner =>
  (ours, theirs, setting) =>
    planAside({ ours, theirs, setting }, watch);

export function mergeHandlers(desk: Desk): Pick<Handlers, keyof typeof mergeContract> {
  const file = new MergeFile();
  desk.onClosing(() => {
    desk.cancel(JOB);
    file.close();
  });
  return {
    'merge.openPath': ({ path }) => {
      desk.project();
      return file.openPath(path);
    },
    'merge.begin': ({ name }) => {
      desk.project();
      return file.begin(name);
    },
    'merge.add': ({ merge, base64 }) => done(file.add(merge, bytesIn(base64))),
    'merge.preview': async ({ merge, password, ...setting }) => {
      const theirs = await file.project(merge, desk.session(), password);
      return desk.watched(JOB, (watch) => previewMerge(desk.whole(), theirs, setting, aside(watch)));
    },
    'merge.apply': async ({ merge, password, ...setting }) => {
      const theirs = await file.project(merge, desk.session(), password);
      await backUp(desk.whole(), { before: 'merge' });
      const { isChanged, codings } = await desk.watched(JOB, (watch) => mergeCopy(desk.session(), theirs, setting, aside(watch)));
      file.close();
      return { isChanged, codings };
    },
    'merge.close': ({ merge }) => {
      file.path(merge);
      return done(file.close());
    },
  };
}
