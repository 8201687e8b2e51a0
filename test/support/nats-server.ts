// Real nats-server processes on loopback, in folders of their own: one, or a cluster of three; killed and started again as a test wants it.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { join } from 'node:path';

const BINARY = ['/usr/sbin/nats-server', '/usr/bin/nats-server', '/usr/local/bin/nats-server'].find((path) => existsSync(path));
export const hasNatsServer = BINARY !== undefined;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}

const answers = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });

class Node {
  readonly port: number;
  readonly #config: string;
  #process: ChildProcess | null = null;

  constructor(port: number, config: string) {
    this.port = port;
    this.#config = config;
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  async start(): Promise<void> {
    this.#process = spawn(BINARY ?? 'nats-server', ['-c', this.#config], { stdio: 'ignore' });
    while (!(await answers(this.port))) await new Promise((done) => setTimeout(done, 50));
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((done) => child.once('close', done));
    child.kill(signal);
    await ended;
  }
}

export class NatsServers {
  readonly nodes: readonly Node[];

  constructor(nodes: readonly Node[]) {
    this.nodes = nodes;
  }

  get address(): string {
    return this.nodes.map(({ port }) => `nats://127.0.0.1:${port}`).join(',');
  }

  async stop(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.kill()));
  }
}

/** `more`: lines of configuration, as users with their permissions. */
export async function natsServers(folder: string, count: number, more = ''): Promise<NatsServers> {
  const ports = await Promise.all(Array.from({ length: count }, freePort));
  const routes = await Promise.all(Array.from({ length: count }, freePort));
  const nodes = ports.map((port, index) => {
    const place = join(folder, `nats-${index}`);
    mkdirSync(place, { recursive: true });
    const cluster =
      count === 1
        ? ''
        : `cluster { name: trame, listen: "127.0.0.1:${routes[index]}", routes: [${routes.map((route) => `"nats-route://127.0.0.1:${route}"`).join(', ')}] }`;
    const config = `listen: "127.0.0.1:${port}"\nserver_name: n${index}\njetstream { store_dir: "${place}" }\n${cluster}\n${more}\n`;
    writeFileSync(join(place, 'server.conf'), config);
    return new Node(port, join(place, 'server.conf'));
  });
  await Promise.all(nodes.map((node) => node.start()));
  return new NatsServers(nodes);
}
