// Watches over the open project's file while somebody works, and answers the calls about its safety and about projects that do not open.
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { safetyContract } from '../../shared/contract/safety.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { SafetyStatus } from '../../shared/domain/safety.ts';
import { refOf } from '../listings.ts';
import type { Desk } from '../desk.ts';
import { glanceAside, repairAside } from '../exchange/repairing/repair-aside.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { backupFoldersOf, backupsIn } from '../storage/backup-folder.ts';
import { restoreBeside } from '../storage/backups.ts';
import { fileState, freeBytes } from '../storage/disk.ts';
import { readSettings, writeSettings } from '../storage/settings.ts';

const LOOK_EVERY_MS = 5000;
/** A snapshot is laid back into a shared folder once nothing was written for so long. */
const IDLE_MS = 30_000;
/** What is opened first waits for nothing. */
const CHECK_AFTER_MS = 15_000;

const NOTHING: SafetyStatus = { damage: null, file: 'there', freeBytes: null, takenBy: null, heldBy: null, sharing: null };

class Watch {
  readonly #desk: Desk;
  #damage: string | null = null;
  #last = JSON.stringify(NOTHING);

  constructor(desk: Desk) {
    this.#desk = desk;
    setInterval(() => this.#look(), LOOK_EVERY_MS).unref();
    desk.onEvent((event) => {
      if (event.kind !== 'project') return;
      this.#damage = null;
      if (event.projectId !== null) setTimeout(() => void this.#check(event.projectId), CHECK_AFTER_MS).unref();
    });
  }

  status(): SafetyStatus {
    if (!this.#desk.isOpen()) return NOTHING;
    const { sqlite, path, isReadOnly } = this.#desk.whole();
    const free = freeBytes(path);
    const file = isReadOnly ? 'there' : fileState(sqlite, path, free);
    return {
      damage: this.#damage,
      file,
      freeBytes: file === 'low' || file === 'full' ? free : null,
      ...this.#desk.keepHold(),
      sharing: this.#desk.sharing()?.status() ?? null,
    };
  }

  #look(): void {
    if (!this.#desk.isOpen()) return;
    void this.#desk.sharing()?.publishWhenIdle(this.#desk.whole(), IDLE_MS);
    const now = this.status();
    // the room left changes all the time: what is said of it does not
    const said = JSON.stringify({ ...now, freeBytes: null });
    if (said === this.#last) return;
    this.#last = said;
    this.#desk.emit({ kind: 'changes', command: 'safety.status', tables: ['safety'] });
  }

  /** Every page of the file, beside the work. */
  async #check(projectId: string | null): Promise<void> {
    if (!this.#desk.isOpen() || this.#desk.info().id !== projectId) return;
    const { path, key } = this.#desk.whole();
    // a thread that could not look has found nothing
    const found = await glanceAside(path, key).catch(() => null);
    if (!this.#desk.isOpen() || this.#desk.whole().path !== path) return;
    this.#damage = found;
    this.#look();
  }
}

/** Found on the home screen wherever it lies. */
function remember(path: string): void {
  const settings = readSettings();
  writeSettings({ ...settings, recentProjects: [...new Set([...settings.recentProjects.slice(0, 1), path, ...settings.recentProjects])] });
}

function freeName(path: string, word: string): string {
  const stem = `${path.replace(/\.trame$/i, '')} (${word}`;
  let name = `${stem}).trame`;
  for (let n = 2; existsSync(name); n += 1) name = `${stem} ${n}).trame`;
  return name;
}

export function safetyHandlers(desk: Desk): Pick<Handlers, keyof typeof safetyContract> {
  const watch = new Watch(desk);
  const folderWith = (path: string, name: string): string => {
    const folder = backupFoldersOf(path).find((candidate) => backupsIn(candidate).some((backup) => backup.name === name));
    if (folder === undefined) throw new Refusal('backup.unknown', { name });
    return folder;
  };
  return {
    'safety.status': () => watch.status(),
    'safety.backups': ({ ref }) => ({
      backups: backupFoldersOf(desk.pathOf(ref))
        .flatMap(backupsIn)
        .toSorted((a, b) => b.at.localeCompare(a.at)),
    }),
    'safety.restore': ({ ref, name }) => {
      const damaged = desk.pathOf(ref);
      const path = restoreBeside(folderWith(damaged, name), name, damaged);
      remember(path);
      return { ref: refOf(path) };
    },
    'safety.repair': async ({ ref }) => {
      const damaged = ref === null ? desk.whole().path : desk.pathOf(ref);
      const { path, ...repair } = await repairAside(damaged, freeName(ref === null ? desk.place() : damaged, 'réparé'));
      remember(path);
      return { ref: refOf(path), fileName: basename(path), repair };
    },
  };
}
