// trame export FILE --out X.qdpx, trame new FILE --from X.qdpx: exchange with other programs for qualitative analysis.
import type { Language } from '../../shared/domain/project.ts';
import type { RefiRead, RefiWritten } from '../../shared/domain/refi.ts';
import { refiText } from '../../shared/i18n/refi.ts';
import { exportRefi, previewRefi } from '../exchange/refi/export-refi.ts';
import { newProjectFromElsewhere } from '../exchange/elsewhere/open-elsewhere.ts';
import { broughtCopy } from '../exchange/elsewhere/brought-copy.ts';
import { mergeCopy } from '../exchange/merging/merge-copy.ts';
import { planMerge } from '../exchange/merging/plan-merge.ts';
import { programVersion } from '../exchange/refi/program-version.ts';
import { readProject } from '../queries/project.ts';
import { backUp } from '../storage/backups.ts';
import { installationOrigin } from '../storage/settings.ts';
import { tell as tellMerge } from './merge-command.ts';
import { assertOutputFolder, withProject } from './session.ts';
import { cliLanguage, printJson, warn } from './terminal.ts';

export interface RefiExportChoice {
  readonly out: string;
  readonly for?: 'nvivo';
  /** What would be lost, and nothing written. */
  readonly report?: boolean;
  readonly sideFile?: boolean;
  readonly recordings?: boolean;
  readonly json?: boolean;
}

function tellLosses({ losses, warnings }: Pick<RefiWritten, 'losses' | 'warnings'>): void {
  const words = refiText[cliLanguage()];
  for (const { fact, count } of losses) warn(`${count} ${words.losses[fact]}`);
  for (const { fact, count } of warnings) warn(`! ${count} ${words.warnings[fact]}`);
}

export async function exportQdpx(file: string, { out, report, json, ...options }: RefiExportChoice): Promise<void> {
  assertOutputFolder(out);
  const result = await withProject(file, undefined, async ({ project }) => {
    const withRecordings = options.recordings !== false;
    if (report === true) return previewRefi(project, withRecordings);
    const unit = options.for === 'nvivo' ? 'utf16' : 'codepoint';
    return exportRefi(project, out, { unit, withSideFile: options.sideFile !== false, withRecordings, version: programVersion() });
  });
  if (json === true) await printJson(result);
  else tellLosses(result);
}

function tellRead({ isWhole, made, changes, uncertain, moreUncertain }: RefiRead): void {
  const words = refiText[cliLanguage()];
  warn(
    Object.entries(made)
      .map(([what, count]) => `${what}: ${count}`)
      .join(', '),
  );
  if (isWhole) warn(words.whole);
  for (const { what, count } of changes) warn(`${count} ${words.changes[what]}`);
  for (const { source, start, end, why, quote } of uncertain)
    warn(`? ${source} ${start}–${end} (${words.doubts[why]}): ${quote.replace(/\s+/gu, ' ')}`);
  if (moreUncertain > 0) warn(`? + ${moreUncertain}`);
}

/** Another program's project into an open one: matched by names and words as two projects are, in one act. */
export async function importStudy(file: string, from: string, { coder, json }: { readonly coder?: string; readonly json?: boolean }): Promise<void> {
  const done = await withProject(file, coder, async (session) => {
    const { language } = readProject(session.project);
    const brought = await broughtCopy(from, { language, origin: session.project.origin, withMemo: false });
    try {
      await backUp(session.project, { before: 'import' });
      const { preview, isChanged, codings } = await mergeCopy(session, { path: brought.path, key: null }, { choices: {}, matches: {} }, planMerge);
      return { read: brought.read, merged: { ...preview, isChanged, codings } };
    } finally {
      brought.close();
    }
  });
  if (json === true) return printJson(done);
  tellRead(done.read);
  tellMerge(done.merged);
}

export interface RefiNewChoice {
  readonly from: string;
  readonly title?: string;
  readonly lang: Language;
  readonly json?: boolean;
  readonly sideFile?: boolean;
}

export async function newFromQdpx(file: string, { from, title, lang, json, sideFile }: RefiNewChoice): Promise<void> {
  const read = await newProjectFromElsewhere(from, file, {
    title,
    language: lang,
    origin: installationOrigin(),
    withoutSideFile: sideFile === false,
  });
  if (json === true) await printJson(read);
  else tellRead(read);
}
