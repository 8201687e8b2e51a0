// Answers the calls about coded passages found by an expression.
import type { retrievalContract } from '../../shared/contract/retrieval.ts';
import { retrievalText } from '../../shared/i18n/retrieval.ts';
import { codePassages } from '../commands/code-passages.ts';
import type { Desk } from '../desk.ts';
import { writeRetrievalMemo } from '../exchange/retrieval-memo.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { passagesToCode, previewCoding, readFacets, readRetrieval, readRetrievedPage } from '../queries/retrieval.ts';
import { fileOut } from './reply.ts';

export function retrievalHandlers(desk: Desk): Pick<Handlers, keyof typeof retrievalContract> {
  return {
    'retrieval.read': (query) => readRetrieval(desk.project(), query),
    'retrieval.facets': ({ expression }) => readFacets(desk.project(), expression),
    'retrieval.page': ({ query, from, count }) => readRetrievedPage(desk.project(), query, from, count),
    // the libraries behind files are large
    'retrieval.write': async ({ query, format, language }) => {
      const { printRetrieval } = await import('../exchange/printing/print-retrieval.ts');
      const style = { language, author: null, sourceLine: null, reference: { who: 'label' }, links: true } as const;
      return fileOut(retrievalText[language].table.title, format, await printRetrieval(desk.project(), query, style, format));
    },
    'retrieval.previewCoding': (input) => previewCoding(desk.project(), desk.session().coderId, input),
    'retrieval.code': (input) => {
      const { expression, categoryId } = input;
      return codePassages(desk.session(), { expression, categoryId, passageIds: passagesToCode(desk.project(), input) });
    },
    'retrieval.toMemo': (input) => writeRetrievalMemo(desk.session(), input),
  };
}
