// What the window remembers of a project between two looks at it. Of a protected one nothing of that may reach the disk, which the browser's stores do.
import type { ProjectInfo } from '../../shared/domain/project.ts';

type Store = Pick<Storage, 'getItem' | 'setItem'>;

const kept = new Map<string, string>();
let protectedId: string | null = null;

/** Keys that name the project, taken out of a store on the disk: it may have been there before it had a password. */
function takeFrom(store: Storage, projectId: string): void {
  for (const key of Object.keys(store).filter((name) => name.includes(projectId))) {
    const value = store.getItem(key);
    if (value !== null && !kept.has(key)) kept.set(key, value);
    store.removeItem(key);
  }
}

/** Says which project is open; to be called before anything of it is shown. */
export function rememberFor(project: Pick<ProjectInfo, 'id' | 'isProtected'> | null | undefined): void {
  const id = project?.isProtected === true ? project.id : null;
  if (id === protectedId) return;
  protectedId = id;
  if (id === null) return;
  for (const store of [sessionStorage, localStorage]) takeFrom(store, id);
}

const inMemory: Store = {
  getItem: (key) => kept.get(key) ?? null,
  setItem: (key, value) => void kept.set(key, value),
};

/** Until the window is closed. */
export function sessionMemory(): Store {
  return protectedId === null ? sessionStorage : inMemory;
}

/** From one sitting to the next; of a protected project, as long as the window is open. */
export function lastingMemory(): Store {
  return protectedId === null ? localStorage : inMemory;
}

/** All of it, for who locks the project and unlocks it again. */
export function memoryOf(): [string, string][] {
  return [...kept];
}

export function recall(entries: readonly (readonly [string, string])[]): void {
  for (const [key, value] of entries) kept.set(key, value);
}
