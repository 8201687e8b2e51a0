// How people appear in what leaves: by their names, or by codes whose key stays here.
import type { CorpusFrame } from '../../../shared/domain/corpus.ts';
import type { PeopleShown } from '../../../shared/domain/outward.ts';

export class ShownPeople {
  readonly #words = new Map<string, string>();
  readonly #labels = new Map<string, string>();
  readonly #speakers = new Map<string, string>();

  /** Longest first, so that no name is taken for a part of another. */
  readonly #named: readonly { readonly name: string; readonly word: string }[];

  constructor({ participants, speakers }: Pick<CorpusFrame, 'participants' | 'speakers'>, shown: PeopleShown) {
    const named = new Map(participants.map((person) => [person.id as string, person]));
    const seen = new Map<string, string>();
    const digits = Math.max(2, String(participants.length).length);
    // those who never speak come after those who do
    const inOrder = new Set([...speakers.map(({ participantId }) => participantId as string), ...named.keys()]);
    for (const id of inOrder) seen.set(id, `P${String(seen.size + 1).padStart(digits, '0')}`);
    for (const [id, { name }] of named) this.#words.set(id, shown === 'names' ? name : (seen.get(id) ?? ''));
    const wordsOf = participants.map(({ id, name }) => ({ name, word: this.#words.get(id) ?? '' }));
    const labelled = speakers.map(({ label, participantId }) => ({ name: label, word: this.#words.get(participantId) ?? '' }));
    this.#named = shown === 'names' ? [] : [...wordsOf, ...labelled].filter(({ name }) => name !== '').sort((a, b) => b.name.length - a.name.length);
    for (const { id, label, participantId } of speakers) {
      this.#speakers.set(id, participantId);
      this.#labels.set(id, shown === 'names' ? label : (seen.get(participantId) ?? ''));
    }
  }

  participant(id: string): string {
    return this.#words.get(id) ?? '';
  }

  /** A sentence of the history without the names of people that are shown as codes. */
  without(sentence: string): string {
    return this.#named.reduce((text, { name, word }) => text.replaceAll(name, word), sentence);
  }

  /** Who speaks under a label of a source. */
  participantOf(speakerId: string): string | null {
    return this.#speakers.get(speakerId) ?? null;
  }

  /** What stands before a turn. */
  label(speakerId: string): string {
    return this.#labels.get(speakerId) ?? '';
  }
}
