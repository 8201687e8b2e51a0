// What a team needs of a server: a log in which everybody agrees on the order, a shelf for larger things, and who is there. The real one is
// JetStream's (nats-line.ts); tests put one in memory in its place.
import type { TeamRole } from '../../shared/domain/team-role.ts';

export interface LineMessage {
  readonly sequence: number;
  readonly role: TeamRole;
  readonly bytes: Uint8Array;
}

/** Somebody else's message came first: nothing was stored. */
export class Overtaken extends Error {}

/** The server cannot be reached, or did not answer in time: what was asked may have been done all the same. */
export class Unreached extends Error {}

export interface TeamLine {
  /** The first message that is still there and the last one ever stored; null where there is no such log. */
  bounds(): Promise<{ readonly first: number; readonly last: number } | null>;
  /** Stores a message if the last one stored is `after`; answers with its sequence, or null where the same one was stored before. */
  publish(role: TeamRole, bytes: Uint8Array, options: { readonly after: number; readonly id: string }): Promise<number | null>;
  /** Hears every message after this one, in order, each at least once; answers with how to stop. */
  follow(after: number, hear: (message: LineMessage) => void): Promise<() => void>;
  put(name: string, bytes: Uint8Array): Promise<void>;
  get(name: string): Promise<Uint8Array | null>;
  names(): Promise<string[]>;
  drop(name: string): Promise<void>;
  /** Removes the messages up to this one; they are in a snapshot. */
  purge(upTo: number): Promise<void>;
  /** To whoever listens now; nobody keeps it. */
  say(bytes: Uint8Array): void;
  listen(hear: (bytes: Uint8Array) => void): () => void;
  /** Hears when the server is lost and when it is back. */
  onUp(hear: (isUp: boolean) => void): () => void;
  isUp(): boolean;
  close(): Promise<void>;
}

export const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
