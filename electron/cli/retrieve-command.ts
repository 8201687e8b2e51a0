// trame retrieve
import type { Command } from 'commander';
import { Refusal } from '../../shared/domain/failure.ts';
import { parseExpression } from '../../shared/domain/expression-parse.ts';
import type { PrintFormat } from '../../shared/domain/print.ts';
import { RETRIEVAL_FORMATS, printRetrieval, retrievalToJson } from '../exchange/printing/print-retrieval.ts';
import type { RetrievedJson } from '../exchange/printing/print-retrieval.ts';
import { styleFrom, withStyle } from './print-commands.ts';
import type { StyleOptions } from './print-commands.ts';
import { assertOutputFolder, extensionOf, withProject, writeOutput } from './session.ts';
import { print, printJson, warn } from './terminal.ts';

interface RetrieveOptions extends StyleOptions {
  out?: string;
  json?: boolean;
}

function formatOf(path: string): PrintFormat | 'json' {
  const extension = extensionOf(path);
  if (extension === 'json') return 'json';
  const format = RETRIEVAL_FORMATS.find((candidate) => candidate === extension);
  if (!format) throw new Refusal('file.formatUnknown', { format: extension, known: [...RETRIEVAL_FORMATS, 'json'] });
  return format;
}

const line = ({ ref, speaker, text }: RetrievedJson): string => [ref, speaker ?? '', text.replace(/\s+/gu, ' ').trim()].join('\t');

async function retrieve(file: string, expression: string, options: RetrieveOptions): Promise<void> {
  // an empty one would keep everything
  parseExpression(expression);
  const { out, json } = options;
  const format = out === undefined ? null : formatOf(out);
  if (out !== undefined) assertOutputFolder(out);
  await withProject(file, undefined, async ({ project }) => {
    const found = retrievalToJson(project, expression);
    if (out !== undefined && format === 'json') writeOutput(out, `${JSON.stringify(found, null, 1)}\n`);
    else if (out !== undefined && format !== null)
      writeOutput(out, await printRetrieval(project, { expression }, styleFrom(project, options), format as PrintFormat));
    if (json) return printJson(found);
    warn(`${found.total} passages`);
    return out === undefined && found.total > 0 ? print(`${found.passages.map(line).join('\n')}\n`) : undefined;
  });
}

const EXPRESSIONS = `
Expressions:
  "Category"  "Grid > Category"      passages that carry it, or a category below it
  AND  OR  NOT  ( )                  NOT: among the coded passages, those for which it does not hold
  case = "X"  group = "X"  source != "X"  kind = "interview"  participant IN ("X", "Y")  speaker != "X"
  attribute "Name" = "x"  attribute "Age" >= "30"  date >= 2019-01-01  star = yes
  coder = "AB"  stance = "contrasts"  weight >= 2

  A NEAR/200 B        at most 200 characters of text between them; none where they overlap
  A OVERLAPS B        at least one character in common; passages that only touch do not overlap
  A WITHIN B          inside it, from end to end at most
  A PRECEDES B        over before it begins, anywhere in the source
  A SAME TURN B       both touch one speaker turn
  A SAME QUESTION B   both answer one question of the guide

What comes back: the distinct coded passages for which the expression holds, in corpus order; codings on the same words are one passage.
Of a relation, the passages of its first side; both sides are passages of one source, and a passage that is both stands next to itself.
`;

export function addRetrieveCommand(trame: Command): void {
  const command = trame
    .command('retrieve <file> <expression>')
    .description('coded passages by a boolean expression')
    .option('--json', 'print JSON')
    .option('--out <path>', `write a file: ${[...RETRIEVAL_FORMATS, 'json'].join(', ')}; xlsx and csv hold one row per passage`)
    .addHelpText('after', EXPRESSIONS);
  withStyle(command).action(retrieve);
}
