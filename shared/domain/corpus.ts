// Cases, participants, coders and attributes: what stands around the sources.
import type { AttributeId, CaseGroupId, CaseId, CasePartId, CoderId, ParticipantId, SourceId, SpeakerId, TurnId } from './ids.ts';

/** A case is what the study compares (an organisation, a cluster); not a source, not a person. */
export interface Case {
  readonly id: CaseId;
  readonly name: string;
  /** 0-based; also chooses the case's tint. */
  readonly position: number;
}

/** A person who speaks in one or several sources. */
export interface Participant {
  readonly id: ParticipantId;
  readonly name: string;
  readonly caseId: CaseId | null;
  readonly isInterviewer: boolean;
  readonly sourceIds: readonly SourceId[];
}

/** Who applies categories. */
export interface Coder {
  readonly id: CoderId;
  readonly name: string;
  readonly initials: string;
  /** `#rrggbb` */
  readonly color: string;
  readonly codings: number;
}

export const ATTRIBUTE_SCOPES = ['case', 'source', 'participant'] as const;
export type AttributeScope = (typeof ATTRIBUTE_SCOPES)[number];

export const ATTRIBUTE_TYPES = ['text', 'number', 'date', 'choice', 'yesNo', 'ordered'] as const;
export type AttributeType = (typeof ATTRIBUTE_TYPES)[number];

export interface Attribute {
  readonly id: AttributeId;
  readonly scope: AttributeScope;
  readonly name: string;
  readonly position: number;
  readonly type: AttributeType;
  /** Of a choice, what can be chosen; of an ordered choice, from the least to the most. Empty for the other types. */
  readonly choices: readonly string[];
}

export interface AttributeValue {
  readonly attributeId: AttributeId;
  readonly targetId: string;
  readonly value: string;
}

/** Cases that belong together (the old poles, the rural ones); a case may be in several groups. */
export interface CaseGroup {
  readonly id: CaseGroupId;
  readonly name: string;
  readonly position: number;
  readonly caseIds: readonly CaseId[];
}

/** A stretch of a source that belongs to a case though the source as a whole does not: a focus group, a visit of two sites. */
export interface CasePart {
  readonly id: CasePartId;
  readonly sourceId: SourceId;
  readonly caseId: CaseId;
  readonly firstTurnId: TurnId;
  readonly lastTurnId: TurnId;
  /** 0-based places of those turns in the source. */
  readonly first: number;
  readonly last: number;
  /** What citations call them; null for a turn without words. */
  readonly firstNumber: number | null;
  readonly lastNumber: number | null;
}

/** A label in one source and who it stands for. */
export interface SpeakerInSource {
  readonly id: SpeakerId;
  readonly sourceId: SourceId;
  readonly label: string;
  readonly participantId: ParticipantId;
  /** Turns with words. */
  readonly turns: number;
}

/** Everything the corpus screen lists besides the sources. */
export interface CorpusFrame {
  readonly cases: readonly Case[];
  readonly participants: readonly Participant[];
  readonly attributes: readonly Attribute[];
  readonly values: readonly AttributeValue[];
  readonly groups: readonly CaseGroup[];
  /** By source, then by place. */
  readonly parts: readonly CasePart[];
  /** By source, in the order in which they first speak. */
  readonly speakers: readonly SpeakerInSource[];
}

/** `Anne Berger` → `AB`; at most three letters. */
export function initialsOf(name: string): string {
  const letters = name
    .split(/[\s-]+/u)
    .map((part) => [...part][0] ?? '')
    .join('')
    .toUpperCase();
  return letters.slice(0, 3) || '?';
}
