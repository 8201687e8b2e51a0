// A query that names what is gone: each name with what may have been meant, and a way to leave it out.
import type { Failure } from '../../shared/contract/contract.ts';
import { matrixFiltersText } from '../../shared/i18n/matrix-filters.ts';
import { retrievalText } from '../../shared/i18n/retrieval.ts';
import { ROW_FIELDS } from '../matrices/filter-model.ts';
import { valuesOffered } from '../matrices/filter-words.ts';
import type { ProjectFrame } from '../matrices/frame.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { fieldOfUnknown, namesLike, withoutUnknown } from './retrieval-unknown.ts';
import type { Retrieval } from './use-retrieval.ts';

interface UnknownNamesProps {
  retrieval: Retrieval;
  frame: ProjectFrame;
  failure: Failure;
}

export function UnknownNames({ retrieval, frame, failure }: UnknownNamesProps) {
  const words = useText(retrievalText);
  const filters = useText(matrixFiltersText);
  const { language } = useLanguage();
  const { expression } = retrieval.query;
  const names = failure.data['names'];
  const proposed = (unknown: string): string[] => {
    const { field, name, value } = fieldOfUnknown(unknown);
    if (field === 'attributeName')
      return namesLike(
        value,
        frame.corpus.attributes.map((attribute) => attribute.name),
      );
    const row = ROW_FIELDS.find((each) => each === field);
    return row
      ? namesLike(
          value,
          (valuesOffered(row, name, frame, filters, language) ?? []).map(({ id }) => id),
        )
      : [];
  };
  return (
    <div className="retrieval-unknown" role="group" aria-label={words.unknownTitle}>
      <p role="alert">
        <strong>{words.unknownTitle}.</strong> {words.unknownText}
      </p>
      <ul>
        {(Array.isArray(names) ? names.map(String) : []).map((unknown) => (
          <li key={unknown}>
            <code>{unknown}</code>
            {proposed(unknown).map((name) => (
              <Button key={name} size="small" onPress={() => retrieval.write(withoutUnknown(expression, unknown, name))}>
                {words.insteadUse(name)}
              </Button>
            ))}
            <Button size="small" variant="quiet" onPress={() => retrieval.write(withoutUnknown(expression, unknown))}>
              {words.withoutIt(unknown)}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
