// Ids of what comes from another program: its own GUIDs where they can be ids of ours, so that a later export says the same ones again.
import { randomUUID } from 'node:crypto';
import type { RefiChange } from '../../../shared/domain/refi.ts';
import { isGuid } from './guids.ts';
import { alone } from './read-items.ts';

/** How often each kind of change happened. */
export class Changes {
  readonly #counts = new Map<RefiChange, number>();

  add(what: RefiChange, count = 1): void {
    if (count > 0) this.#counts.set(what, (this.#counts.get(what) ?? 0) + count);
  }

  list(): { what: RefiChange; count: number }[] {
    return [...this.#counts].map(([what, count]) => ({ what, count }));
  }
}

/** Ids of one kind of thing: the first with a GUID has it, a second one, of whatever kind, gets another. */
export class Ids {
  readonly #taken = new Map<string, string>();
  readonly #changes: Changes;

  readonly #used: Set<string>;

  /** `used`: the ids given so far, to other kinds too. */
  constructor(changes: Changes, used: Set<string>) {
    this.#changes = changes;
    this.#used = used;
  }

  make(written: string): string {
    const guid = alone(written);
    const isTaken = guid !== '' && (this.#taken.has(guid) || this.#used.has(guid));
    if (isTaken) this.#changes.add('duplicateGuid');
    const id = !isTaken && isGuid(guid) ? guid : randomUUID();
    this.#used.add(id);
    this.alias(guid, id);
    return id;
  }

  find(guid: string): string | undefined {
    return this.#taken.get(guid);
  }

  /** Another name for a thing that has an id. */
  alias(guid: string, id: string): void {
    if (guid !== '' && !this.#taken.has(guid)) this.#taken.set(alone(guid), id);
  }
}

/** Names that are taken get ` (2)`; without one, `usual`. */
export class Names {
  readonly #taken = new Set<string>();

  make(wanted: string, usual: string): { name: string; isChanged: boolean } {
    const first = wanted.replace(/\s+/gu, ' ').trim() || usual;
    let name = first;
    for (let n = 2; this.#taken.has(name.toLowerCase()); n += 1) name = `${first} (${n})`;
    this.#taken.add(name.toLowerCase());
    return { name, isChanged: name !== wanted };
  }
}
