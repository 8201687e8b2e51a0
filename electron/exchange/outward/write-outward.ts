// One door for what leaves for other programs: a study in the form that one of them reads.
import type { OutwardChoice } from '../../../shared/domain/outward.ts';
import type { Session } from '../../commands/run-command.ts';
import { writeZip } from '../printing/formats/zip-writer.ts';
import { archiveParts } from './archive-package.ts';
import { networkToGexf } from './network-gexf.ts';
import { rParts } from './r-package.ts';
import { referencesJson } from './references.ts';
import { starredCorpus } from './starred-corpus.ts';
import { txmParts } from './txm-corpus.ts';

/** `day`: of the export, yyyy-mm-dd; written into a repository's package. Refuses (`outward.nothing`) a network of nothing. */
export async function writeOutward(project: Session['project'], choice: OutwardChoice, day: string): Promise<Uint8Array> {
  switch (choice.format) {
    case 'iramuteq':
      return Buffer.from(starredCorpus(project, choice));
    case 'txm':
      return writeZip(txmParts(project, choice));
    case 'r':
      return writeZip(rParts(project, choice));
    case 'gephi':
      return Buffer.from(networkToGexf(project));
    case 'references':
      return Buffer.from(referencesJson(project, choice));
    case 'archive':
      return writeZip(await archiveParts(project, choice, day));
  }
}
