// What the list and the preview say of a file: its measures, and what is to be known before it is taken.
import type { Language } from '../../shared/domain/project.ts';
import { importText } from '../../shared/i18n/import.ts';
import { sentenceOf } from '../ui/use-run.ts';
import { documentOf, reasonLeft, surveyOf } from './import-state.ts';
import type { ImportFile, RefusedFile } from './import-state.ts';

/** `utf-8` → `UTF-8`, `windows-1252` → `Windows-1252`: as they are usually written. */
export function encodingName(label: string): string {
  return /^(utf|iso)/i.test(label) ? label.toUpperCase() : label.charAt(0).toUpperCase() + label.slice(1);
}

/** Unicode says of itself what it is; any other encoding is a guess from the bytes. */
export function isGuessed(encoding: string | null): boolean {
  return encoding !== null && !/^utf/i.test(encoding);
}

/** « 12 tours · 1 234 mots · 2 locuteurs » */
export function measuresOf(file: ImportFile, language: Language): string {
  const text = importText[language];
  const document = documentOf(file);
  const survey = surveyOf(file);
  if (document) return [text.words(document.words), text.turns(document.turns), text.speakers(document.speakers.length)].join(' · ');
  if (survey) return [text.survey, text.respondents(survey.respondents)].join(' · ');
  return '';
}

/** Why a file is left out unless one says otherwise, in words; null for one that comes in. */
export function reasonWords(file: ImportFile, language: Language): string | null {
  const text = importText[language];
  const reason = reasonLeft(file);
  if (reason === null || file.reading.status !== 'read') return null;
  const name = file.reading.incoming.sameAs?.name ?? '';
  return reason === 'sameSource' ? text.sameSource(name) : reason === 'sameFile' ? text.sameFile(name) : text.nothingOpen;
}

/** What the list says below the measures. */
export function warningsOf(file: ImportFile, language: Language): string[] {
  const text = importText[language];
  const document = documentOf(file);
  const reason = reasonWords(file, language);
  return [
    ...(reason === null ? [] : [reason]),
    ...(document && document.pagesWithoutText.length > 0 ? [text.pagesWithout(document.pagesWithoutText)] : []),
    ...(document && isGuessed(document.encoding) ? [text.encodingGuess(encodingName(document.encoding ?? ''))] : []),
  ];
}

/** Why a file was refused; its own name, which stands above, is not said again. */
export function refusalWords({ path, failure }: RefusedFile, language: Language): string {
  const sentence = sentenceOf(failure, language);
  return sentence.startsWith(path) ? sentence.slice(path.length).trim() : sentence;
}
