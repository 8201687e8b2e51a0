// The sources as references for a bibliography: CSL JSON, which Zotero imports and which alone knows of interviews.
import type { OutwardChoice } from '../../../shared/domain/outward.ts';
import { citationCode } from '../../../shared/domain/source.ts';
import { outwardText } from '../../../shared/i18n/outward.ts';
import type { Session } from '../../commands/run-command.ts';
import { listSources, readCorpusFrame } from '../../queries/corpus.ts';
import { readProject } from '../../queries/project.ts';
import { Names } from './bare-names.ts';
import { ShownPeople } from './shown-people.ts';

/** The person who speaks is the author of an interview, whoever asks the interviewer; a name is one word, since nobody said where it parts. */
export function referencesJson(project: Session['project'], { people: shown }: OutwardChoice): string {
  const frame = readCorpusFrame(project);
  const { participants, cases } = frame;
  const words = outwardText[readProject(project).language];
  const people = new ShownPeople(frame, shown);
  const keys = new Names('source');
  const caseNames = new Map(cases.map(({ id, name }) => [id as string, name]));
  const items = listSources(project).map((source) => {
    const speaking = participants.filter(({ sourceIds }) => sourceIds.includes(source.id));
    const named = (isInterviewer: boolean): { literal: string }[] =>
      speaking.filter((person) => person.isInterviewer === isInterviewer).map(({ id }) => ({ literal: people.participant(id) }));
    const isInterview = source.kind === 'interview';
    const [authors, interviewers] = [named(false), named(true)];
    return {
      id: keys.of(source.name),
      type: isInterview ? 'interview' : 'document',
      title: source.name,
      'title-short': citationCode(source.name),
      genre: words.genre[source.kind],
      ...(authors.length > 0 ? { author: authors } : {}),
      ...(isInterview && interviewers.length > 0 ? { interviewer: interviewers } : {}),
      ...(source.date === null ? {} : { issued: { 'date-parts': [source.date.split('-').map(Number)] } }),
      ...(source.caseIds.length > 0 ? { note: source.caseIds.map((id) => caseNames.get(id) ?? '').join(', ') } : {}),
    };
  });
  return `${JSON.stringify(items, null, 1)}\n`;
}
