// Gathers what a pack holds: the study without its texts, and each chosen source by itself, since a page opens them one at a time.
import { Refusal } from '../../../shared/domain/failure.ts';
import type { Category, Grid } from '../../../shared/domain/category.ts';
import type { CoderId } from '../../../shared/domain/ids.ts';
import type { SavedMatrix } from '../../../shared/domain/matrix.ts';
import type {
  PackCategory,
  PackCoding,
  PackMatrix,
  PackMemo,
  PackPassage,
  PackSource,
  PackSourceCard,
  PackStudy,
  ReviewChoice,
} from '../../../shared/domain/review-pack.ts';
import type { ReviewThread } from '../../../shared/domain/review.ts';
import { SpokenTurns } from '../../../shared/domain/review-words.ts';
import type { SourceSummary } from '../../../shared/domain/source.ts';
import type { Session } from '../../commands/run-command.ts';
import { readCodebook } from '../../queries/codebook.ts';
import { listCoders, listSources, readStudyParts } from '../../queries/corpus.ts';
import { listMemos } from '../../queries/memos.ts';
import { readProject } from '../../queries/project.ts';
import { placeOfPassage } from '../../queries/review-places.ts';
import { listThreads } from '../../queries/reviews.ts';
import { readCodings, readSpeakers, readTurns } from '../../queries/sources.ts';
import { chosenMatrices, packMatrix } from './pack-matrices.ts';
import { PackNames } from './pack-names.ts';

type Project = Session['project'];

/** Who sends what to whom: the same study may be sent again and again. */
export interface PackHead {
  readonly packId: string;
  readonly sentBy: string;
  readonly createdAt: string;
}

function depths(categories: readonly Category[]): Map<string, number> {
  const found = new Map<string, number>();
  // in tree order: a parent comes before its children
  for (const { id, parentId } of categories) found.set(id, parentId === null ? 0 : (found.get(parentId) ?? 0) + 1);
  return found;
}

function packCategories(codebook: readonly Grid[], hasCodebook: boolean): PackCategory[] {
  return codebook.flatMap((grid, at) => {
    const depthOf = depths(grid.categories);
    return grid.categories.map(({ id, name, color, origin, definition, inclusion, exclusion, example, codings }) => {
      const rule = hasCodebook ? { definition, inclusion, exclusion, example } : { definition: '', inclusion: '', exclusion: '', example: '' };
      return { id, grid: at, depth: depthOf.get(id) ?? 0, name, color, origin, ...rule, codings };
    });
  });
}

/** Refuses (`source.unknown`) one that is not there. */
function chosenSources(project: Project, ids: ReviewChoice['sourceIds']): SourceSummary[] {
  const all = listSources(project);
  for (const id of ids ?? []) if (!all.some((source) => source.id === id)) throw new Refusal('source.unknown', { id });
  return all.filter(({ id }) => ids === null || ids.includes(id));
}

function packMemos(project: Project, ids: ReviewChoice['memoIds'], names: PackNames, coders: ReadonlyMap<CoderId, string>): PackMemo[] {
  const all = listMemos(project, null, null);
  for (const id of ids ?? []) if (!all.some((memo) => memo.id === id)) throw new Refusal('memo.unknown', { id });
  return all
    .filter(({ id }) => ids === null || ids.includes(id))
    .map(({ id, kind, title, text, targetLabel, coderId, updatedAt }) => ({
      id,
      kind,
      title,
      on: names.place(targetLabel),
      text,
      by: coders.get(coderId) ?? '',
      updatedAt,
    }));
}

export class PackContent {
  readonly study: PackStudy;
  readonly names: PackNames;
  readonly #project: Project;
  readonly #sources: readonly SourceSummary[];
  readonly #matrices: readonly SavedMatrix[];
  readonly #categoryAt: ReadonlyMap<string, number>;
  readonly #coderAt: ReadonlyMap<string, number>;

  /** Refuses (`review.nothingChosen`) a choice that holds nothing. */
  constructor(project: Project, choice: ReviewChoice, head: PackHead) {
    this.#project = project;
    const { id: projectId, title, question, language } = readProject(project);
    this.names = new PackNames(project, choice.isPseudonymised, language);
    const codebook = readCodebook(project);
    const coders = listCoders(project);
    this.#sources = chosenSources(project, choice.sourceIds);
    const categories = packCategories(codebook, choice.hasCodebook);
    this.#categoryAt = new Map(categories.map(({ id }, at) => [id, at]));
    this.#coderAt = new Map(coders.map(({ id }, at) => [id, at]));
    const matrices = chosenMatrices(project, choice.matrixIds);
    const memos = packMemos(project, choice.memoIds, this.names, new Map(coders.map(({ id, name }) => [id, name])));
    const counts = {
      matrices: matrices.length,
      sources: this.#sources.length,
      memos: memos.length,
      categories: choice.hasCodebook ? categories.length : 0,
    };
    if (Object.values(counts).every((count) => count === 0)) throw new Refusal('review.nothingChosen');
    this.#matrices = matrices;
    this.study = {
      version: 1,
      projectId,
      ...head,
      title,
      question,
      language,
      message: choice.message,
      isPseudonymised: choice.isPseudonymised,
      counts,
      coders: coders.map(({ name, initials }) => ({ name, initials })),
      hasCodebook: choice.hasCodebook,
      grids: codebook.map((grid) => ({ title: grid.title, source: grid.source, description: choice.hasCodebook ? grid.description : '' })),
      categories,
      sources: this.#cards(),
      matrices: matrices.map(({ id, name }) => ({ id, name })),
      memos,
      threads: listThreads(project).map((thread): ReviewThread => ({ ...thread, label: this.names.place(thread.label) })),
    };
  }

  #cards(): PackSourceCard[] {
    const caseNames = new Map<string, string>(readStudyParts(this.#project).cases.map(({ id, name }) => [id, name]));
    return this.#sources.map(({ id, kind, date, caseIds, words, codings }) => ({
      id,
      name: this.names.source(id),
      code: this.names.code(id),
      kind,
      date,
      cases: caseIds.flatMap((caseId) => caseNames.get(caseId) ?? []),
      words,
      codings,
    }));
  }

  /** The chosen matrices one after the other, as the study lists them. */
  *matrices(): Generator<PackMatrix> {
    for (const matrix of this.#matrices) yield packMatrix(this.#project, matrix, this.names, this.study.language);
  }

  /** The chosen sources one after the other, as the study lists them. */
  *sources(): Generator<PackSource> {
    for (const { id } of this.#sources) yield this.#source(id);
  }

  #source(id: SourceSummary['id']): PackSource {
    const spoken = new SpokenTurns(readTurns(this.#project, id));
    const speakers = readSpeakers(this.#project, id);
    const speakerAt = new Map<string, number>(speakers.map((speaker, at) => [speaker.id, at]));
    const codings = readCodings(this.#project, id).flatMap((coding): PackCoding[] => {
      const place = spoken.place(coding.start, coding.end);
      if (!place) return [];
      const { startTurn, startOffset, endTurn, endOffset } = place;
      const [category, coder] = [this.#categoryAt.get(coding.categoryId) ?? -1, this.#coderAt.get(coding.coderId) ?? -1];
      return [[coding.id, coding.passageId, category, coder, startTurn, startOffset, endTurn, endOffset, coding.stance]];
    });
    return {
      speakers: speakers.map(({ label, isInterviewer }) => ({ name: this.names.speaker(id, label) ?? '', isInterviewer })),
      turns: spoken.list.map(({ id: turnId, number, speakerId, shift, words }) => [
        turnId,
        number,
        speakerAt.get(speakerId ?? '') ?? -1,
        shift,
        words,
      ]),
      codings,
      said: this.#said(id, spoken),
    };
  }

  /** Passages with comments of earlier rounds: not all of them are coded. */
  #said(id: string, spoken: SpokenTurns): PackPassage[] {
    const passageIds = new Set(this.study.threads.flatMap(({ sourceId, passageId }) => (sourceId === id && passageId !== null ? passageId : [])));
    return [...passageIds].flatMap((passageId): PackPassage[] => {
      const place = placeOfPassage(this.#project, spoken, passageId);
      return place ? [[passageId, place.startTurn, place.startOffset, place.endTurn, place.endOffset]] : [];
    });
  }
}
