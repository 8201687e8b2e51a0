// Every entity is named by a UUID, so that copies of a project can be merged; brands keep the kinds apart.
import { z } from 'zod';

const uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'uuid');

export const sourceId = uuid.brand<'SourceId'>();
export const turnId = uuid.brand<'TurnId'>();
export const passageId = uuid.brand<'PassageId'>();
export const codingId = uuid.brand<'CodingId'>();
export const categoryId = uuid.brand<'CategoryId'>();
export const gridId = uuid.brand<'GridId'>();
export const caseId = uuid.brand<'CaseId'>();
export const participantId = uuid.brand<'ParticipantId'>();
export const speakerId = uuid.brand<'SpeakerId'>();
export const coderId = uuid.brand<'CoderId'>();
export const memoId = uuid.brand<'MemoId'>();
export const matrixId = uuid.brand<'MatrixId'>();
export const attributeId = uuid.brand<'AttributeId'>();
export const entryId = uuid.brand<'EntryId'>();
export const caseGroupId = uuid.brand<'CaseGroupId'>();
export const casePartId = uuid.brand<'CasePartId'>();
export const guideId = uuid.brand<'GuideId'>();
export const guideThemeId = uuid.brand<'GuideThemeId'>();
export const guideQuestionId = uuid.brand<'GuideQuestionId'>();
export const codingRuleId = uuid.brand<'CodingRuleId'>();
export const gridVersionId = uuid.brand<'GridVersionId'>();

export type SourceId = z.infer<typeof sourceId>;
export type TurnId = z.infer<typeof turnId>;
export type PassageId = z.infer<typeof passageId>;
export type CodingId = z.infer<typeof codingId>;
export type CategoryId = z.infer<typeof categoryId>;
export type GridId = z.infer<typeof gridId>;
export type CaseId = z.infer<typeof caseId>;
export type ParticipantId = z.infer<typeof participantId>;
export type SpeakerId = z.infer<typeof speakerId>;
export type CoderId = z.infer<typeof coderId>;
export type MemoId = z.infer<typeof memoId>;
export type MatrixId = z.infer<typeof matrixId>;
export type AttributeId = z.infer<typeof attributeId>;
export type EntryId = z.infer<typeof entryId>;
export type CaseGroupId = z.infer<typeof caseGroupId>;
export type CasePartId = z.infer<typeof casePartId>;
export type GuideId = z.infer<typeof guideId>;
export type GuideThemeId = z.infer<typeof guideThemeId>;
export type GuideQuestionId = z.infer<typeof guideQuestionId>;
export type CodingRuleId = z.infer<typeof codingRuleId>;
export type GridVersionId = z.infer<typeof gridVersionId>;
