// The disagreements between coders, as the review screen shows them: those of the two who have most sources in common.
import { USUAL_AGREEMENT } from '../../../shared/domain/agreement.ts';
import { disagreementsText } from '../../../shared/i18n/disagreements.ts';
import { reasonText } from '../../../shared/i18n/undefined.ts';
import { isUndefined } from '../../../shared/statistics/undefined.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLanguage, useText } from '../../ui/language.tsx';
import { useQuery } from '../../ui/use-query.ts';
import { DisagreementList } from './disagreement-list.tsx';

export function DisagreementsTab() {
  const words = useText(disagreementsText);
  const { language } = useLanguage();
  const { data: found } = useQuery('agreement.read', USUAL_AGREEMENT);
  if (found === undefined) return null;
  const link = <a href="#/analysis?view=agreement">{words.toAgreement}</a>;
  if (isUndefined(found)) return <EmptyState title={words.title} text={reasonText[language][found.because]} actions={link} />;
  const { coders, categories, sources } = found;
  return (
    <DisagreementList scope={{ coderIds: coders.map(({ id }) => id), gridIds: null }} coders={coders} categories={categories} sources={sources} />
  );
}
