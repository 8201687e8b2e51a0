// Calls about what leaves for other programs.
import { outwardChoice } from '../domain/outward.ts';
import { returns } from './endpoint.ts';
import type { FileOut } from './fields.ts';

export const outwardContract = {
  /** The study in the form that another program reads, as a file to save; stopped as the job `leaving`. */
  'outward.write': returns<FileOut>().from(outwardChoice),
};
