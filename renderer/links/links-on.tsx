// The typed links of a category, a passage or a memo, on its card: what they say, and a new one.
import { Link2 } from 'lucide-react';
import { useState } from 'react';
import { DialogTrigger } from 'react-aria-components';
import type { LinkEnd } from '../../shared/domain/typed-link.ts';
import { linksText } from '../../shared/i18n/links.ts';
import { useActions } from '../frame/offered-actions.ts';
import { useProject } from '../project.tsx';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { Popover } from '../ui/popover.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import { LinkForm } from './link-form.tsx';
import { LinkLine } from './link-line.tsx';
import './links.css';

interface LinksOnProps {
  end: LinkEnd;
  /** In the sentence that the form makes. */
  label: string;
}

export function LinksOn({ end, label }: LinksOnProps) {
  const words = useText(linksText);
  const run = useRun();
  const { project } = useProject();
  const isReadOnly = project?.isReadOnly === true;
  const [isMaking, setIsMaking] = useState(false);
  useActions(() => (isReadOnly ? {} : { linkTo: () => setIsMaking(true) }));
  const { data: links = [] } = useQuery('typedLink.list', { end });
  const { data: types = [] } = useQuery('linkType.list', {});
  if (isReadOnly && links.length === 0) return null;
  return (
    <section className="links">
      <SectionTitle level={2}>{words.links}</SectionTitle>
      {links.length === 0 ? null : (
        <ul className="links-list">
          {links.map((link) => {
            const type = types.find(({ id }) => id === link.typeId);
            return type ? <LinkLine key={link.id} link={link} type={type} end={end} isReadOnly={isReadOnly} /> : null;
          })}
        </ul>
      )}
      {isReadOnly ? null : (
        <DialogTrigger isOpen={isMaking} onOpenChange={setIsMaking}>
          <Button size="small">
            <Link2 size={14} aria-hidden />
            {words.make}
          </Button>
          <Popover label={words.make} className="links-popover">
            {(close) => (
              <LinkForm
                here={label}
                there={null}
                onSave={({ type, to, note, turned }) => {
                  const [from, target] = turned ? [to, end] : [end, to];
                  void run('typedLink.make', { type, from, to: target, note, passageIds: [] });
                  close();
                }}
              />
            )}
          </Popover>
        </DialogTrigger>
      )}
    </section>
  );
}
