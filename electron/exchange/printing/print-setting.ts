// What one printing sets the same way in all its pieces: words, references, who speaks in them, the source line.
import { shownValue } from '../../../shared/domain/attribute-value.ts';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { PassageId, SourceId } from '../../../shared/domain/ids.ts';
import { passageAddress } from '../../../shared/domain/passage-link.ts';
import type { PrintStyle } from '../../../shared/domain/print.ts';
import type { Language } from '../../../shared/domain/project.ts';
import { citationCode } from '../../../shared/domain/source.ts';
import { printConfidentialityText } from '../../../shared/i18n/print-confidentiality.ts';
import { printTablesText } from '../../../shared/i18n/print-tables.ts';
import type { Session } from '../../commands/run-command.ts';
import { pseudonymisedAt } from '../../queries/confidentiality.ts';
import { listSources, listSpeakers, readStudyParts } from '../../queries/corpus.ts';
import { readProject } from '../../queries/project.ts';
import { showsOriginals } from '../../storage/originals-shown.ts';
import { passageReference, printedWords } from './formats/document-words.ts';
import { referenceOf } from './formats/printable-words.ts';
import type { Inline } from './formats/printed-document.ts';

type Project = Session['project'];

/** What of a passage its reference says. */
export interface Referred {
  readonly passageId: PassageId;
  readonly sourceId: SourceId;
  /** The label in the source. */
  readonly speaker: string | null;
  /** `E12 §34` */
  readonly ref: string;
}

/** Where nobody chose a style: the project's language, people by the labels of their interviews, references that lead back. */
export function usualStyle(project: Project): PrintStyle {
  return { language: readProject(project).language, author: null, sourceLine: null, reference: { who: 'label' }, links: true };
}

export class PrintSetting {
  readonly language: Language;
  readonly style: PrintStyle;
  readonly #project: Project;
  readonly #projectId: string;
  #spoken: ReadonlyMap<string, string> | undefined;

  /** Refuses (`attribute.unknown`) references by an attribute that is not there. */
  constructor(project: Project, style: PrintStyle) {
    this.language = style.language;
    this.style = style;
    this.#project = project;
    this.#projectId = readProject(project).id;
  }

  /** Typeset. */
  words(text: string): string {
    return printedWords(text, this.language);
  }

  /** A source's name mostly says who spoke: its code alone where labels are not to be printed. */
  sourceName(name: string): string {
    return this.words(this.style.reference.who === 'label' ? name : citationCode(name));
  }

  /** Who a label stands for, as references say it; null for nobody: a person without the attribute's value is not named. */
  speaker(sourceId: SourceId, label: string | null): string | null {
    const { reference } = this.style;
    if (label === null || reference.who === 'nobody') return null;
    if (reference.who !== 'attribute') return label;
    this.#spoken ??= this.#spokenValues(reference.attributeId);
    return this.#spoken.get(`${sourceId} ${label}`) ?? this.#spoken.get(sourceId) ?? null;
  }

  /** `(E12, DRH, §34)`, under the passage's own name; leads back to it where links are asked for. */
  reference(passage: Referred): Inline {
    return passageReference(this.referenceWords(passage), passage.passageId, this.style.links ? this.#projectId : null);
  }

  /** Opens the workbench at the passage; null where links are not asked for. */
  address(passageId: PassageId): string | null {
    return this.style.links ? passageAddress(this.#projectId, passageId) : null;
  }

  referenceWords({ sourceId, speaker, ref }: Pick<Referred, 'sourceId' | 'speaker' | 'ref'>): string {
    return this.words(referenceOf({ ref, speaker: this.speaker(sourceId, speaker) }));
  }

  /** Under tables and figures: `Source : auteur, entretiens 2024–2025`. */
  sourceLine(): string {
    const { author, sourceLine } = this.style;
    if (sourceLine !== null) return this.words(sourceLine);
    const sources = listSources(this.#project);
    const years = sources.flatMap(({ date }) => date?.slice(0, 4) ?? []).toSorted();
    const [first, last] = [years[0], years.at(-1)];
    const facts = { author, kinds: [...new Set(sources.map(({ kind }) => kind))], years: first && last ? { first, last } : null };
    return this.words(this.#withNames(printTablesText[this.language].corpusLine(facts)));
  }

  /** What leaves says whether its names are the real ones, where the project keeps pseudonyms. */
  #withNames(line: string): string {
    const { namesShown, namesReplaced } = printConfidentialityText[this.language];
    if (showsOriginals(this.#project)) return line.replace(/(\.?)$/u, `, ${namesShown}$1`);
    return pseudonymisedAt(this.#project) === null ? line : line.replace(/(\.?)$/u, `, ${namesReplaced}$1`);
  }

  /** The same where the usual words name no coded source. */
  sourceLineOr(usual: string): string {
    return this.words(this.style.sourceLine ?? this.#withNames(usual));
  }

  /** By source and label the participant's value, or that of their case; by source alone that of the source, or of the one case that it is of. */
  #spokenValues(attributeId: string): Map<string, string> {
    const { attributes, values, participants } = readStudyParts(this.#project);
    const attribute = attributes.find(({ id }) => id === attributeId);
    if (!attribute) throw new Refusal('attribute.unknown', { id: attributeId });
    const isOfCase = attribute.scope === 'case';
    const shown = new Map<string, string>(
      values
        .filter((value) => value.attributeId === attributeId && value.value !== '')
        .map(({ targetId, value }) => [targetId, shownValue(value, attribute.type, this.language)]),
    );
    const caseOf = new Map(participants.map(({ id, caseId }) => [id, caseId]));
    const speakers = listSpeakers(this.#project).flatMap(({ sourceId, label, participantId }) => {
      const value = shown.get(isOfCase ? (caseOf.get(participantId) ?? '') : participantId);
      return value === undefined ? [] : [[`${sourceId} ${label}`, value] as const];
    });
    const sources = isOfCase ? listSources(this.#project) : [];
    const ofCases = sources.flatMap(({ id, caseIds: [only, ...others] }) => {
      const value = only && others.length === 0 ? shown.get(only) : undefined;
      return value === undefined ? [] : [[id as string, value] as const];
    });
    return new Map([...(attribute.scope === 'source' ? shown : []), ...ofCases, ...speakers]);
  }
}
