// The names that one person speaks under, and those that could be theirs; no React here.
import type { Corpus } from '../../shared/contract/corpus.ts';
import type { ParticipantId, SpeakerId } from '../../shared/domain/ids.ts';
import { citationCode } from '../../shared/domain/source.ts';

export interface OtherVoice {
  readonly id: SpeakerId;
  readonly label: string;
  /** Of the source. */
  readonly code: string;
  /** Whom it stands for now. */
  readonly name: string;
}

/** Every label that stands for somebody else, in the order of the corpus. */
export function voicesOfOthers(corpus: Corpus, participantId: ParticipantId): OtherVoice[] {
  const people = new Map(corpus.participants.map(({ id, name }) => [id, name]));
  const sources = new Map(corpus.sources.map(({ id, name }) => [id, name]));
  return corpus.speakers
    .filter((speaker) => speaker.participantId !== participantId)
    .map((speaker) => ({
      id: speaker.id,
      label: speaker.label,
      code: citationCode(sources.get(speaker.sourceId) ?? ''),
      name: people.get(speaker.participantId) ?? '',
    }));
}
