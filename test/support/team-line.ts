// A team's server in memory: the same promises as the real one, with lines that are cut, answers that are lost and messages that come late.
import { Overtaken, Unreached } from '../../electron/team/line.ts';
import type { LineMessage, TeamLine } from '../../electron/team/line.ts';
import type { TeamRole } from '../../shared/domain/team-role.ts';
import type { Chance } from './seeded.ts';

interface Stored extends LineMessage {
  readonly id: string;
}

export class MemoryServer {
  readonly messages: Stored[] = [];
  readonly shelf = new Map<string, Uint8Array>();
  readonly lines = new Set<MemoryLine>();
  purged = 0;

  get last(): number {
    return this.purged + this.messages.length;
  }

  line(luck?: Chance): MemoryLine {
    const line = new MemoryLine(this, luck);
    this.lines.add(line);
    return line;
  }

  /** What a server does that was set back to an older backup. */
  forgetAfter(sequence: number): void {
    this.messages.splice(sequence - this.purged);
  }
}

/** One answer in so many is lost although the message was stored. */
const LOST = 12;

export class MemoryLine implements TeamLine {
  readonly #server: MemoryServer;
  readonly #luck: Chance | undefined;
  readonly #ups = new Set<(isUp: boolean) => void>();
  readonly #followers = new Set<() => void>();
  readonly #listeners = new Set<(bytes: Uint8Array) => void>();
  #isUp = true;

  constructor(server: MemoryServer, luck: Chance | undefined) {
    this.#server = server;
    this.#luck = luck;
  }

  /** Cuts the line, or mends it. */
  cut(isCut: boolean): void {
    this.#isUp = !isCut;
    for (const hear of this.#ups) hear(this.#isUp);
    if (this.#isUp) for (const deliver of this.#followers) deliver();
  }

  #assertUp(): void {
    if (!this.#isUp) throw new Unreached();
  }

  async bounds(): Promise<{ first: number; last: number }> {
    this.#assertUp();
    return { first: this.#server.purged + 1, last: this.#server.last };
  }

  async publish(role: TeamRole, bytes: Uint8Array, { after, id }: { after: number; id: string }): Promise<number | null> {
    await Promise.resolve();
    this.#assertUp();
    const server = this.#server;
    if (server.messages.some((message) => message.id === id)) return null;
    if (server.last !== after) throw new Overtaken();
    server.messages.push({ sequence: after + 1, role, bytes, id });
    for (const line of server.lines) for (const deliver of line.#followers) setImmediate(deliver);
    if (this.#luck && this.#luck.below(LOST) === 0) throw new Unreached();
    return after + 1;
  }

  async follow(after: number, hear: (message: LineMessage) => void): Promise<() => void> {
    this.#assertUp();
    let next = after + 1;
    const deliver = (): void => {
      while (this.#isUp && next <= this.#server.last) {
        const message = this.#server.messages[next - this.#server.purged - 1];
        if (message) hear(message);
        next += 1;
      }
    };
    this.#followers.add(deliver);
    setImmediate(deliver);
    return () => this.#followers.delete(deliver);
  }

  async put(name: string, bytes: Uint8Array): Promise<void> {
    this.#assertUp();
    this.#server.shelf.set(name, bytes);
  }

  async get(name: string): Promise<Uint8Array | null> {
    this.#assertUp();
    return this.#server.shelf.get(name) ?? null;
  }

  async names(): Promise<string[]> {
    this.#assertUp();
    return [...this.#server.shelf.keys()];
  }

  async drop(name: string): Promise<void> {
    this.#server.shelf.delete(name);
  }

  async purge(upTo: number): Promise<void> {
    const count = upTo - this.#server.purged;
    this.#server.messages.splice(0, count);
    this.#server.purged = upTo;
  }

  say(bytes: Uint8Array): void {
    if (!this.#isUp) return;
    for (const line of this.#server.lines) if (line.#isUp) for (const hear of line.#listeners) setImmediate(() => hear(bytes));
  }

  listen(hear: (bytes: Uint8Array) => void): () => void {
    this.#listeners.add(hear);
    return () => this.#listeners.delete(hear);
  }

  onUp(hear: (isUp: boolean) => void): () => void {
    this.#ups.add(hear);
    return () => this.#ups.delete(hear);
  }

  isUp(): boolean {
    return this.#isUp;
  }

  async close(): Promise<void> {
    this.#isUp = false;
    this.#followers.clear();
    this.#server.lines.delete(this);
  }
}
