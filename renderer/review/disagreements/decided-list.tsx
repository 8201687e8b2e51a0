// What was decided of disagreements: what, by whom, when, why; each leads to its place, and can be reopened.
import { formatWhen } from '../../../shared/i18n/date.ts';
import { disagreementsText } from '../../../shared/i18n/disagreements.ts';
import { COLON } from '../../../shared/i18n/text.ts';
import { citationOf } from '../../../shared/domain/source.ts';
import { useProject } from '../../project.tsx';
import { Button } from '../../ui/button.tsx';
import { useLanguage, useText } from '../../ui/language.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { SectionTitle } from '../../ui/section-title.tsx';
import { useQuery } from '../../ui/use-query.ts';
import { useRun } from '../../ui/use-run.ts';

export function DecidedList() {
  const words = useText(disagreementsText);
  const { language } = useLanguage();
  const { project } = useProject();
  const run = useRun();
  const { data: decisions = [] } = useQuery('disagreement.decisions', {});
  return (
    <>
      <SectionTitle end={<span className="quiet">{decisions.length}</span>}>{words.decidedTitle}</SectionTitle>
      {decisions.length === 0 ? <p className="quiet">{words.noDecision}</p> : null}
      <ul className="disagreements-list">
        {decisions.map(({ id, sourceId, passageId, source, turn, category, text, decision, adopted, otherCategory, why, thread, by, decidedAt }) => (
          <li key={id} className="decided">
            <p className="disagreement-what">
              <strong>{category}</strong>
              <span>{[words.decided[decision], adopted ?? otherCategory].filter(Boolean).join(COLON[language])}</span>
              <PlaceLink place={{ screen: 'coding', sourceId, passageId }} title={words.open(source)}>
                {citationOf(source, turn)}
              </PlaceLink>
              <span className="quiet">{words.by(by, formatWhen(language, decidedAt))}</span>
              {project?.isReadOnly ? null : (
                <Button size="small" variant="quiet" onPress={() => void run('disagreement.reopen', { decisionId: id })}>
                  {words.reopen}
                </Button>
              )}
            </p>
            <p className="disagreement-words">{text}</p>
            {thread.map((said) => (
              <p key={`${said.at} ${said.text}`}>
                <span className="quiet">{words.by(said.by, formatWhen(language, said.at))}</span> {said.text}
              </p>
            ))}
            {why === '' ? null : <p>{why}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}
