// What is chosen on a concept map, above it: a link to be changed, a proposal to be made one, a category to be linked or taken off.
import { ExternalLink, Link2, Minus } from 'lucide-react';
import { DialogTrigger } from 'react-aria-components';
import type { CategoryId, PassageId } from '../../../shared/domain/ids.ts';
import type { ConceptMap, LinkEnd, LinkType, TypedLink } from '../../../shared/domain/typed-link.ts';
import type { MapBox } from '../../../shared/figure/concept-map-figure.ts';
import { nodeInKey } from '../../../shared/figure/network-figure.ts';
import { linksText } from '../../../shared/i18n/links.ts';
import { LinkForm } from '../../links/link-form.tsx';
import type { LinkFormValue } from '../../links/link-form.tsx';
import { LinkLine } from '../../links/link-line.tsx';
import { useNavigation } from '../../navigation.tsx';
import { Button } from '../../ui/button.tsx';
import { useText } from '../../ui/language.tsx';
import { Popover } from '../../ui/popover.tsx';
import { useRun } from '../../ui/use-run.ts';
import { linkKey, proposalKey } from './map-model.ts';
import type { Proposal } from './map-model.ts';

interface MapCardProps {
  chosen: string | null;
  map: ConceptMap;
  boxes: readonly MapBox[];
  links: readonly TypedLink[];
  types: readonly LinkType[];
  proposals: readonly Proposal[];
  /** The passages in which the two of a proposal are together. */
  onAsk: (proposal: Proposal) => Promise<readonly PassageId[] | undefined>;
  isReadOnly: boolean;
}

/** A link made of a proposal rests on so many of its passages at most. */
const MOST_EVIDENCE = 50;

const ofCategory = (id: string): LinkEnd => ({ kind: 'category', id: id as CategoryId });

export function MapCard({ chosen, map, boxes, links, types, proposals, onAsk, isReadOnly }: MapCardProps) {
  const words = useText(linksText);
  const run = useRun();
  const { go } = useNavigation();
  const link = links.find(({ id }) => linkKey(id) === chosen);
  const type = types.find(({ id }) => id === link?.typeId);
  if (link && type)
    return (
      <ul className="links-list relations-card">
        <LinkLine key={link.id} link={link} type={type} end={null} isReadOnly={isReadOnly} />
      </ul>
    );
  const make = async (from: string, { type: input, to, note, turned }: LinkFormValue, passageIds: readonly PassageId[]) => {
    const ends = turned ? { from: to, to: ofCategory(from) } : { from: ofCategory(from), to };
    await run('typedLink.make', { type: input, ...ends, note, passageIds: [...passageIds] });
  };
  const proposal = proposals.find((each) => proposalKey(each) === chosen);
  const nameOf = (id: string): string => boxes.find((box) => box.id === id)?.name ?? '';
  if (proposal)
    return (
      <div className="relations-card">
        <span>{words.proposedTitle(nameOf(proposal.a), nameOf(proposal.b), proposal.count)}</span>
        {isReadOnly ? null : (
          <DialogTrigger>
            <Button size="small" variant="primary">
              {words.makeOfProposal}
            </Button>
            <Popover label={words.makeOfProposal} className="links-popover">
              {(close) => (
                <LinkForm
                  here={nameOf(proposal.a)}
                  there={{ kind: 'category', id: proposal.b, label: nameOf(proposal.b) }}
                  onSave={(value) => {
                    void onAsk(proposal).then((found) => make(proposal.a, value, (found ?? []).slice(0, MOST_EVIDENCE)));
                    close();
                  }}
                />
              )}
            </Popover>
          </DialogTrigger>
        )}
      </div>
    );
  const id = chosen === null ? null : nodeInKey(chosen);
  if (id === null || !boxes.some((box) => box.id === id)) return null;
  return (
    <div className="relations-card">
      <strong>{nameOf(id)}</strong>
      {isReadOnly ? null : (
        <>
          <DialogTrigger>
            <Button size="small">
              <Link2 size={14} aria-hidden />
              {words.linkFromHere}
            </Button>
            <Popover label={words.linkFromHere} className="links-popover">
              {(close) => (
                <LinkForm
                  here={nameOf(id)}
                  there={null}
                  onlyCategories
                  onSave={(value) => {
                    void make(id, value, []);
                    close();
                  }}
                />
              )}
            </Popover>
          </DialogTrigger>
          <Button size="small" variant="quiet" onPress={() => void run('conceptMap.takeOff', { mapId: map.id, categoryIds: [id] })}>
            <Minus size={14} aria-hidden />
            {words.takeOff}
          </Button>
        </>
      )}
      <Button size="small" variant="quiet" onPress={() => go({ screen: 'grids', categoryId: id })}>
        <ExternalLink size={14} aria-hidden />
        {words.openCategory}
      </Button>
    </div>
  );
}
