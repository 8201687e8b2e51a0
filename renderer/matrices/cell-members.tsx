// Of a group's cell: what its members' cells say, side by side, and gathered into the group's own synthesis.
import { ChevronDown, ChevronRight, SquareArrowOutUpRight } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { MemberCard } from '../../shared/domain/cell-card.ts';
import { matrixCellsText } from '../../shared/i18n/matrix-cells.ts';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { SectionTitle } from '../ui/section-title.tsx';

interface CellMembersProps {
  members: readonly MemberCard[];
  isReadOnly: boolean;
  onOpen: (member: MemberCard) => void;
  onGather: (members: readonly MemberCard[]) => void;
}

export function CellMembers({ members, isReadOnly, onOpen, onGather }: CellMembersProps) {
  const words = useText(matrixCellsText);
  const written = members.filter(({ synthesis }) => synthesis !== null);
  const unwritten = members.filter(({ synthesis, passages }) => synthesis === null && passages > 0);
  if (written.length + unwritten.length === 0) return null;
  return (
    <section className="cell-part">
      <SectionTitle
        end={
          written.length === 0 ? undefined : (
            <Button size="small" isDisabled={isReadOnly} onPress={() => onGather(written)}>
              {words.gather}
            </Button>
          )
        }
      >
        {words.members}
      </SectionTitle>
      {written.length > 0 ? (
        <ul className="cell-members" aria-label={words.membersHint}>
          {written.map((member) => (
            <Member key={member.key} member={member} onOpen={() => onOpen(member)} />
          ))}
        </ul>
      ) : null}
      {unwritten.length > 0 ? (
        <p className="cell-unwritten">
          {words.notWritten}
          {unwritten.map((member) => (
            <AriaButton key={member.key} className="cell-unwritten-member" aria-label={words.openMember(member.label)} onPress={() => onOpen(member)}>
              {words.memberCount(member.label, member.passages)}
            </AriaButton>
          ))}
        </p>
      ) : null}
    </section>
  );
}

function Member({ member, onOpen }: { member: MemberCard; onOpen: () => void }) {
  const words = useText(matrixCellsText);
  const [isWhole, setWhole] = useState(false);
  const { label, passages, synthesis, rating, status } = member;
  const Arrow = isWhole ? ChevronDown : ChevronRight;
  return (
    <li className="cell-member">
      <div className="cell-member-head">
        <AriaButton className="cell-member-name" aria-expanded={isWhole} aria-label={words.showMember(label)} onPress={() => setWhole(!isWhole)}>
          <Arrow size={13} aria-hidden />
          {label}
        </AriaButton>
        <span className="cell-member-state">
          {[rating?.label, words.passages(passages), status === null ? '' : words.statuses[status]].filter(Boolean).join(' · ')}
        </span>
        <IconButton icon={SquareArrowOutUpRight} size="small" label={words.openMember(label)} onPress={onOpen} />
      </div>
      <p className={classes('cell-member-words', !isWhole && 'cell-member-beginning')}>{synthesis}</p>
    </li>
  );
}
