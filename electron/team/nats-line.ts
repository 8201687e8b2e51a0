// The line to a team's server: one JetStream stream and one object store per project, presence over core NATS.
import { jetstream, jetstreamManager, DeliverPolicy, JetStreamApiCodes, JetStreamApiError, StorageType, RetentionPolicy } from '@nats-io/jetstream';
import type { ConsumerMessages, JetStreamClient, JetStreamManager } from '@nats-io/jetstream';
import { Objm } from '@nats-io/obj';
import type { ObjectStore } from '@nats-io/obj';
import { AuthorizationError, connect, nkeyAuthenticator } from '@nats-io/transport-node';
import type { NatsConnection, NodeConnectionOptions } from '@nats-io/transport-node';
import { Refusal } from '../../shared/domain/failure.ts';
import type { TeamCredentials } from '../../shared/domain/team-invitation.ts';
import type { TeamRole } from '../../shared/domain/team-role.ts';
import { Overtaken, Unreached, wait } from './line.ts';
import type { LineMessage, TeamLine } from './line.ts';
import { bucketName, herePath, logPath, streamName } from './server-names.ts';

export interface LineOptions {
  /** Servers, separated by commas: `nats://…`, or `tls://…` for an enciphered line. */
  readonly address: string;
  readonly stream: string;
  readonly credentials: TeamCredentials;
  /** PEM of who vouches for the server; null: whom the system trusts. */
  readonly certificate: string | null;
}

const CONNECT_MS = 4_000;
const ANSWER_MS = 4_000;
const RETRY_MS = 500;
const SLOWEST_RETRY_MS = 15_000;
const HEARTBEAT_MS = 1_000;
const EXPIRES_MS = 10_000;
const PIECE_BYTES = 256_000;
const DUPLICATES_NS = 120 * 1_000_000_000;

function serversIn(address: string): { readonly servers: string[]; readonly isTls: boolean } {
  const servers = address
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
  if (servers.length === 0 || servers.some((server) => !/^(?:(?:nats|tls):\/\/)?[^\s/]+$/iu.test(server)))
    throw new Refusal('team.addressInvalid', { address });
  return { servers: servers.map((server) => server.replace(/^\w+:\/\//u, '')), isTls: servers.some((server) => /^tls:/iu.test(server)) };
}

function connectionOptions({ address, credentials, certificate }: LineOptions): NodeConnectionOptions {
  const { servers, isTls } = serversIn(address);
  return {
    servers,
    name: 'trame',
    timeout: CONNECT_MS,
    maxReconnectAttempts: -1,
    reconnectTimeWait: RETRY_MS,
    pingInterval: 20_000,
    ...(isTls ? { tls: certificate === null ? {} : { ca: certificate } } : {}),
    ...(credentials === null
      ? {}
      : 'seed' in credentials
        ? { authenticator: nkeyAuthenticator(new TextEncoder().encode(credentials.seed)) }
        : { user: credentials.user, pass: credentials.password }),
  };
}

const codeOf = (error: unknown): number => (error instanceof JetStreamApiError ? error.code : 0);

interface Connected {
  readonly connection: NatsConnection;
  readonly manager: JetStreamManager;
  readonly client: JetStreamClient;
}

export class NatsLine implements TeamLine {
  readonly #options: LineOptions;
  readonly #ups = new Set<(isUp: boolean) => void>();
  readonly #listeners = new Set<(bytes: Uint8Array) => void>();
  #connected: Connected | null = null;
  #isUp = false;
  #isClosed = false;
  #denied = false;
  #shelf: ObjectStore | null = null;

  constructor(options: LineOptions) {
    this.#options = options;
    serversIn(options.address);
  }

  /** Tries until the server answers; comes back at once. */
  open(): this {
    void this.#tryOn();
    return this;
  }

  /** Waits for the server; refuses where it does not answer, or does not admit. */
  static async opened(options: LineOptions): Promise<NatsLine> {
    const line = new NatsLine(options);
    await line.#try();
    if (line.#connected) return line;
    throw new Refusal(line.#denied ? 'team.notAdmitted' : 'team.unreachable', { address: options.address });
  }

  async #tryOn(): Promise<void> {
    for (let pause = RETRY_MS; !this.#isClosed && !this.#connected; pause = Math.min(2 * pause, SLOWEST_RETRY_MS)) {
      await this.#try();
      if (!this.#connected) await wait(pause);
    }
  }

  async #try(): Promise<void> {
    try {
      const connection = await connect(connectionOptions(this.#options));
      if (this.#isClosed) return await connection.close();
      const manager = await jetstreamManager(connection, { checkAPI: false, timeout: ANSWER_MS });
      this.#connected = { connection, manager, client: jetstream(connection, { timeout: ANSWER_MS }) };
      this.#watch(connection);
      connection.subscribe(herePath(this.#options.stream), {
        callback: (_error, message) => {
          for (const hear of this.#listeners) hear(message.data);
        },
      });
      this.#isUp = true;
      for (const hear of this.#ups) hear(true);
    } catch (error) {
      this.#denied = error instanceof AuthorizationError || /authorization|authentication/iu.test(String(error));
    }
    return undefined;
  }

  /** Lost and back again: the connection itself tries on. */
  #watch(connection: NatsConnection): void {
    void (async () => {
      for await (const { type } of connection.status()) {
        const isUp = type === 'reconnect' ? true : type === 'disconnect' || type === 'close' ? false : this.#isUp;
        if (isUp === this.#isUp) continue;
        this.#isUp = isUp;
        for (const hear of this.#ups) hear(isUp);
      }
    })();
  }

  #now(): Connected {
    if (!this.#connected || !this.#isUp) throw new Unreached();
    return this.#connected;
  }

  async #asked<T>(question: (connected: Connected) => Promise<T>): Promise<T> {
    const connected = this.#now();
    try {
      return await question(connected);
    } catch (error) {
      if (error instanceof Overtaken || error instanceof Refusal) throw error;
      const code = codeOf(error);
      if (code === JetStreamApiCodes.StreamWrongLastSequence || code === JetStreamApiCodes.StreamWrongLastSequenceUnknown) throw new Overtaken();
      if (/permissions? violation/iu.test(String(error))) throw new Refusal('team.notAdmitted', { address: this.#options.address });
      throw new Unreached(String(error));
    }
  }

  /** The stream and the store of a new team; `replicas`: on how many of the servers everything is kept. */
  async make(replicas: number): Promise<void> {
    const { stream } = this.#options;
    await this.#asked(async ({ manager, client }) => {
      await manager.streams.add({
        name: streamName(stream),
        subjects: [logPath(stream, '*')],
        storage: StorageType.File,
        retention: RetentionPolicy.Limits,
        num_replicas: replicas,
        duplicate_window: DUPLICATES_NS,
        allow_direct: true,
        deny_delete: true,
      });
      await new Objm(client).create(bucketName(stream), { storage: StorageType.File, replicas });
    });
  }

  async bounds(): Promise<{ first: number; last: number } | null> {
    return await this.#asked(async ({ manager }) => {
      try {
        const { state } = await manager.streams.info(streamName(this.#options.stream));
        return { first: state.first_seq, last: state.last_seq };
      } catch (error) {
        if (codeOf(error) === JetStreamApiCodes.StreamNotFound) return null;
        throw error;
      }
    });
  }

  async publish(role: TeamRole, bytes: Uint8Array, { after, id }: { after: number; id: string }): Promise<number | null> {
    return await this.#asked(async ({ client }) => {
      const options = { msgID: id, expect: { lastSequence: after, streamName: streamName(this.#options.stream) }, timeout: ANSWER_MS };
      const { seq, duplicate } = await client.publish(logPath(this.#options.stream, role), bytes, options);
      return duplicate ? null : seq;
    });
  }

  async follow(after: number, hear: (message: LineMessage) => void): Promise<() => void> {
    let isStopped = false;
    const messages = await this.#asked(async ({ client }): Promise<ConsumerMessages> => {
      const consumer = await client.consumers.get(streamName(this.#options.stream), {
        deliver_policy: DeliverPolicy.StartSequence,
        opt_start_seq: after + 1,
      });
      return await consumer.consume({
        expires: EXPIRES_MS,
        idle_heartbeat: HEARTBEAT_MS,
        callback: (message) => {
          const role = message.subject.split('.').at(-1) as TeamRole;
          if (!isStopped) hear({ sequence: message.seq, role, bytes: message.data });
        },
      });
    });
    return () => {
      isStopped = true;
      messages.close().catch(() => undefined);
    };
  }

  async #store(): Promise<ObjectStore> {
    return (this.#shelf ??= await this.#asked(({ client }) => new Objm(client).open(bucketName(this.#options.stream), false)));
  }

  async put(name: string, bytes: Uint8Array): Promise<void> {
    const store = await this.#store();
    await this.#asked(() => store.putBlob({ name, options: { max_chunk_size: PIECE_BYTES } }, bytes, { timeout: 10 * ANSWER_MS }));
  }

  async get(name: string): Promise<Uint8Array | null> {
    const store = await this.#store();
    return await this.#asked(() => store.getBlob(name));
  }

  async names(): Promise<string[]> {
    const store = await this.#store();
    return (await this.#asked(() => store.list())).map(({ name }) => name);
  }

  async drop(name: string): Promise<void> {
    const store = await this.#store();
    await this.#asked(() => store.delete(name));
  }

  async purge(upTo: number): Promise<void> {
    await this.#asked(({ manager }) => manager.streams.purge(streamName(this.#options.stream), { seq: upTo + 1 }));
  }

  say(bytes: Uint8Array): void {
    if (this.#isUp) this.#connected?.connection.publish(herePath(this.#options.stream), bytes);
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
    this.#isClosed = true;
    this.#isUp = false;
    await this.#connected?.connection.close().catch(() => undefined);
    this.#connected = null;
  }
}
