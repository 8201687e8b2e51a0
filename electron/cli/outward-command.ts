// trame export FILE --format iramuteq|txm|r|gephi|references|archive: the study for programs of other fields.
import { usualOutward } from '../../shared/domain/outward.ts';
import type { OutwardFormat, PeopleShown, TextUnit } from '../../shared/domain/outward.ts';
import { writeOutward } from '../exchange/outward/write-outward.ts';
import { assertOutputFolder, withProject, writeOutput } from './session.ts';

export interface OutwardOptions {
  readonly people?: PeopleShown;
  readonly textUnit?: TextUnit;
  readonly interviewers?: boolean;
}

export async function exportOutward(file: string, format: OutwardFormat, options: OutwardOptions & { readonly out: string }): Promise<void> {
  assertOutputFolder(options.out);
  const usual = usualOutward(format);
  const choice = {
    ...usual,
    people: options.people ?? usual.people,
    unit: options.textUnit ?? usual.unit,
    withInterviewers: options.interviewers ?? usual.withInterviewers,
  };
  const day = new Date().toISOString().slice(0, 10);
  writeOutput(options.out, await withProject(file, undefined, ({ project }) => writeOutward(project, choice, day)));
}
