// Which categories are found together, as a network that Gephi opens. Form: GEXF 1.3.
import { Refusal } from '../../../shared/domain/failure.ts';
import type { Session } from '../../commands/run-command.ts';
import { isUndefined } from '../../../shared/statistics/undefined.ts';
import { readCodebook } from '../../queries/codebook.ts';
import { readCoOccurrences } from '../../queries/co-occurrence.ts';
import { readProject } from '../../queries/project.ts';
import { escaped } from '../printing/formats/document-xml.ts';

const value = (number: number, words: string | number): string => `<attvalue for="${number}" value="${escaped(String(words))}"/>`;

/** What is not a number there is left out. */
const measured = (number: number, figure: number | { readonly kind: 'undefined' } | null): string =>
  typeof figure === 'number' ? value(number, figure) : '';

function colorOf(hex: string): string {
  const channel = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  return `<viz:color r="${channel(1)}" g="${channel(3)}" b="${channel(5)}"/>`;
}

/** Nodes are the categories of all grids with their passages, edges join those whose passages overlap. */
export function networkToGexf(project: Session['project']): string {
  const found = readCoOccurrences(project, {
    scope: { categories: { kind: 'grids', gridIds: [], level: null }, coderIds: null, where: [] },
    unit: { kind: 'overlap' },
  });
  if (isUndefined(found)) throw new Refusal('outward.nothing', { because: found.because });
  const colors = new Map(readCodebook(project).flatMap(({ categories }) => categories.map(({ id, color }) => [id as string, color])));
  const nodes = found.categories.map(
    ({ id, name, path, count }) =>
      `<node id="${id}" label="${escaped(name)}"><attvalues>${value(0, path[0] ?? '')}${value(1, path.join(' > '))}${value(2, count)}</attvalues>${colorOf(colors.get(id) ?? '#808080')}</node>`,
  );
  const edges = found.pairs.map(({ a, b, count, jaccard, npmi }, number) => {
    const [source, target] = [found.categories[a]?.id ?? '', found.categories[b]?.id ?? ''];
    return `<edge id="${number}" source="${source}" target="${target}" weight="${count}"><attvalues>${measured(0, jaccard)}${measured(1, npmi)}</attvalues></edge>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    `<meta><creator>Trame</creator><description>${escaped(readProject(project).title)}</description></meta>`,
    '<graph defaultedgetype="undirected" mode="static">',
    '<attributes class="node"><attribute id="0" title="grid" type="string"/><attribute id="1" title="path" type="string"/><attribute id="2" title="passages" type="integer"/></attributes>',
    '<attributes class="edge"><attribute id="0" title="jaccard" type="double"/><attribute id="1" title="npmi" type="double"/></attributes>',
    '<nodes>',
    ...nodes,
    '</nodes>',
    '<edges>',
    ...edges,
    '</edges>',
    '</graph>',
    '</gexf>',
    '',
  ].join('\n');
}
