// The data-protection sheet that an ethics committee asks for, filled from the project; what only the researcher knows is left to complete.
import { basename } from 'node:path';
import type { SheetAnswers } from '../../../shared/domain/confidentiality.ts';
import type { PieceOf, PrintStyle } from '../../../shared/domain/print.ts';
import type { SourceKind } from '../../../shared/domain/source.ts';
import { formatDate } from '../../../shared/i18n/date.ts';
import { printConfidentialityText } from '../../../shared/i18n/print-confidentiality.ts';
import type { Session } from '../../commands/run-command.ts';
import { readConfidentiality, readHeldData } from '../../queries/confidentiality.ts';
import type { HeldData } from '../../queries/confidentiality.ts';
import { heading, paragraph, textInlines } from './formats/document-words.ts';
import { PrintSetting } from './print-setting.ts';
import type { PrintedBlock, PrintedDocument } from './formats/printed-document.ts';
import { valueTableBlock } from './value-table.ts';
import type { ValueRow, ValueTable } from './value-table.ts';

type Project = Session['project'];
type Said = Readonly<{ setting: PrintSetting; words: (typeof printConfidentialityText)['fr'] }>;

function answered({ setting, words }: Said, answers: SheetAnswers, ...keys: (keyof SheetAnswers)[]): PrintedBlock[] {
  return keys.map((key) => {
    const label = setting.words(`${words.answers[key]}${setting.language === 'fr' ? ' : ' : ': '}`);
    const answer = answers[key] === '' ? words.toComplete : setting.words(answers[key]);
    return paragraph('body', [...textInlines(`${label.trimEnd()} `, { bold: true }), ...textInlines(answer)]);
  });
}

function table({ setting, words }: Said, title: string, columns: ValueTable['columns'], rows: readonly ValueRow[]): PrintedBlock {
  const source = setting.sourceLineOr(words.source);
  return valueTableBlock({ sheet: title, title, columns, rows, note: null, source, widths: 'byWords' }, setting.language);
}

function dataTable(said: Said, data: HeldData): PrintedBlock {
  const { words } = said;
  const sources = data.sources.map(({ kind, count }): [string, number] => [words.sourceKinds[kind as SourceKind], count]);
  const rest = (['recordings', 'originals', 'participants', 'cases', 'codings', 'memos'] as const).map((key): [string, number] => [
    words.rows[key],
    data[key],
  ]);
  const rows = [...sources, ...rest].filter(([, count]) => count > 0).map((values) => ({ values }));
  return table(
    said,
    words.table.title,
    [
      { label: words.table.what, kind: 'text' },
      { label: words.table.much, kind: 'number' },
    ],
    rows,
  );
}

function attributeTable(said: Said, data: HeldData): PrintedBlock[] {
  const { attributes, scopes, specialKinds } = said.words;
  if (data.attributes.length === 0) return [];
  const rows = data.attributes.map(({ name, scope, values, special }) => ({
    values: [said.setting.words(name), scopes[scope], values, special === null ? '' : specialKinds[special]],
  }));
  const columns = [
    { label: attributes.name, kind: 'text' },
    { label: attributes.of, kind: 'text' },
    { label: attributes.values, kind: 'number' },
    { label: attributes.remark, kind: 'text' },
  ] as const;
  return [table(said, attributes.title, columns, rows)];
}

function specialList(said: Said, data: HeldData): PrintedBlock[] {
  const { words, setting } = said;
  const flagged = data.attributes.flatMap(({ name, special }) =>
    special === null ? [] : [setting.words(`${name} – ${words.specialKinds[special]}`)],
  );
  if (flagged.length === 0) return [paragraph('body', words.noSpecial)];
  return [paragraph('body', words.specialLead), { kind: 'list', start: null, items: flagged.map((line) => [paragraph('body', line)]) }];
}

function rightsTable(said: Said): PrintedBlock {
  const { rights, rightsTable: labels } = said.words;
  const columns = [
    { label: labels.right, kind: 'text' },
    { label: labels.how, kind: 'text' },
  ] as const;
  return table(
    said,
    labels.title,
    columns,
    rights.map(([right, how]) => ({ values: [right, how] })),
  );
}

export function dataProtectionDocument(project: Project, _piece: PieceOf<'dataProtection'>, style: PrintStyle): PrintedDocument {
  const setting = new PrintSetting(project, style);
  const words = printConfidentialityText[style.language];
  const said = { setting, words };
  const data = readHeldData(project);
  const { answers, keepUntil, pseudonymisedAt, erasures } = readConfidentiality(project);
  const date = (iso: string): string => formatDate(style.language, iso);
  const say = (text: string): PrintedBlock => paragraph('body', setting.words(text));
  const part = (key: keyof typeof words.headings, ...blocks: readonly PrintedBlock[]): PrintedBlock[] => [heading(2, words.headings[key]), ...blocks];
  return {
    title: words.sheetTitle,
    author: style.author,
    language: style.language,
    sections: [
      {
        page: 'upright',
        blocks: [
          heading(1, setting.words(`${words.sheetTitle} – ${data.title}`)),
          paragraph('note', words.drawnUp(date(new Date().toISOString()))),
          ...part(
            'purpose',
            data.question.trim() === '' ? paragraph('body', words.noQuestion) : say(data.question),
            say(words.since(date(data.createdAt))),
          ),
          ...part('responsible', ...answered(said, answers, 'controller', 'contact', 'legalBasis', 'consent')),
          ...part('people', say(words.participants(data.participants)), say(words.coders(data.coders))),
          ...part('data', dataTable(said, data), ...attributeTable(said, data)),
          ...part('special', ...specialList(said, data)),
          ...part(
            'where',
            say(words.stored(basename(project.path))),
            say(words.backups),
            ...(data.recordings > 0 ? [say(words.recordingsBeside)] : []),
            ...answered(said, answers, 'storagePlace'),
          ),
          ...part(
            'protection',
            say(data.isProtected ? words.isProtected.yes : words.isProtected.no),
            say(pseudonymisedAt === null ? words.notPseudonymised : words.pseudonymised(date(pseudonymisedAt))),
          ),
          ...part(
            'retention',
            say(keepUntil === null ? words.notDecided : words.keptUntil(date(keepUntil))),
            ...answered(said, answers, 'afterwards'),
          ),
          ...part('rights', rightsTable(said), ...(erasures.length > 0 ? [say(words.erased(erasures.length))] : [])),
          ...part(
            'transfers',
            say(data.isInTeam ? words.team.joined : words.team.none),
            ...(data.isInTeam ? [] : [say(words.noTransfers)]),
            ...answered(said, answers, 'recipients'),
          ),
        ],
      },
    ],
  };
}
