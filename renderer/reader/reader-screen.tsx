// The coding screen: corpus and grids on the left, the text in the middle, the passage in hand on the right.
import { BookOpen } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Corpus } from '../../shared/contract/corpus.ts';
import type { Coder } from '../../shared/domain/corpus.ts';
import type { Codebook } from '../../shared/domain/category.ts';
import type { CategoryId, PassageId, SourceId } from '../../shared/domain/ids.ts';
import type { ProjectInfo } from '../../shared/domain/project.ts';
import { readerText } from '../../shared/i18n/reader.ts';
import { useNavigation } from '../navigation.tsx';
import { useProject } from '../project.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useText } from '../ui/language.tsx';
import { useQuery } from '../ui/use-query.ts';
import { Workspace } from '../ui/workspace.tsx';
import { GridTree } from './grid-tree.tsx';
import { PassagePanel } from './passage-panel.tsx';
import { ReaderContext } from './reader-context.tsx';
import { lastSource } from './reading-place.ts';
import { SourceHeader } from './source-header.tsx';
import { SourceOutline } from './source-outline.tsx';
import { TextPane } from './text-pane.tsx';
import { useReaderState } from './use-reader-state.ts';
import { useSource } from './use-source.ts';
import './reader.css';

const NO_CODERS: readonly Coder[] = [];

export function ReaderScreen() {
  const { project } = useProject();
  const { data: corpus } = useQuery('corpus.read', {});
  const { data: codebook } = useQuery('codebook.read', {});
  const { data: coders } = useQuery('coder.list', {});
  if (!project || !corpus || !codebook) return null;
  return <OpenReader project={project} corpus={corpus} codebook={codebook} coders={coders ?? NO_CODERS} />;
}

/** Completes an address that names a passage alone, or nothing: the source last read comes back. */
function useSourceId(project: ProjectInfo, corpus: Corpus): SourceId | null {
  const { place, adjust } = useNavigation();
  const passageId = place.sourceId === undefined ? (place.passageId as PassageId | undefined) : undefined;
  const { data: card } = useQuery('passage.read', passageId === undefined ? null : { passageId });
  const named = place.sourceId ?? (card && card.passageId === passageId ? card.sourceId : undefined);
  const last = passageId === undefined ? lastSource(project.id) : null;
  const found = named ?? corpus.sources.find(({ id }) => id === last)?.id;
  useEffect(() => {
    if (place.screen === 'coding' && place.sourceId === undefined && found !== undefined) adjust({ ...place, sourceId: found });
  }, [place, found, adjust]);
  return (found as SourceId | undefined) ?? null;
}

interface OpenReaderProps {
  project: ProjectInfo;
  corpus: Corpus;
  codebook: Codebook;
  coders: readonly Coder[];
}

function OpenReader({ project, corpus, codebook, coders }: OpenReaderProps) {
  const text = useText(readerText);
  const sourceId = useSourceId(project, corpus);
  const source = useSource(sourceId);
  const surroundings = useMemo(() => ({ project, codebook, coders }), [project, codebook, coders]);
  const { categories, reader } = useReaderState(surroundings, source);
  const summary = corpus.sources.find(({ id }) => id === sourceId);

  const onPick = (categoryId: CategoryId) => {
    reader?.showRule(categoryId);
    if (reader?.selection && !reader.isReadOnly) void reader.acts.apply(categoryId);
    else if (reader) {
      reader.choose(null);
      reader.emphasise(reader.emphasised === categoryId ? null : categoryId);
    }
  };
  const left = (
    <div className="reader-side">
      <SourceOutline corpus={corpus} sourceId={sourceId} />
      <GridTree
        codebook={codebook}
        categories={categories}
        recent={reader?.recent ?? []}
        emphasised={reader?.emphasised ?? null}
        applies={Boolean(reader?.selection) && !project.isReadOnly}
        onPick={onPick}
      />
    </div>
  );
  let content: ReactNode;
  if (corpus.sources.length === 0) content = <NoSource />;
  else if (sourceId === null) content = <ChooseSource corpus={corpus} />;
  else if (source.failure || !summary) content = <EmptyState icon={BookOpen} title={text.sourceGone} text={text.chooseSourceText} />;
  else if (reader && reader.transcript.bodies.every((body) => body.trim() === '')) content = <EmptyState icon={BookOpen} title={text.emptySource} />;
  else if (reader)
    content = (
      <>
        <SourceHeader corpus={corpus} source={summary} />
        <TextPane key={sourceId} />
      </>
    );
  return (
    <ReaderContext value={reader}>
      <Workspace
        name="reader"
        left={left}
        right={reader ? <PassagePanel /> : <div />}
        leftLabel={text.corpusPanel}
        rightLabel={text.passagePanel}
        contentLabel={text.screen}
      >
        {content}
      </Workspace>
    </ReaderContext>
  );
}

function NoSource() {
  const text = useText(readerText);
  const { go } = useNavigation();
  return (
    <EmptyState
      icon={BookOpen}
      title={text.noSource}
      text={text.noSourceText}
      actions={
        <Button variant="primary" onPress={() => go({ screen: 'corpus' })}>
          {text.importSources}
        </Button>
      }
    />
  );
}

const SOURCES_OFFERED = 6;

function ChooseSource({ corpus }: { corpus: Corpus }) {
  const text = useText(readerText);
  const { go } = useNavigation();
  return (
    <EmptyState
      icon={BookOpen}
      title={text.chooseSource}
      text={text.chooseSourceText}
      actions={corpus.sources.slice(0, SOURCES_OFFERED).map(({ id, name }) => (
        <Button key={id} onPress={() => go({ screen: 'coding', sourceId: id })}>
          {name}
        </Button>
      ))}
    />
  );
}
