// One call of the contract: its input parsed, its handler run, its outcome put in words that every transport carries.
import { contract } from '../../shared/contract/contract.ts';
import type { Channel, Failure, Output, Parsed, Reply } from '../../shared/contract/contract.ts';
import { packAnswer } from '../../shared/contract/wire.ts';
import { Refusal } from '../../shared/domain/failure.ts';

/** What the core implements: one function per channel, no more, no fewer. */
export type Handlers = { readonly [C in Channel]: (input: Parsed<C>) => Output<C> | Promise<Output<C>> };

/** Where faults go: a bug's stack belongs in a log, never on a screen. */
export type FaultLog = (channel: string, error: unknown) => void;

const MAX_ISSUES = 3;

function invalid(code: string, data: Failure['data']): Reply<never> {
  return { ok: false, failure: { kind: 'invalid', code, data } };
}

function isChannel(channel: unknown): channel is Channel {
  return typeof channel === 'string' && Object.hasOwn(contract, channel);
}

/** Never throws, whatever a window sends. */
export async function dispatch(handlers: Handlers, channel: unknown, input: unknown, onFault: FaultLog): Promise<Reply<unknown>> {
  if (!isChannel(channel)) return invalid('input.unknownChannel', { channel: typeof channel === 'string' ? channel.slice(0, 80) : typeof channel });
  const parsed = contract[channel].input.safeParse(input);
  if (!parsed.success) {
    const message = parsed.error.issues
      .slice(0, MAX_ISSUES)
      .map((issue) => `${issue.path.join('.')}: ${issue.message}`)
      .join(' ; ');
    return invalid('input.invalid', { message });
  }
  try {
    const handler = handlers[channel] as (value: unknown) => unknown;
    return { ok: true, value: packAnswer(channel, await handler(parsed.data)) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, failure: { kind: 'refusal', code: error.code, data: error.data } };
    onFault(channel, error);
    return { ok: false, failure: { kind: 'fault', code: 'core.fault', data: {} } };
  }
}
