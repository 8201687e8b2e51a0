// The contract over a WebSocket: the same messages as between the desktop shell and the core.
import type { Server } from 'node:http';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import type { CoreEvent, Reply } from '../../shared/contract/contract.ts';
import type { Gate } from './gate.ts';

/** The largest message is a file that is imported, in base64. */
const MAX_MESSAGE_BYTES = 512 * 1024 * 1024;
/** Pages at once; a person has some tabs. */
const MOST_PAGES = 32;
const POLICY_VIOLATION = 1008;

interface Call {
  readonly id: number;
  readonly channel: string;
  readonly input: unknown;
}

function parseCall(text: string): Call | undefined {
  try {
    const message = JSON.parse(text) as Partial<Call> | null;
    if (typeof message?.id !== 'number' || typeof message.channel !== 'string') return undefined;
    return { id: message.id, channel: message.channel, input: message.input };
  } catch {
    return undefined;
  }
}

export interface Service {
  readonly call: (channel: string, input: unknown) => Promise<Reply<unknown>>;
  readonly onEvent: (listener: (event: CoreEvent) => void) => () => void;
}

function attend(socket: WebSocket, service: Service): void {
  const stop = service.onEvent((event) => socket.send(JSON.stringify({ kind: 'event', event })));
  socket.on('close', stop);
  socket.on('error', () => socket.terminate());
  socket.on('message', (data) => {
    const call = parseCall(String(data));
    if (!call) return socket.close(POLICY_VIOLATION, 'malformed');
    void service.call(call.channel, call.input).then((reply) => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify({ kind: 'reply', id: call.id, reply }));
    });
  });
}

/** Opens `/ws` on the server for pages that the gate lets through. Returns what ends every conversation: a server waits for its sockets. */
export function serveSocket(server: Server, gate: Gate, service: Service): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    // a page's socket always says whose it is: without an Origin it is none
    const isOurs = gate.letsIn(request) && request.headers.origin !== undefined && gate.hasSession(request);
    if (!isOurs || request.url !== '/ws' || sockets.clients.size >= MOST_PAGES) {
      socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => attend(client, service));
  });
  return () => {
    for (const client of sockets.clients) client.terminate();
  };
}
