// A template filled with what the project knows of its subject.
import { shownValue } from '../../shared/domain/attribute-value.ts';
import type { CorpusFrame } from '../../shared/domain/corpus.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { CaseId, SourceId } from '../../shared/domain/ids.ts';
import type { WrittenText } from '../../shared/domain/written-text.ts';
import { TEMPLATE_TARGETS, fillTemplate } from '../../shared/domain/memo-template.ts';
import type { Fact, MemoTemplateId } from '../../shared/domain/memo-template.ts';
import type { Language } from '../../shared/domain/project.ts';
import { formatDate } from '../../shared/i18n/date.ts';
import { memoTemplateText } from '../../shared/i18n/memo-templates.ts';
import type { Session } from '../commands/run-command.ts';
import { listSources, readCorpusFrame } from '../queries/corpus.ts';

type Project = Session['project'];

interface Asked {
  readonly template: MemoTemplateId;
  readonly targetId: string;
  readonly language: Language;
}

interface Filled {
  readonly title: string;
  readonly document: WrittenText;
}

function attributesOf({ attributes, values }: CorpusFrame, targetId: string, language: Language): Fact[] {
  return attributes.flatMap(({ id, name, type }) => {
    const found = values.find((value) => value.attributeId === id && value.targetId === targetId);
    return found ? [{ name, values: [shownValue(found.value, type, language)] }] : [];
  });
}

function sourceFacts(project: Project, sourceId: SourceId, language: Language): { subject: string; facts: Fact[] } {
  const words = memoTemplateText[language];
  const [source] = listSources(project, sourceId);
  if (!source) throw new Refusal('source.unknown', { id: sourceId });
  const frame = readCorpusFrame(project);
  const people = new Map(frame.participants.map((person) => [person.id, person]));
  const speakers = frame.speakers.filter((speaker) => speaker.sourceId === sourceId).flatMap(({ participantId }) => people.get(participantId) ?? []);
  const cases = frame.cases.filter(({ id }) => source.caseIds.includes(id));
  const facts: Fact[] = [
    { name: words.source, values: [{ kind: 'source', id: sourceId, label: source.name }] },
    { name: words.kind, values: [words.kinds[source.kind]] },
    { name: words.date, values: source.date === null ? [] : [formatDate(language, source.date)] },
    { name: words.cases, values: cases.map(({ id, name }) => ({ kind: 'case', id, label: name }) as const) },
    {
      name: words.speakers,
      values: speakers.filter(({ isInterviewer }) => !isInterviewer).map(({ id, name }) => ({ kind: 'participant', id, label: name }) as const),
    },
    { name: words.length, values: [words.words(source.words)] },
    ...attributesOf(frame, sourceId, language),
  ];
  return { subject: source.name, facts };
}

function caseFacts(project: Project, caseId: CaseId, language: Language): { subject: string; facts: Fact[] } {
  const words = memoTemplateText[language];
  const frame = readCorpusFrame(project);
  const found = frame.cases.find(({ id }) => id === caseId);
  if (!found) throw new Refusal('case.unknown', { id: caseId });
  const sources = listSources(project).filter(({ caseIds }) => caseIds.includes(caseId));
  const people = frame.participants.filter((person) => person.caseId === caseId && !person.isInterviewer);
  const facts: Fact[] = [
    ...attributesOf(frame, caseId, language),
    { name: words.groups, values: frame.groups.filter(({ caseIds }) => caseIds.includes(caseId)).map(({ name }) => name) },
    { name: words.sources, values: sources.map(({ id, name }) => ({ kind: 'source', id, label: name }) as const) },
    { name: words.people, values: people.map(({ id, name }) => ({ kind: 'participant', id, label: name }) as const) },
  ];
  return { subject: found.name, facts };
}

/** Nothing is written: the memo begins when somebody keeps it. */
export function readTemplate(project: Project, { template, targetId, language }: Asked): Filled {
  const isCase = TEMPLATE_TARGETS[template] === 'case';
  const { subject, facts } = isCase ? caseFacts(project, targetId as CaseId, language) : sourceFacts(project, targetId as SourceId, language);
  const { templates, colon } = memoTemplateText[language];
  return { title: templates[template].title(subject), document: fillTemplate(templates[template], facts, colon) };
}
