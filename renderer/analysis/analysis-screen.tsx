// The analyses: at left what there is, group by group; beside it the one in view.
import { Suspense } from 'react';
import { Button } from 'react-aria-components';
import { analysesText } from '../../shared/i18n/analyses.ts';
import { useNavigation } from '../navigation.tsx';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/language.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Workspace } from '../ui/workspace.tsx';
import { ANALYSES, ANALYSIS_GROUPS } from './analyses.ts';
import './analysis.css';

export function AnalysisScreen() {
  const words = useText(analysesText);
  const { place, go } = useNavigation();
  const current = ANALYSES.find(({ id }) => id === place.view) ?? ANALYSES[0];
  return (
    <Workspace
      name="analysis"
      leftLabel={words.list}
      contentLabel={(current && words.names[current.id]?.name) ?? words.list}
      left={
        <nav className="analysis-list" aria-label={words.list}>
          {ANALYSIS_GROUPS.map((group) => {
            const own = ANALYSES.filter((each) => each.group === group);
            if (own.length === 0) return null;
            return (
              <section key={group}>
                <SectionTitle>{words.groups[group]}</SectionTitle>
                {own.map(({ id, icon: Icon }) => (
                  <Button
                    key={id}
                    className={classes('analysis-entry', id === current?.id && 'analysis-entry-here')}
                    aria-label={words.names[id]?.name ?? id}
                    aria-description={words.names[id]?.what}
                    aria-current={id === current?.id ? 'page' : 'false'}
                    onPress={() => go({ screen: 'analysis', view: id })}
                  >
                    <Icon size={16} strokeWidth={1.6} aria-hidden />
                    <span>
                      <span className="analysis-entry-name">{words.names[id]?.name}</span>
                      <span className="analysis-entry-what">{words.names[id]?.what}</span>
                    </span>
                  </Button>
                ))}
              </section>
            );
          })}
        </nav>
      }
    >
      <Suspense fallback={null}>{current ? <current.Screen key={current.id} /> : null}</Suspense>
    </Workspace>
  );
}
