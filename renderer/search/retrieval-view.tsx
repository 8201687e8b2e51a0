// Coded passages by a query: what can be added to it at the left, the query and what it finds in the middle, the chosen passage at the right.
import { useMemo, useState } from 'react';
import { retrievalText } from '../../shared/i18n/retrieval.ts';
import type { RetrievedPassage } from '../../shared/domain/retrieval.ts';
import type { ProjectFrame } from '../matrices/frame.ts';
import '../matrices/matrices.css';
import '../matrices/pickers.css';
import { useNavigation } from '../navigation.tsx';
import { useProject } from '../project.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useText } from '../ui/language.tsx';
import { useQuery } from '../ui/use-query.ts';
import { Workspace } from '../ui/workspace.tsx';
import { RetrievalBar } from './retrieval-bar.tsx';
import { PassageCard } from './retrieval-card.tsx';
import type { CodingInHand } from './retrieval-coding.tsx';
import { RetrievalFacets } from './retrieval-facets.tsx';
import { RetrievalQueryForm } from './retrieval-query.tsx';
import { RetrievalResults } from './retrieval-results.tsx';
import './retrieval.css';
import { useRetrieval } from './use-retrieval.ts';

export function RetrievalView() {
  const { project } = useProject();
  return project ? <ProjectRetrieval key={project.id} projectId={project.id} isReadOnly={project.isReadOnly} /> : null;
}

/** What the builder chooses from. */
function useFrame(): ProjectFrame | null {
  const { data: codebook } = useQuery('codebook.read', {});
  const { data: corpus } = useQuery('corpus.read', {});
  const { data: coders } = useQuery('coder.list', {});
  return useMemo(
    () => (codebook && corpus && coders ? { codebook, corpus, coders, guides: [], researchQuestions: [], scales: [] } : null),
    [codebook, corpus, coders],
  );
}

function ProjectRetrieval({ projectId, isReadOnly }: { projectId: string; isReadOnly: boolean }) {
  const words = useText(retrievalText);
  const frame = useFrame();
  const retrieval = useRetrieval(projectId);
  const [chosen, setChosen] = useState<RetrievedPassage | null>(null);
  const [coding, setCoding] = useState<CodingInHand | null>(null);
  const { answer, failure } = retrieval;
  if (!frame) return null;
  return (
    <Workspace
      name="retrieval"
      left={<RetrievalFacets frame={frame} retrieval={retrieval} />}
      leftLabel={words.facetsLabel}
      right={<PassageCard row={chosen} frame={frame} isReadOnly={isReadOnly} />}
      rightLabel={words.cardLabel}
      contentLabel={words.workspace}
    >
      <div className="retrieval">
        <RetrievalQueryForm retrieval={retrieval} frame={frame} isReadOnly={isReadOnly} />
        {answer && answer.of === 0 ? (
          <NothingCoded />
        ) : (
          <>
            <RetrievalBar retrieval={retrieval} frame={frame} isReadOnly={isReadOnly} coding={coding} onCoding={setCoding} />
            {answer && !failure && answer.passages === 0 ? <EmptyState title={words.nothing} text={words.nothingText} /> : null}
            {answer && !failure && answer.passages > 0 ? (
              <RetrievalResults retrieval={retrieval} answer={answer} frame={frame} coding={coding} onCoding={setCoding} onChoose={setChosen} />
            ) : null}
          </>
        )}
      </div>
    </Workspace>
  );
}

function NothingCoded() {
  const words = useText(retrievalText);
  const { go } = useNavigation();
  return (
    <EmptyState
      title={words.noCodings}
      text={words.noCodingsText}
      actions={
        <Button variant="primary" onPress={() => go({ screen: 'coding' })}>
          {words.goCoding}
        </Button>
      }
    />
  );
}
