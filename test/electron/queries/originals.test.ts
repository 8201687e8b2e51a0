// The file that a source came from is given back as it was, or its absence is said.
import { expect, it } from 'vitest';
import { readOriginalFile } from '../../../electron/queries/corpus.ts';
import { keepOriginal } from '../../../electron/storage/originals.ts';
import { aProject } from '../../support/project.ts';

it('a source’s file comes back byte for byte, under the name it had, without its folders', () => {
  const project = aProject().withSource('E01', 'Un.\n');
  const sourceId = project.source('E01');
  const { sqlite } = project.project;
  sqlite.prepare("UPDATE source SET original_name = 'terrain/2019\\E01_Élue.docx', original_sha256 = 'abc' WHERE id = ?").run(sourceId);
  expect(() => readOriginalFile(project.project, sourceId)).toThrow('source.originalMissing');
  keepOriginal(sqlite, 'abc', new Uint8Array([80, 75, 0, 255]));
  const { name, bytes } = readOriginalFile(project.project, sourceId);
  expect([name, [...bytes]]).toEqual(['E01_Élue.docx', [80, 75, 0, 255]]);
  expect(() => readOriginalFile(project.project, '00000000-0000-4000-8000-000000000000' as never)).toThrow('source.unknown');
});
