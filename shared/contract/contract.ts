// The one API between a window (or any client) and the core. Implementations conform to it, never the other way round.
import type { z } from 'zod';
import type { FailureData } from '../domain/failure.ts';
import { agreementContract } from './agreement.ts';
import { analysisContract } from './analysis.ts';
import { autocodeContract } from './autocode.ts';
import { backupContract } from './backup.ts';
import { boardContract } from './board.ts';
import { cellContract } from './cell.ts';
import { codebookContract } from './codebook.ts';
import { codebookPrintContract } from './codebook-print.ts';
import { clusteringContract } from './clustering.ts';
import { coderContract } from './coder.ts';
import { codingContract } from './coding.ts';
import { corpusContract } from './corpus.ts';
import { crashContract } from './crash.ts';
import { correspondenceContract } from './correspondence.ts';
import { coverageContract } from './coverage.ts';
import { crosstabContract } from './crosstab.ts';
import type { Endpoint } from './endpoint.ts';
import { gridVersionsContract } from './grid-versions.ts';
import { guideContract } from './guide.ts';
import { historyContract } from './history.ts';
import { importContract } from './import.ts';
import { linkContract } from './link.ts';
import type { ReferredPlace } from './link.ts';
import { matrixContract } from './matrix.ts';
import { matrixSnapshotContract } from './matrix-snapshot.ts';
import { mergeContract } from './merge.ts';
import { mediaContract } from './media.ts';
import { memoContract } from './memo.ts';
import { outwardContract } from './outward.ts';
import { refiContract } from './refi.ts';
import { printContract } from './print.ts';
import { protectionContract } from './protection.ts';
import { programContract } from './program.ts';
import { projectContract } from './project.ts';
import { pseudonymContract } from './pseudonym.ts';
import { qcaContract } from './qca.ts';
import { retrievalContract } from './retrieval.ts';
import { reviewContract } from './review.ts';
import { safetyContract } from './safety.ts';
import { savedSearchContract } from './saved-search.ts';
import { searchContract } from './search.ts';
import { relationContract } from './relation.ts';
import { settingsContract } from './settings.ts';
import { suggestionContract } from './suggestion.ts';
import { textContract } from './text.ts';
import { teamContract } from './team.ts';
import { typedLinkContract } from './typed-link.ts';
import { wordsContract } from './words.ts';

export const contract = {
  ...projectContract,
  ...protectionContract,
  ...historyContract,
  ...settingsContract,
  ...crashContract,
  ...programContract,
  ...corpusContract,
  ...importContract,
  ...textContract,
  ...mediaContract,
  ...guideContract,
  ...codebookContract,
  ...codebookPrintContract,
  ...gridVersionsContract,
  ...coderContract,
  ...codingContract,
  ...boardContract,
  ...backupContract,
  ...safetyContract,
  ...autocodeContract,
  ...matrixContract,
  ...matrixSnapshotContract,
  ...cellContract,
  ...memoContract,
  ...printContract,
  ...outwardContract,
  ...pseudonymContract,
  ...refiContract,
  ...mergeContract,
  ...linkContract,
  ...wordsContract,
  ...suggestionContract,
  ...savedSearchContract,
  ...searchContract,
  ...retrievalContract,
  ...analysisContract,
  ...coverageContract,
  ...agreementContract,
  ...relationContract,
  ...crosstabContract,
  ...correspondenceContract,
  ...clusteringContract,
  ...qcaContract,
  ...typedLinkContract,
  ...teamContract,
  ...reviewContract,
};

export type Contract = typeof contract;
export type Channel = keyof Contract;
/** What a caller gives. */
export type Input<C extends Channel> = z.input<Contract[C]['input']>;
/** What a handler gets, after parsing. */
export type Parsed<C extends Channel> = z.output<Contract[C]['input']>;
export type Output<C extends Channel> = Contract[C] extends Endpoint<z.ZodType, infer O> ? O : never;

/** Tells the window what changed, or how far a long piece of work is. */
export type CoreEvent =
  | { readonly kind: 'changes'; readonly command: string; readonly tables: readonly string[] }
  | { readonly kind: 'project'; readonly projectId: string | null }
  | { readonly kind: 'progress'; readonly job: string; readonly done: number; readonly total: number; readonly label: string }
  /** Nobody has been at the desk for long: who has something to say of where they are says it now, and locks. */
  | { readonly kind: 'lock' }
  /** From the desktop shell: its menu asks for a window about the program. */
  | { readonly kind: 'about'; readonly view: 'licences' | 'update' }
  /** A bug was met and written down: the name of its report. */
  | { readonly kind: 'crash'; readonly report: string }
  /** From the desktop shell: a link was followed that leads here. */
  | ({ readonly kind: 'goTo' } & ReferredPlace);

/** A refusal is a rule's no; invalid, a malformed call; a fault, a bug (its stack is in the core's log). */
export interface Failure {
  readonly kind: 'refusal' | 'invalid' | 'fault';
  readonly code: string;
  readonly data: FailureData;
}

export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };
