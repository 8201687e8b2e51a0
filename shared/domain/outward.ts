// What leaves for programs of other fields than coding: textometry, statistics, networks, references, a data repository.
import { z } from 'zod';

export const OUTWARD_FORMATS = ['iramuteq', 'txm', 'r', 'gephi', 'references', 'archive'] as const;
export type OutwardFormat = (typeof OUTWARD_FORMATS)[number];

export const OUTWARD_EXTENSION: Readonly<Record<OutwardFormat, string>> = {
  iramuteq: 'txt',
  txm: 'zip',
  r: 'zip',
  gephi: 'gexf',
  references: 'json',
  archive: 'zip',
};

/** How people appear: by their names, or as P01, P02 … in the order in which they first speak. */
export const PEOPLE_SHOWN = ['names', 'codes'] as const;
export type PeopleShown = (typeof PEOPLE_SHOWN)[number];

/** What one text of a textometric corpus is: a whole source, or what one person says in it. */
export const TEXT_UNITS = ['source', 'speaker'] as const;
export type TextUnit = (typeof TEXT_UNITS)[number];

export const outwardChoice = z.object({
  format: z.enum(OUTWARD_FORMATS),
  people: z.enum(PEOPLE_SHOWN),
  unit: z.enum(TEXT_UNITS),
  /** Whether the interviewers' words are part of the texts; read by textometry alone. */
  withInterviewers: z.boolean(),
});
export type OutwardChoice = z.infer<typeof outwardChoice>;

/** A data repository gets no names unless they are asked for; textometry counts what respondents say. */
export function usualOutward(format: OutwardFormat): OutwardChoice {
  return { format, people: format === 'archive' ? 'codes' : 'names', unit: 'source', withInterviewers: false };
}
