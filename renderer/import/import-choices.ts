// What goes to the core when the import is written, and what one file's choice means for the others. No React, no calls.
import type { AnnotationChoice } from '../../shared/domain/document-annotation.ts';
import type { IncomingChoice, TurnPatternChoice } from '../../shared/domain/incoming.ts';
import { labelKey } from '../../shared/domain/speaker-labels.ts';
import { uniqueName } from '../../shared/domain/source.ts';
import { changed, documentOf, isTaken, nameOf, speakerChoice, surveyOf, withSpeaker } from './import-state.ts';
import type { ImportFile, ImportState, SpeakerChoice } from './import-state.ts';

/** The files that come in, each with what was settled of it by hand; the rest stays as the core proposed it. */
export function choicesOf(state: ImportState): IncomingChoice[] {
  return state.files.filter(isTaken).flatMap((file) => {
    if (file.reading.status !== 'read') return [];
    const speakers = settledSpeakers(file);
    return {
      item: file.reading.incoming.item,
      ...(file.name === null || file.name.trim() === '' ? {} : { name: file.name.trim() }),
      ...(speakers.length === 0 ? {} : { speakers }),
      ...(file.roles === null ? {} : { roles: [...file.roles] }),
      ...(file.annotations === null ? {} : { annotations: file.annotations }),
    };
  });
}

/** A label that another pattern no longer finds is not sent. */
function settledSpeakers(file: ImportFile): NonNullable<IncomingChoice['speakers']> {
  return (documentOf(file)?.speakers ?? []).flatMap(({ label }) => {
    const choice = file.speakers.get(label);
    if (!choice) return [];
    const { participantId, isInterviewer, name } = choice;
    return { label, participantId, isInterviewer, ...(name === null || participantId !== null ? {} : { name }) };
  });
}

const isSameChoice = (a: SpeakerChoice, b: SpeakerChoice): boolean =>
  a.participantId === b.participantId && a.isInterviewer === b.isInterviewer && (a.participantId !== null || a.name === b.name);

/** The other files in which the same label is somebody else so far than what was settled here: file and label as it is spelt there. */
function othersWithLabel(state: ImportState, key: string, label: string): { readonly key: string; readonly label: string }[] {
  const choice = settledIn(state, key, label);
  if (!choice) return [];
  return state.files.flatMap((file) => {
    if (file.key === key || !isTaken(file)) return [];
    const speaker = documentOf(file)?.speakers.find((one) => labelKey(one.label) === labelKey(label));
    return speaker && !isSameChoice(speakerChoice(file, speaker), choice) ? [{ key: file.key, label: speaker.label }] : [];
  });
}

function settledIn(state: ImportState, key: string, label: string): SpeakerChoice | undefined {
  return state.files.find((file) => file.key === key)?.speakers.get(label);
}

/** How many other files the choice made for this label would change. */
export function countOthersWithLabel(state: ImportState, key: string, label: string): number {
  return othersWithLabel(state, key, label).length;
}

/** The choice made for a label in one file, in all the others that have it; also for those where it was as proposed. */
export function speakerEverywhere(state: ImportState, key: string, label: string): ImportState {
  const choice = settledIn(state, key, label);
  if (!choice) return state;
  return othersWithLabel(state, key, label).reduce((next, other) => withSpeaker(next, other.key, other.label, choice), state);
}

export function isSamePattern(a: TurnPatternChoice, b: TurnPatternChoice): boolean {
  return a.kind === b.kind && (a.kind !== 'custom' || a.regex === b.regex);
}

/** The other documents whose turns are found otherwise; those that state their turns themselves have no pattern. */
export function othersWithPattern(state: ImportState, key: string, pattern: TurnPatternChoice): string[] {
  return state.files.flatMap((file) => {
    const incoming = documentOf(file);
    const differs = incoming !== null && !incoming.turnsAreStated && !isSamePattern(incoming.pattern, pattern);
    return file.key !== key && differs ? [file.key] : [];
  });
}

export const AS_FOUND: AnnotationChoice = { comments: 'leave', highlights: 'leave' };

const isSameUse = (a: AnnotationChoice | null, b: AnnotationChoice): boolean => JSON.stringify(a ?? AS_FOUND) === JSON.stringify(b);

/** The other files with comments or highlights of which something else is to become. */
export function othersWithAnnotations(state: ImportState, key: string, choice: AnnotationChoice): string[] {
  const others = state.files.filter((file) => file.key !== key && isTaken(file) && documentOf(file)?.annotations != null);
  return others.filter((file) => !isSameUse(file.annotations, choice)).map((file) => file.key);
}

export function withAnnotations(state: ImportState, keys: readonly string[], annotations: AnnotationChoice): ImportState {
  return keys.reduce((next, key) => changed(next, key, () => ({ annotations })), state);
}

/** File → the name its source will have: that of the file, or with a number where it is taken. Respondents name themselves. */
export function finalNames(state: ImportState, inProject: readonly string[]): Map<string, string> {
  const taken = new Set(inProject);
  const names = new Map<string, string>();
  for (const file of state.files) {
    if (!isTaken(file) || surveyOf(file)) continue;
    const name = uniqueName(nameOf(file).trim(), taken);
    taken.add(name);
    names.set(file.key, name);
  }
  return names;
}

/** A choice that would be lost with the import: then leaving it is asked about. */
export function hasChoices({ files }: ImportState): boolean {
  return files.some(
    (file) => file.name !== null || file.speakers.size > 0 || file.roles !== null || file.annotations !== null || file.asked !== null,
  );
}
