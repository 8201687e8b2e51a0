// One copy of the project in its team: what is done here is sent, what others do is applied, and both come to the same content everywhere.
import { Refusal } from '../../shared/domain/failure.ts';
import type { LineState, TeamPlace } from '../../shared/domain/team.ts';
import type { LogEntry } from '../storage/change-log.ts';
import { knownMigrations } from '../storage/migrate.ts';
import type { Project, ProjectChange } from '../storage/open-project.ts';
import { countAfter, entriesAfter } from '../storage/team-log.ts';
import { readMembers, readTeamState, updateTeamState, withoutWaiting } from '../storage/team-state.ts';
import type { TeamState } from '../storage/team-state.ts';
import { catchUpEntries } from './catch-up.ts';
import { contentHash } from './content-hash.ts';
import { Overtaken, Unreached, wait } from './line.ts';
import type { LineMessage, TeamLine } from './line.ts';
import { openBytes, openMessage, sealBytes, sealMessage } from './message.ts';
import type { Content, Header, Opening, TeamKeys } from './message.ts';
import { HEARTBEAT_MS, Presence } from './presence.ts';
import type { Heartbeat } from './presence.ts';
import { receive } from './receive.ts';
import type { Incoming } from './receive.ts';
import { KeyRing, readSecrets } from './secrets.ts';
import { SharedFiles } from './shared-files.ts';
import { keepSnapshot } from './snapshot.ts';

const MOST_ENTRIES = 200;
const MOST_BYTES = 400_000;
/** A text that is being typed is sent when typing rests: until then it is one entry that grows. */
const TYPING_RESTS_MS = 1_200;
const TYPED: ReadonlySet<string> = new Set(['memo.write', 'cell.writeSynthesis']);
/** What listeners hear when others' work was applied. */
export const RECEIVED = 'team.receive';
const RETRY_MS = 1_000;
/** So long a server may take to elect a leader. */
const PATIENCE_MS = 15_000;
/** Messages after which a researcher's copy lays the project on the shelf anew. */
const SNAPSHOT_EVERY = 500;
/** So long nothing must have happened before the content is compared. */
const REST_MS = 20_000;

export interface ReplicaStatus {
  readonly state: LineState;
  /** Entries that the team has not got yet. */
  readonly pending: number;
  readonly problem: Refusal | null;
  readonly here: readonly Heartbeat[];
}

export interface ReplicaOptions {
  /** Called when the status may have changed. */
  readonly onStatus?: () => void;
  /** Whether heartbeats are said, contents compared and snapshots laid by; not in tests that count messages. */
  readonly isLively?: boolean;
}

export class Replica {
  readonly #project: Project;
  readonly #line: TeamLine;
  readonly #options: ReplicaOptions;
  readonly #presence = new Presence();
  readonly #step = knownMigrations().at(-1)?.number ?? 0;
  readonly #queue: LineMessage[] = [];
  readonly #files: SharedFiles;
  readonly #endings: (() => void)[] = [];
  readonly #ring: KeyRing;
  #problem: Refusal | null = null;
  #stopFollowing: (() => void) | null = null;
  #running: Promise<void> | null = null;
  #isWanted = false;
  #isStopped = false;
  #typingUntil = 0;
  #lastChange = 0;
  #lastSnapshot = 0;
  #hashed: { readonly sequence: number; readonly hash: string } | null = null;
  #place: TeamPlace | null = null;

  constructor(project: Project, line: TeamLine, options: ReplicaOptions = {}) {
    this.#project = project;
    this.#line = line;
    this.#options = options;
    this.#files = new SharedFiles(project, line);
    this.#ring = new KeyRing(project.path);
  }

  get #keys(): TeamKeys {
    return this.#ring.keys;
  }

  get #state(): TeamState {
    const state = readTeamState(this.#project.sqlite);
    if (!state) throw new Refusal('team.none');
    return state;
  }

  #opening(): Opening {
    return { stream: this.#state.stream, keys: this.#keys, step: this.#step };
  }

  #header(): Omit<Header, 'form'> {
    const { epoch, memberId, role } = this.#state;
    return { step: this.#step, epoch, member: memberId, role };
  }

  status(): ReplicaStatus {
    const pending = countAfter(this.#project.sqlite, this.#state.sharedNumber);
    const state: LineState = this.#problem ? 'stopped' : !this.#line.isUp() ? 'offline' : pending > 0 ? 'sending' : 'upToDate';
    return { state, pending, problem: this.#problem, here: this.#presence.here(Date.now()) };
  }

  /** Begins to exchange; comes back at once, whether the server answers or not. */
  start(): void {
    const onChange = (change: ProjectChange): void => {
      this.#lastChange = Date.now();
      if (change.command === RECEIVED) return;
      this.#typingUntil = TYPED.has(change.command) ? Date.now() + TYPING_RESTS_MS : 0;
      this.#wake();
    };
    this.#project.listeners.add(onChange);
    this.#endings.push(() => this.#project.listeners.delete(onChange));
    this.#endings.push(this.#line.onUp((isUp) => (isUp ? this.#wake() : this.#told())));
    this.#endings.push(this.#line.listen((bytes) => this.#hear(bytes)));
    const beat = setInterval(() => this.#beat(), this.#options.isLively ? HEARTBEAT_MS : 2 ** 30);
    beat.unref();
    this.#endings.push(() => clearInterval(beat));
    this.#wake();
  }

  /** Stops at once: the project is about to be closed. What is on its way is recognised when it is opened again. */
  halt(): void {
    if (this.#isStopped) return;
    if (this.#options.isLively && this.#line.isUp() && !this.#problem) this.#say({ isLeaving: true });
    this.#isStopped = true;
    for (const end of this.#endings.splice(0)) end();
    this.#stopFollowing?.();
    void this.#line.close();
  }

  /** Stops; waits for what is being sent. What is not sent stays in the file. */
  async stop(): Promise<void> {
    this.halt();
    await this.#running;
    await this.#line.close();
  }

  /** Waits until nothing is left to send or to apply, or until it is clear that this will not happen by `until` (a time in ms). */
  async settle(until: number): Promise<void> {
    while (Date.now() < until && !this.#problem) {
      this.#typingUntil = 0;
      this.#wake();
      await this.#running;
      const bounds = this.#line.isUp() ? await this.#line.bounds().catch(() => null) : null;
      if (bounds && bounds.last === this.#state.sequence && this.status().pending === 0 && this.#queue.length === 0) return;
      await wait(20);
    }
  }

  /** Where the user is, for the others to see. */
  goTo(place: TeamPlace | null): void {
    this.#place = place;
    if (this.#options.isLively) this.#say({});
  }

  /** Sends something that is no work: who came, who left, a new key. */
  async send(content: Content): Promise<void> {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      if (this.#problem) throw this.#problem;
      this.#wake();
      await this.#running;
      try {
        const after = this.#state.sequence;
        const sealed = sealMessage(this.#state.stream, this.#header(), this.#keys, content);
        await this.#line.publish(this.#state.role, sealed, { after, id: `${this.#state.memberId}-${after}` });
        await this.settle(until);
        return;
      } catch (error) {
        // saying such a thing twice is no matter
        if (!(error instanceof Overtaken || error instanceof Unreached)) throw error;
        if (Date.now() > until) throw new Refusal('team.unreachable', { address: readSecrets(this.#project.path).address });
        await wait(20);
      }
    }
  }

  /** Lays the project on the shelf; null where something here waits to be sent. */
  async snapshot(): Promise<number | null> {
    const { stream } = this.#state;
    const sequence = await keepSnapshot(this.#project, this.#line, { stream, keys: this.#keys, header: this.#header() });
    if (sequence !== null) this.#lastSnapshot = sequence;
    return sequence;
  }

  /** After the keys beside the project were written anew. */
  readonly takeKeys = (): void => this.#ring.reload();

  #told(): void {
    this.#options.onStatus?.();
  }

  #wake(): void {
    if (this.#isStopped || this.#problem) return;
    this.#isWanted = true;
    this.#running ??= this.#run().finally(() => (this.#running = null));
  }

  async #run(): Promise<void> {
    while (this.#isWanted && !this.#isStopped) {
      this.#isWanted = false;
      try {
        if (!this.#stopFollowing && this.#line.isUp()) await this.#follow();
        await this.#take();
        if (this.#line.isUp() && this.#stopFollowing) await this.#send();
      } catch (error) {
        // the project may be closed by now
        if (this.#isStopped) return;
        if (error instanceof Refusal) this.#stopFor(error);
        else if (error instanceof Unreached) this.#later(RETRY_MS);
        else throw error;
      }
      if (!this.#isStopped) this.#told();
    }
  }

  #later(ms: number): void {
    const timer = setTimeout(() => this.#wake(), ms);
    timer.unref();
  }

  #stopFor(problem: Refusal): void {
    this.#problem = problem;
    this.#stopFollowing?.();
    this.#stopFollowing = null;
    updateTeamState(this.#project.sqlite, { problem: JSON.stringify({ code: problem.code, data: problem.data }) });
  }

  async #follow(): Promise<void> {
    const { stream, sequence, memberId } = this.#state;
    const bounds = await this.#line.bounds();
    if (!bounds) throw new Refusal('team.streamMissing', { stream });
    if (bounds.last < sequence) throw new Refusal('team.streamTruncated', { last: bounds.last, sequence });
    // what lies between was put together in a snapshot
    if (bounds.first > sequence + 1) {
      await this.#ring.catchUp(this.#line, this.#opening(), memberId);
      this.#apply(await catchUpEntries(this.#project, this.#line, this.#opening()));
    }
    this.#queue.length = 0;
    this.#stopFollowing = await this.#line.follow(this.#state.sequence, (message) => {
      this.#queue.push(message);
      this.#wake();
    });
    if (this.#state.problem !== null) updateTeamState(this.#project.sqlite, { problem: null });
  }

  async #refollow(): Promise<void> {
    this.#stopFollowing?.();
    this.#stopFollowing = null;
    await this.#follow();
  }

  /** Applies what has come. */
  async #take(): Promise<void> {
    const came = this.#queue.splice(0).sort((a, b) => a.sequence - b.sequence);
    const incoming: Incoming[] = [];
    let next = this.#state.sequence + 1;
    for (const message of came) {
      if (message.sequence < next) continue;
      if (message.sequence > next) {
        await this.#refollow();
        break;
      }
      const opened = await this.#open(message);
      if (opened) incoming.push(opened);
      next += 1;
    }
    this.#apply(incoming);
  }

  #apply(incoming: readonly Incoming[]): void {
    if (incoming.length === 0 || this.#isStopped) return;
    const { tables, settlements } = receive(this.#project, incoming);
    const told = [
      ...tables,
      ...(settlements > 0 ? ['team_settlement'] : []),
      ...(incoming.some(({ members }) => members.length > 0) ? ['team_member'] : []),
    ];
    if (told.length > 0) for (const listener of this.#project.listeners) listener({ command: RECEIVED, tables: told });
  }

  async #open(message: LineMessage): Promise<Incoming | null> {
    const { stream, memberId } = this.#state;
    const opened = openMessage(stream, this.#keys, this.#step, message);
    if (opened.header.role !== message.role) throw new Refusal('team.undecipherable', { sequence: message.sequence });
    let { content } = opened;
    if (content.onShelf !== undefined) {
      const bytes = await this.#line.get(content.onShelf);
      if (!bytes) throw new Refusal('team.undecipherable', { sequence: message.sequence });
      const { plain } = openBytes(`${stream} ${content.onShelf}`, this.#keys, this.#step, { bytes, sequence: message.sequence });
      content = JSON.parse(plain.toString('utf8')) as Content;
    }
    if (content.rekey) this.#ring.take(content.rekey, memberId, opened.header.member === memberId);
    for (const { id, name, nkey } of content.members ?? []) if (nkey !== undefined) this.#ring.came({ id, name, nkey });
    const entries = content.entries ?? [];
    if (opened.header.member !== memberId) await this.#files.fetch(entries, this.#opening(), opened.header.epoch);
    return { sequence: message.sequence, role: message.role, entries, members: content.members ?? [], epoch: content.rekey?.epoch ?? null };
  }

  #batch(): LogEntry[] {
    const batch: LogEntry[] = [];
    let bytes = 0;
    for (const entry of entriesAfter(this.#project.sqlite, this.#state.sharedNumber)) {
      batch.push(entry);
      bytes += JSON.stringify(entry.diffs).length;
      if (batch.length === MOST_ENTRIES || bytes > MOST_BYTES) break;
    }
    return batch;
  }

  async #send(): Promise<void> {
    const rests = this.#typingUntil - Date.now();
    if (rests > 0) return this.#later(rests + 1);
    const { sqlite } = this.#project;
    if (sqlite.inTransaction) return this.#later(RETRY_MS);
    const entries = this.#batch();
    const last = entries.at(-1);
    if (!last) return undefined;
    const { stream, role, sequence } = this.#state;
    const { number } = last;
    updateTeamState(sqlite, { sentNumber: Math.max(number, this.#state.sentNumber) });
    await this.#files.shelve(entries, this.#opening(), this.#header());
    const sealed = await this.#sealed(stream, { entries: entries.map(({ number: _number, ...entry }) => entry) });
    try {
      const stored = await this.#line.publish(role, sealed, { after: sequence, id: `${last.id}-${sequence}` });
      if (stored !== null) this.#acknowledge(stored, number);
      this.#isWanted = true;
      if (stored === null) await wait(10);
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
      await this.#hearThem(sequence);
    }
    return undefined;
  }

  #acknowledge(stored: number, number: number): void {
    const state = this.#state;
    if (state.sequence !== stored - 1) return;
    withoutWaiting(this.#project.sqlite, () => updateTeamState(this.#project.sqlite, { sequence: stored, sharedNumber: number }));
  }

  /** Others were faster: what they did is on its way here, or has to be asked for again. */
  async #hearThem(since: number): Promise<void> {
    for (let tries = 0; tries < 100 && this.#queue.length === 0 && this.#state.sequence === since; tries += 1) await wait(10);
    if (this.#queue.length === 0 && this.#state.sequence === since) await this.#refollow();
    this.#isWanted = true;
  }

  async #sealed(stream: string, content: Content): Promise<Uint8Array> {
    const sealed = sealMessage(stream, this.#header(), this.#keys, content);
    if (sealed.length <= MOST_BYTES) return sealed;
    const name = `message-${content.entries?.at(-1)?.id ?? ''}`;
    await this.#line.put(name, sealBytes(`${stream} ${name}`, this.#header(), this.#keys, Buffer.from(JSON.stringify(content), 'utf8')));
    return sealMessage(stream, this.#header(), this.#keys, { onShelf: name });
  }

  #say(more: Pick<Heartbeat, 'isLeaving'>): void {
    const { stream, memberId, role, sequence } = this.#state;
    const name = readMembers(this.#project.sqlite).find(({ id }) => id === memberId)?.name ?? '';
    const hash = this.#hashed?.sequence === sequence ? this.#hashed.hash : null;
    const beat: Heartbeat = { member: memberId, name, role, place: this.#place, sequence, hash, ...more };
    this.#line.say(sealBytes(`${stream} here`, this.#header(), this.#keys, Buffer.from(JSON.stringify(beat))));
  }

  #hear(bytes: Uint8Array): void {
    if (this.#isStopped) return;
    let beat: Heartbeat;
    try {
      const { plain } = openBytes(`${this.#state.stream} here`, this.#keys, this.#step, { bytes, sequence: 0 });
      beat = JSON.parse(plain.toString('utf8')) as Heartbeat;
    } catch (error) {
      // from somebody with another key or another program: they are not seen, and nothing else depends on it
      if (error instanceof Refusal) return;
      throw error;
    }
    if (beat.member === this.#state.memberId) return;
    if (this.#presence.hear(beat, Date.now())) this.#told();
    const isSame = beat.hash === null || this.#hashed?.sequence !== beat.sequence || this.#hashed.hash === beat.hash;
    if (!isSame) this.#stopFor(new Refusal('team.diverged', { sequence: beat.sequence }));
  }

  #beat(): void {
    if (this.#isStopped || this.#problem || !this.#line.isUp()) return;
    const { sequence, role } = this.#state;
    if (this.status().pending === 0 && Date.now() - this.#lastChange > REST_MS && this.#hashed?.sequence !== sequence) {
      this.#hashed = { sequence, hash: contentHash(this.#project) };
    }
    this.#say({});
    if (role === 'researcher' && sequence - this.#lastSnapshot >= SNAPSHOT_EVERY && this.status().pending === 0) {
      this.#lastSnapshot = sequence;
      void this.snapshot().catch(() => (this.#lastSnapshot = 0));
    }
    this.#told();
  }
}
