// Who is here now, and where: said every few seconds to whoever listens, kept by nobody, enciphered like everything else.
import type { TeamPlace } from '../../shared/domain/team.ts';
import type { TeamRole } from '../../shared/domain/team-role.ts';

export const HEARTBEAT_MS = 5_000;
/** Who has said nothing for so long is not here. */
const AWAY_MS = 3 * HEARTBEAT_MS;

export interface Heartbeat {
  readonly member: string;
  readonly name: string;
  readonly role: TeamRole;
  readonly place: TeamPlace | null;
  /** The last message applied there, and what the content's hash then is; null while there is work that is not sent. */
  readonly sequence: number;
  readonly hash: string | null;
  readonly isLeaving?: boolean;
}

export class Presence {
  readonly #heard = new Map<string, { readonly beat: Heartbeat; readonly at: number }>();

  /** True where this changes who is here, or where they are. */
  hear(beat: Heartbeat, now: number): boolean {
    const before = this.#heard.get(beat.member)?.beat;
    if (beat.isLeaving) return this.#heard.delete(beat.member);
    this.#heard.set(beat.member, { beat, at: now });
    return before === undefined || JSON.stringify(before.place) !== JSON.stringify(beat.place);
  }

  here(now: number): Heartbeat[] {
    return [...this.#heard.values()].filter(({ at }) => now - at < AWAY_MS).map(({ beat }) => beat);
  }
}
