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

export function MapCard(props: MapCardProps) {
  const { chosen, boxes, links, types, proposals, isReadOnly } = props;
  const link = links.find(({ id }) => linkKey(id) === chosen);
  const type = types.find(({ id }) => id === link?.typeId);
  if (link && type)
    return (
      <ul className="links-list relations-card">
        <LinkLine key={link.id} link={link} type={type} end={null} isReadOnly={isReadOnly} />
      </ul>
    );
  const proposal = proposals.find((each) => proposalKey(each) === chosen);
  if (proposal) return <ProposalCard {...props} proposal={proposal} />;
  const id = chosen === null ? null : nodeInKey(chosen);
  const box = boxes.find((each) => each.id === id);
  return box ? <CategoryCard {...props} box={box} /> : null;
}

function useMakeLink(): (from: string, value: LinkFormValue, passageIds: readonly PassageId[]) => Promise<void> {
  const run = useRun();
  return async (from, { type, to, note, turned }, passageIds) => {
    const ends = turned ? { from: to, to: ofCategory(from) } : { from: ofCategory(from), to };
    await run('typedLink.make', { type, ...ends, note, passageIds: [...passageIds] });
  };
}

function ProposalCard({ proposal, boxes, onAsk, isReadOnly }: MapCardProps & { proposal: Proposal }) {
  const words = useText(linksText);
  const make = useMakeLink();
  const nameOf = (id: string): string => boxes.find((box) => box.id === id)?.name ?? '';
  const [a, b] = [nameOf(proposal.a), nameOf(proposal.b)];
  const save = async (value: LinkFormValue) => make(proposal.a, value, ((await onAsk(proposal)) ?? []).slice(0, MOST_EVIDENCE));
  return (
    <div className="relations-card">
      <span>{words.proposedTitle(a, b, proposal.count)}</span>
      {isReadOnly ? null : (
        <DialogTrigger>
          <Button size="small" variant="primary">
            {words.makeOfProposal}
          </Button>
          <Popover label={words.makeOfProposal} className="links-popover">
            {(close) => (
              <LinkForm
                here={a}
                there={{ kind: 'category', id: proposal.b, label: b }}
                onSave={(value) => {
                  void save(value);
                  close();
                }}
              />
            )}
          </Popover>
        </DialogTrigger>
      )}
    </div>
  );
}

function CategoryCard({ box: { id, name }, map, isReadOnly }: MapCardProps & { box: MapBox }) {
  const words = useText(linksText);
  const run = useRun();
  const make = useMakeLink();
  const { go } = useNavigation();
  return (
    <div className="relations-card">
      <strong>{name}</strong>
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
                  here={name}
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
