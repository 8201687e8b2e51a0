// Calls about names that are replaced, people who are erased, and what is promised to them.
import { z } from 'zod';
import { sheetAnswers } from '../domain/confidentiality.ts';
import type { Confidentiality } from '../domain/confidentiality.ts';
import { ERASURE_SCOPES } from '../domain/erasure.ts';
import type { ErasurePreview, ErasureRecord } from '../domain/erasure.ts';
import { participantId } from '../domain/ids.ts';
import { entityList } from '../domain/pseudonym.ts';
import type { NamePreview, NameProposal, NamedEntity } from '../domain/pseudonym.ts';
import { returns } from './endpoint.ts';
import { fileIn, isoDate, nothing } from './fields.ts';
import type { FileOut } from './fields.ts';

const job = z.string().max(80);
const password = z.string().min(1).max(500);

export interface PseudonymState {
  readonly isKeyOpen: boolean;
  /** A key lies beside the project. */
  readonly hasKeyBeside: boolean;
  readonly keyFile: string;
  readonly entities: readonly NamedEntity[];
  readonly pseudonymisedAt: string | null;
  /** The real names are on the screens, to be read only. */
  readonly showsOriginals: boolean;
  readonly isInTeam: boolean;
}

export interface Pseudonymised {
  readonly replaced: number;
  readonly originals: number;
  readonly backups: number;
  /** A backup of the project as it is now was made, and is the only one. */
  readonly isBackedUp: boolean;
}

const erasure = z.object({
  participantId,
  scope: z.enum(ERASURE_SCOPES),
  label: z.string().trim().min(1).max(120),
  forms: z.array(z.string().trim().min(1).max(200)).max(100),
});

export const pseudonymContract = {
  'pseudonym.state': returns<PseudonymState>().from(nothing),
  /** Makes the project's key, beside it, enciphered with this password, and opens it. */
  'pseudonym.createKey': returns<null>().from(z.object({ password: z.string().min(8).max(500) })),
  /** Opens the key beside the project, or the one given. */
  'pseudonym.openKey': returns<null>().from(z.object({ password, file: fileIn.nullable() })),
  'pseudonym.closeKey': returns<null>().from(nothing),
  /** The key as a file to keep elsewhere. */
  'pseudonym.saveKey': returns<FileOut>().from(nothing),
  /** Takes the key away from beside the project; it stays open until it is closed. */
  'pseudonym.removeKeyBeside': returns<null>().from(nothing),
  /** The list of entities, kept in the key. */
  'pseudonym.write': returns<null>().from(z.object({ entities: entityList })),
  'pseudonym.proposals': returns<NameProposal[]>().from(z.object({ job })),
  'pseudonym.preview': returns<NamePreview>().from(z.object({ job })),
  /** Replaces names in the whole study and its history. Cannot be undone. */
  'pseudonym.apply': returns<Pseudonymised>().from(z.object({ job, isConfirmed: z.literal(true) })),
  'pseudonym.show': returns<null>().from(z.object({ originals: z.boolean() })),
  'erasure.preview': returns<ErasurePreview>().from(erasure),
  /** `confirmed`: the person's name, typed. Cannot be undone. */
  'erasure.run': returns<ErasureRecord & { readonly isBackedUp: boolean }>().from(erasure.extend({ job, confirmed: z.string().max(300) })),
  'confidentiality.read': returns<Confidentiality>().from(nothing),
  'confidentiality.update': returns<null>().from(z.object({ keepUntil: isoDate.nullable().optional(), answers: sheetAnswers.optional() })),
};
