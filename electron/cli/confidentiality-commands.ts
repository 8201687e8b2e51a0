// trame pseudonymise FILE, trame erase FILE, trame sheet FILE: names replaced, people taken out for good, what an ethics committee asks.
import { existsSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Command } from 'commander';
import { Refusal } from '../../shared/domain/failure.ts';
import type { PrintFormat } from '../../shared/domain/print.ts';
import { ENTITY_KINDS } from '../../shared/domain/pseudonym.ts';
import type { NamedEntity } from '../../shared/domain/pseudonym.ts';
import { pseudonymText } from '../../shared/i18n/pseudonym.ts';
import { erasePerson, planErasure } from '../commands/erase-person.ts';
import { keyWith, planPseudonyms, pseudonymise } from '../commands/pseudonymise.ts';
import type { Session } from '../commands/run-command.ts';
import { printPieceAs } from '../exchange/printing/print-piece.ts';
import { usualStyle } from '../exchange/printing/print-setting.ts';
import { readTable } from '../exchange/reading/read-table.ts';
import type { TableRecord } from '../exchange/reading/read-table.ts';
import { readCorpusFrame } from '../queries/corpus.ts';
import { readProject } from '../queries/project.ts';
import { backUp, listBackups, removeBackups } from '../storage/backups.ts';
import { OpenKey, readKeyFile } from '../storage/key-file.ts';
import { passwordIn, readInput, withProject } from './session.ts';
import { cliLanguage, printJson, progressBar, warn } from './terminal.ts';

const watching = (): { onProgress: (done: number, total: number, label: string) => void; isCancelled: () => boolean } => ({
  onProgress: progressBar(),
  isCancelled: () => false,
});

const COLUMNS = {
  form: ['form', 'forme', 'nom', 'name'],
  pseudonym: ['pseudonym', 'pseudonyme'],
  kind: ['kind', 'type', 'genre'],
  replacement: ['replacement', 'remplacement'],
  capitals: ['capitals', 'majuscules'],
} as const;

function cell({ fields }: TableRecord, column: keyof typeof COLUMNS): string {
  const names: readonly string[] = COLUMNS[column];
  return (
    Object.entries(fields)
      .find(([name]) => names.includes(name.trim().toLowerCase()))?.[1]
      .trim() ?? ''
  );
}

/** A line for each form; those of one kind and pseudonym are one entity. */
function entitiesFrom(lines: readonly TableRecord[]): NamedEntity[] {
  const entities = new Map<string, NamedEntity>();
  for (const line of lines.filter((each) => cell(each, 'form') !== '')) {
    const kind = ENTITY_KINDS.find((each) => each === cell(line, 'kind')) ?? 'person';
    const key = `${kind} ${cell(line, 'pseudonym')}`;
    const entity = entities.get(key) ?? { id: `t${entities.size}`, kind, pseudonym: cell(line, 'pseudonym'), keepsCapitals: false, forms: [] };
    entities.set(key, {
      ...entity,
      keepsCapitals: entity.keepsCapitals || /^(?:1|oui|yes|x)$/iu.test(cell(line, 'capitals')),
      forms: [...entity.forms, { form: cell(line, 'form'), replacement: cell(line, 'replacement') || null }],
    });
  }
  return [...entities.values()];
}

interface PseudonymiseOptions {
  readonly table: string;
  readonly key: string;
  readonly keyPasswordFile: string;
  readonly yes?: boolean;
  readonly json?: boolean;
  readonly coder?: string;
}

async function replaceBackups({ project }: Session): Promise<number> {
  const kept = await backUp(project, { before: 'asked' }).catch(() => null);
  return removeBackups(project, kept?.name ?? null);
}

async function pseudonymiseFile(file: string, options: PseudonymiseOptions): Promise<void> {
  const words = pseudonymText[cliLanguage()];
  const password = passwordIn(options.keyPasswordFile) ?? '';
  const entities = entitiesFrom(await readTable({ name: options.table, bytes: readInput(options.table) }));
  const done = await withProject(file, options.coder, async (session) => {
    const projectId = readProject(session.project).id;
    const key = existsSync(options.key) ? readKeyFile(options.key, password) : OpenKey.make(password, { projectId, entities: [], turns: {} });
    if (key.content.projectId !== projectId) throw new Refusal('pseudonym.otherProject');
    const plan = await planPseudonyms(session, entities, watching());
    if (options.yes !== true) return null;
    key.content = { ...keyWith(key.content, plan), entities };
    key.save(options.key);
    const { originals } = pseudonymise(session, plan);
    return { replaced: plan.replaced, originals, backups: await replaceBackups(session) };
  });
  if (!done) throw new Refusal('pseudonym.unconfirmed');
  if (options.json) await printJson(done);
  else warn(words.done(done.replaced, done.originals, done.backups));
}

interface EraseOptions {
  readonly participant: string;
  readonly scope: string;
  readonly label: string;
  readonly form?: readonly string[];
  readonly confirm: string;
  readonly certificate?: string;
  readonly json?: boolean;
  readonly coder?: string;
}

async function eraseFrom(file: string, options: EraseOptions): Promise<void> {
  const { participant, label, form = [], confirm, certificate } = options;
  const scope = options.scope === 'turns' ? 'turns' : 'sources';
  const record = await withProject(file, options.coder, async (session) => {
    const person = readCorpusFrame(session.project).participants.find(({ name }) => name === participant);
    if (!person) throw new Refusal('participant.unknown', { name: participant });
    const request = { participantId: person.id, scope, label, forms: [...form] } as const;
    const plan = await planErasure(session, request, confirm, watching());
    const erased = erasePerson(session, plan, listBackups(session.project).length);
    await replaceBackups(session);
    if (certificate !== undefined) await writePiece(session, { kind: 'erasureCertificate', erasureId: erased.id }, certificate);
    return erased;
  });
  if (options.json) await printJson(record);
}

type Piece = Parameters<typeof printPieceAs>[1];

async function writePiece({ project }: Session, piece: Piece, path: string): Promise<void> {
  const format = extname(path).slice(1).toLowerCase() as PrintFormat;
  const bytes = await printPieceAs(project, piece, usualStyle(project), format);
  try {
    writeFileSync(path, bytes);
  } catch {
    throw new Refusal('file.unwritable', { path });
  }
}

async function sheet(file: string, { out }: { readonly out: string }): Promise<void> {
  await withProject(file, undefined, (session) => writePiece(session, { kind: 'dataProtection' }, out));
}

const all = (value: string, before: readonly string[] = []): string[] => [...before, value];

export function addConfidentialityCommands(trame: Command): void {
  trame
    .command('pseudonymise <file>')
    .description('replace names by pseudonyms in the whole project and its history; originals of files and older backups go; cannot be undone')
    .requiredOption(
      '--table <path>',
      'csv, tsv, xlsx or ods: form, pseudonym, and optionally kind (person, place, organisation, other), replacement, capitals',
    )
    .requiredOption('--key <path>', 'the key’s file: made where there is none')
    .requiredOption('--key-password-file <path>', 'a file whose first line is the key’s password')
    .option('--yes', 'do it: without, the list is only checked')
    .option('--coder <name>', 'who acts')
    .option('--json', 'print what was done as JSON')
    .action(pseudonymiseFile);
  trame
    .command('erase <file>')
    .description('take a person out for good, history included; older backups go; cannot be undone')
    .requiredOption('--participant <name>', 'the person’s name in the project')
    .requiredOption('--confirm <name>', 'the same name once more')
    .option('--scope <what>', 'sources: all in which they speak; turns: what they say in them', 'sources')
    .requiredOption('--label <words>', 'what stands for their name from now on')
    .option('--form <name>', 'how else they are called; may be repeated', all)
    .option('--certificate <path>', 'docx, pdf, odt, html or md')
    .option('--coder <name>', 'who acts')
    .option('--json', 'print what was done as JSON')
    .action(eraseFrom);
  trame
    .command('data-sheet <file>')
    .description('the data-protection sheet for the ethics committee, filled from the project')
    .requiredOption('--out <path>', 'docx, pdf, odt, html or md')
    .action(sheet);
}
