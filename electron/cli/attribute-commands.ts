// trame attributes
import { Option } from 'commander';
import type { Command } from 'commander';
import { ATTRIBUTE_FILE_FORMATS } from '../../shared/domain/attribute-table.ts';
import { ATTRIBUTE_SCOPES } from '../../shared/domain/corpus.ts';
import type { AttributeScope } from '../../shared/domain/corpus.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import { printAttributeFile } from '../exchange/attribute-file.ts';
import { extensionOf, withProject, writeOutput } from './session.ts';

async function attributes(file: string, { scope, out }: { scope: AttributeScope; out: string }): Promise<void> {
  const extension = extensionOf(out);
  const format = ATTRIBUTE_FILE_FORMATS.find((candidate) => candidate === extension);
  if (!format) throw new Refusal('file.formatUnknown', { format: extension, known: ATTRIBUTE_FILE_FORMATS });
  writeOutput(out, await withProject(file, undefined, ({ project }) => printAttributeFile(project, scope, format)));
}

export function addAttributeCommands(trame: Command): void {
  trame
    .command('attributes <file>')
    .description('write the attributes of the cases, sources or participants as a table that `import` reads back')
    .addOption(new Option('--scope <scope>', 'whose').choices([...ATTRIBUTE_SCOPES]).makeOptionMandatory())
    .requiredOption('--out <path>', 'csv or xlsx, by its extension')
    .action(attributes);
}
