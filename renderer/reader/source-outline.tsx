// The corpus as the coder needs it: cases, their sources, how much of each is coded.
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Corpus } from '../../shared/contract/corpus.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import { readerText } from '../../shared/i18n/reader.ts';
import { useNavigation } from '../navigation.tsx';
import { CaseChip } from '../ui/case-chip.tsx';
import { useText } from '../ui/language.tsx';
import { LongTree } from '../ui/long-tree.tsx';
import type { DrawnLine } from '../ui/long-tree.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { shownLines } from '../ui/tree-walk.ts';
import { groupNodes, groupsOf } from './outline.ts';
import type { GroupNode } from './outline.ts';

/** `--row`. */
const ROW_PX = 26;
/** Above this many, only the open source's case is unfolded. */
const ALL_OPEN_UP_TO = 60;

export function SourceOutline({ corpus, sourceId }: { corpus: Corpus; sourceId: SourceId | null }) {
  const text = useText(readerText);
  const { go } = useNavigation();
  const nodes = useMemo(() => groupNodes(groupsOf(corpus, text.withoutCase)), [corpus, text]);
  const [said, setSaid] = useState<ReadonlyMap<string, boolean>>(new Map());
  const isSmall = corpus.sources.length <= ALL_OPEN_UP_TO;
  const current = useMemo(() => nodes.filter(({ children }) => children.some(({ source }) => source?.id === sourceId)), [nodes, sourceId]);
  const lines = useMemo(
    () => shownLines(nodes, (key) => said.get(key) ?? (isSmall || current.some((group) => group.key === key))),
    [nodes, said, isSmall, current],
  );
  const scroller = useRef<HTMLDivElement>(null);
  const row = lines.findIndex(({ node }) => node.source?.id === sourceId);
  useEffect(() => {
    // The rows get their room after this.
    const frame = requestAnimationFrame(() => {
      const list = scroller.current;
      if (!list || row < 0) return;
      const top = row * ROW_PX;
      if (top < list.scrollTop || top + ROW_PX > list.scrollTop + list.clientHeight) list.scrollTop = top - list.clientHeight / 2;
    });
    return () => cancelAnimationFrame(frame);
  }, [row]);
  const unfold = (key: string, isOpen: boolean) => setSaid((before) => new Map(before).set(key, isOpen));
  const choose = (key: string) => {
    const line = lines.find(({ node }) => node.key === key);
    if (line?.node.source) go({ screen: 'coding', sourceId: line.node.source.id });
    else if (line) unfold(key, !line.isUnfolded);
  };
  const draw = ({ source, text: name, position, children }: GroupNode): DrawnLine => {
    if (!source) return { ...(position === null ? {} : { label: <CaseChip name={name} position={position} /> }), end: text.number(children.length) };
    const isOpen = source.id === sourceId;
    const codings = source.codings === 0 ? '–' : text.number(source.codings);
    return { ...(isOpen ? { className: 'reader-row-on' } : {}), end: <span aria-label={text.codingsOfSource(name, source.codings)}>{codings}</span> };
  };
  return (
    <section className="reader-outline">
      <SectionTitle level={2} className="reader-side-title" end={text.number(corpus.sources.length)}>
        {text.corpus}
      </SectionTitle>
      <LongTree label={text.corpus} lines={lines} draw={draw} scroller={scroller} onChoose={choose} onUnfold={unfold} />
    </section>
  );
}
