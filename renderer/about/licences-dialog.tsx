// Whose work the program is made of: a list that is searched, and beside it the licence that was chosen. All of it is in the program.
import { useMemo, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { ThirdParty } from '../../shared/domain/licence.ts';
import { aboutText } from '../../shared/i18n/about.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useText } from '../ui/language.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { useQuery } from '../ui/use-query.ts';
import './about.css';
import { searchLicences, withoutHardBreaks } from './search-licences.ts';

const keyOf = ({ name, version }: ThirdParty): string => `${name}@${version}`;

export function LicencesDialog({ onClose }: { onClose: () => void }) {
  const text = useText(aboutText);
  const { data: components } = useQuery('program.licences', {});
  const [query, setQuery] = useState('');
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const shown = useMemo(() => searchLicences(components ?? [], query), [components, query]);
  const chosen = shown.find((component) => keyOf(component) === chosenKey);

  return (
    <Dialog
      isOpen
      size="wide"
      title={text.licences}
      onClose={onClose}
      className="about-licences"
      actions={<Button onPress={onClose}>{text.close}</Button>}
    >
      {components === undefined ? null : components.length === 0 ? (
        <p>{text.licencesNone}</p>
      ) : (
        <>
          <p>{text.licencesText(components.length)}</p>
          <div className="about-search">
            <SearchField label={text.searchLicences} value={query} onChange={setQuery} autoFocus />
            <span className="quiet" role="status">
              {text.found(shown.length)}
            </span>
          </div>
          <div className="about-split">
            <ListBox
              className="about-list"
              aria-label={text.components}
              selectionMode="single"
              selectedKeys={chosen ? [keyOf(chosen)] : []}
              onSelectionChange={(keys) => setChosenKey(keys === 'all' ? null : (([...keys][0] as string | undefined) ?? null))}
              renderEmptyState={() => <p className="about-hint">{text.noneFound(query)}</p>}
            >
              {shown.map((component) => (
                <ListBoxItem key={keyOf(component)} id={keyOf(component)} textValue={component.name} className="about-item">
                  <span className="about-item-name">{component.name}</span>
                  <span className="about-item-rest">
                    {component.version} · {component.licence}
                  </span>
                </ListBoxItem>
              ))}
            </ListBox>
            {chosen ? <LicenceText component={chosen} /> : <p className="about-hint">{text.chooseOne}</p>}
          </div>
        </>
      )}
    </Dialog>
  );
}

function LicenceText({ component }: { component: ThirdParty }) {
  const text = useText(aboutText);
  const { name, version, licence, author } = component;
  const { data: words } = useQuery('program.licence', { name, version });
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long text is scrolled by keyboard
    <section className="about-text" tabIndex={0} aria-label={text.licenceOf(name)}>
      <p className="about-text-head">
        <b>
          {name} {version}
        </b>
        {author === null ? '' : ` · ${author}`} · {licence}
      </p>
      <pre>{withoutHardBreaks(words ?? '')}</pre>
    </section>
  );
}
