// What an axis is made of, and what it is once it is resolved: entities, and which of them a category or a passage belongs to.
import type { Codebook } from './category.ts';
import type { Attribute, AttributeValue, Case, CaseGroup, CasePart, Coder, Participant } from './corpus.ts';
import type { Guide } from './guide.ts';
import type { CaseId, CoderId, GuideQuestionId, ParticipantId, PassageId, SourceId } from './ids.ts';
import type { AxisEntity, AxisSpec, PeriodRule } from './matrix.ts';
import type { Language } from './project.ts';
import type { ResearchQuestion } from './research-question.ts';
import type { SourceKind, Stance } from './source.ts';

export interface FrameSource {
  readonly id: SourceId;
  readonly name: string;
  readonly kind: SourceKind;
  readonly date: string | null;
  readonly caseIds: readonly CaseId[];
}

/** A label of one source, and who it stands for. */
export interface FrameSpeaker {
  readonly sourceId: SourceId;
  readonly label: string;
  readonly participantId: ParticipantId;
}

/** The study's frame: all that axes and filters are made of. Sources in corpus order. */
export interface StudyFrame {
  readonly codebook: Codebook;
  readonly cases: readonly Case[];
  readonly sources: readonly FrameSource[];
  readonly groups: readonly CaseGroup[];
  readonly parts: readonly CasePart[];
  readonly participants: readonly Participant[];
  readonly speakers: readonly FrameSpeaker[];
  readonly coders: readonly Coder[];
  readonly attributes: readonly Attribute[];
  readonly values: readonly AttributeValue[];
  readonly guides: readonly Guide[];
  readonly researchQuestions: readonly ResearchQuestion[];
}

/** Where a passage stands: what axes look at that hold passages (case, source, participant, period …). */
export interface PassagePlace {
  readonly sourceId: SourceId;
  /** Positions in the source of the first and last turn it touches. */
  readonly firstTurn: number;
  readonly lastTurn: number;
  /** Speakers of the turns it touches. */
  readonly participantIds: readonly ParticipantId[];
  /** Their labels as they stand in the source. */
  readonly labels: readonly string[];
  /** Questions of guides that it answers, by the turns where they were confirmed. */
  readonly answers: readonly GuideQuestionId[];
}

/** One category applied by one coder. */
export interface PlacedCoding {
  readonly categoryId: string;
  readonly coderId: CoderId;
  readonly stance: Stance | null;
  readonly weight: number | null;
}

/** One stretch of text that somebody coded; passages with the same two ends are one, whoever made them. */
export interface CodedPassage extends PassagePlace {
  readonly ids: readonly PassageId[];
  /** Whole-document UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  /** Somebody marked it as a good quote. */
  readonly isStarred: boolean;
  readonly codings: readonly PlacedCoding[];
}

/** A coded passage with what its citation needs. */
export interface PlacedPassage extends CodedPassage {
  readonly turnNumber: number | null;
  /** The label of its first turn. */
  readonly speaker: string | null;
}

/** What entities that are groups are made of, and the axis that lists it. */
export interface Members {
  readonly spec: AxisSpec;
  /** By entity: the keys of what belongs to it. */
  readonly keys: readonly (readonly string[])[];
}

export interface CategoryAxis {
  readonly kind: 'categories';
  readonly title: string;
  readonly entities: readonly AxisEntity[];
  /** Category id → index of the entity that it is, or is folded into. */
  readonly entityOf: ReadonlyMap<string, number>;
  /** Categories of the axis' grid or subtree that no entity shows. */
  readonly uncovered: ReadonlySet<string>;
  /** True when some entity stands for more than its own category. */
  readonly folds: boolean;
  /** Children of the categories shown; null where none has any. */
  readonly members: Members | null;
}

export interface HolderAxis {
  readonly kind: 'holders';
  readonly title: string;
  readonly entities: readonly AxisEntity[];
  /** The same for all passages of a source that touch the same turns. */
  readonly entitiesOf: (place: PassagePlace) => readonly number[];
  /**
   * Where what stands around a passage decides too: given all the passages of a source, answers for each of them. Takes the place of
   * `entitiesOf`.
   */
  readonly entitiesIn?: (passages: readonly CodedPassage[]) => (index: number) => readonly number[];
  readonly members: Members | null;
}

/** A coder holds codings, not passages: what a cell under a coder shows is what the matrix of this coder's codings alone would show. */
export interface CoderAxis {
  readonly kind: 'coders';
  readonly title: string;
  readonly entities: readonly AxisEntity[];
  /** Same order as `entities`. */
  readonly coderIds: readonly CoderId[];
}

export type Axis = CategoryAxis | HolderAxis | CoderAxis;

/** Names of the axes that are not the project's own words. */
export interface AxisTitles {
  /** In which values of attributes are shown. */
  readonly language: Language;
  readonly case: string;
  readonly caseGroup: string;
  readonly source: string;
  readonly participant: string;
  readonly coder: string;
  readonly category: string;
  readonly sourceKind: string;
  readonly kinds: Readonly<Record<SourceKind, string>>;
  readonly speaker: string;
  readonly theme: string;
  readonly question: string;
  readonly researchQuestion: string;
  readonly date: string;
  readonly by: Readonly<Record<PeriodRule['by'], string>>;
  /** « T2 2024 » */
  readonly quarter: (quarter: number, year: string) => string;
  /** How many things fall in no period: without a date, with one too vague, or before the first phase. */
  readonly inNoPeriod: (count: number) => string;
}
