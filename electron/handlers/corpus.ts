// Answers the calls about sources, cases, participants, attributes and coders.
import type { corpusContract } from '../../shared/contract/corpus.ts';
import type { Parsed } from '../../shared/contract/contract.ts';
import type { FileOut } from '../../shared/contract/fields.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import { extensionOf } from '../../shared/domain/readable-formats.ts';
import { attributeTableText } from '../../shared/i18n/attribute-table.ts';
import { updateAttribute } from '../commands/attributes.ts';
import { createCaseGroup, removeCaseGroup, renameCaseGroup, setCaseGroups } from '../commands/case-groups.ts';
import { assignPart, removePart } from '../commands/case-parts.ts';
import * as corpus from '../commands/corpus.ts';
import { mergeParticipants } from '../commands/merge-participants.ts';
import { removeSource, updateSource } from '../commands/sources.ts';
import { linkSpeakers } from '../commands/speakers.ts';
import type { Desk } from '../desk.ts';
import { printAttributeFile } from '../exchange/attribute-file.ts';
import { importAttributeTable, previewAttributeTable, readAttributeTable } from '../exchange/attribute-table.ts';
import { offeredColumns } from '../exchange/printing/corpus-table.ts';
import { printPieceAs } from '../exchange/printing/print-piece.ts';
import { usualStyle } from '../exchange/printing/print-setting.ts';
import type { TableRecord } from '../exchange/reading/read-table.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { listCoders, listSources, readCorpusFrame, readOriginalFile } from '../queries/corpus.ts';
import { readProject } from '../queries/project.ts';
import { openSource, readCodings } from '../queries/sources.ts';
import { bytesIn, done, fileOut } from './reply.ts';

function tableIn(file: Parsed<'attribute.previewTable'>['file']): Promise<TableRecord[]> {
  return readAttributeTable({ name: file.name, bytes: bytesIn(file.base64) });
}

/** Under the name that the file had. */
function originalOf(desk: Desk, sourceId: SourceId): FileOut {
  const { name, bytes } = readOriginalFile(desk.project(), sourceId);
  return { ...fileOut(name, extensionOf(name).slice(1), bytes), fileName: name };
}

export function corpusHandlers(desk: Desk): Pick<Handlers, keyof typeof corpusContract> {
  return {
    'corpus.read': () => ({ sources: listSources(desk.project()), ...readCorpusFrame(desk.project()) }),
    'corpus.tableColumns': () => offeredColumns(desk.project()),
    'corpus.table': async ({ title, format, columns }) => {
      const project = desk.project();
      return fileOut(title, format, await printPieceAs(project, { kind: 'corpusTable', title, columns }, usualStyle(project), format));
    },
    'source.open': ({ sourceId }) => openSource(desk.project(), sourceId),
    'source.codings': ({ sourceId }) => readCodings(desk.project(), sourceId),
    'source.update': (input) => done(updateSource(desk.session(), input)),
    'source.original': ({ sourceId }) => originalOf(desk, sourceId),
    'source.assignPart': (input) => assignPart(desk.session(), input),
    'source.removePart': (input) => done(removePart(desk.session(), input)),
    'source.remove': ({ sourceId }) => done(removeSource(desk.session(), sourceId)),
    'case.create': (input) => corpus.createCase(desk.session(), input),
    'case.rename': (input) => done(corpus.renameCase(desk.session(), input)),
    'case.remove': (input) => done(corpus.removeCase(desk.session(), input)),
    'case.setGroups': (input) => done(setCaseGroups(desk.session(), input)),
    'caseGroup.create': (input) => createCaseGroup(desk.session(), input),
    'caseGroup.rename': (input) => done(renameCaseGroup(desk.session(), input)),
    'caseGroup.remove': (input) => done(removeCaseGroup(desk.session(), input)),
    'participant.update': (input) => done(corpus.updateParticipant(desk.session(), input)),
    'participant.merge': (input) => done(mergeParticipants(desk.session(), input)),
    'speaker.link': (input) => linkSpeakers(desk.session(), input),
    'attribute.create': (input) => corpus.createAttribute(desk.session(), input),
    'attribute.update': (input) => done(updateAttribute(desk.session(), input)),
    'attribute.remove': (input) => done(corpus.removeAttribute(desk.session(), input)),
    'attribute.setValue': (input) => done(corpus.setAttributeValue(desk.session(), input)),
    'attribute.setValues': (input) => done(corpus.setAttributeValues(desk.session(), input)),
    'attribute.previewTable': async ({ file, ...plan }) => previewAttributeTable(desk.project(), await tableIn(file), plan),
    'attribute.importTable': async ({ file, plan, attributes }) => {
      const session = desk.session();
      const records = await tableIn(file);
      // meanwhile another project may have been opened
      if (desk.whole() !== session.project) throw new Refusal('job.cancelled');
      return importAttributeTable(session, records, plan, attributes);
    },
    'attribute.table': async ({ scope, format }) =>
      fileOut(
        attributeTableText[readProject(desk.project()).language].fileTitle[scope],
        format,
        await printAttributeFile(desk.project(), scope, format),
      ),
    // how much each has coded is no secret to the filter, which chooses among them
    'coder.list': () => listCoders(desk.unfiltered()),
    'coder.create': (input) => corpus.createCoder(desk.session(), input),
    'coder.update': (input) => done(corpus.updateCoder(desk.session(), input)),
    'coder.choose': ({ coderId }) => done(desk.chooseCoder(coderId)),
  };
}
