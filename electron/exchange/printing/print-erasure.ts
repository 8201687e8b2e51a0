// The certificate that a person's data were erased: what went, when, by whom, and nothing that names them.
import { Refusal } from '../../../shared/domain/failure.ts';
import type { ErasedCounts } from '../../../shared/domain/erasure.ts';
import type { PieceOf, PrintStyle } from '../../../shared/domain/print.ts';
import { formatDate, formatTime } from '../../../shared/i18n/date.ts';
import { printConfidentialityText } from '../../../shared/i18n/print-confidentiality.ts';
import type { Session } from '../../commands/run-command.ts';
import { readErasures } from '../../queries/confidentiality.ts';
import { readProject } from '../../queries/project.ts';
import { heading, paragraph } from './formats/document-words.ts';
import { PrintSetting } from './print-setting.ts';
import type { PrintedDocument } from './formats/printed-document.ts';
import { valueTableBlock } from './value-table.ts';

type Project = Session['project'];

export function erasureCertificate(project: Project, { erasureId }: PieceOf<'erasureCertificate'>, style: PrintStyle): PrintedDocument {
  const record = readErasures(project).find(({ id }) => id === erasureId);
  if (!record) throw new Refusal('erasure.unknown');
  const setting = new PrintSetting(project, style);
  const words = printConfidentialityText[style.language];
  const say = (text: string): ReturnType<typeof paragraph> => paragraph('body', setting.words(text));
  const when = `${formatDate(style.language, record.at)}, ${formatTime(style.language, record.at)}`;
  const rows = (Object.keys(words.removed) as (keyof ErasedCounts)[])
    .filter((key) => record.removed[key] > 0)
    .map((key) => ({ values: [words.removed[key], record.removed[key]] }));
  const columns = [
    { label: words.table.what, kind: 'text' },
    { label: words.table.much, kind: 'number' },
  ] as const;
  return {
    title: words.certificateTitle,
    author: style.author,
    language: style.language,
    sections: [
      {
        page: 'upright',
        blocks: [
          heading(1, words.certificateTitle),
          say(words.certifies(readProject(project).title, record.label, when, record.by)),
          say(words.scope[record.scope]),
          valueTableBlock(
            { sheet: words.removedTitle, title: words.removedTitle, columns, rows, note: null, source: null, widths: 'byWords' },
            style.language,
          ),
          say(words.history),
          say(words.elsewhere),
          paragraph('note', words.fingerprint(record.stateHash)),
          paragraph('note', words.reference(record.id)),
          paragraph('body', words.signature),
        ],
      },
    ],
  };
}
