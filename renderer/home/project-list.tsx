// The projects at hand, each with one line that says how far it is, or why it cannot be opened.
import { FileWarning, Lock, NotebookText } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { Language, ProjectListing } from '../../shared/domain/project.ts';
import { formatDate, formatWhen } from '../../shared/i18n/date.ts';
import { pseudonymText } from '../../shared/i18n/pseudonym.ts';
import { homeText } from '../../shared/i18n/home.ts';
import { protectionText } from '../../shared/i18n/protection.ts';
import { WaysOut } from '../backups/ways-out.tsx';
import { useLanguage } from '../ui/language.tsx';
import { percentOf } from '../ui/percent.ts';
import { sentenceOf } from '../ui/use-run.ts';

/** « 12 sources · 287 codages · 62 % des tours codés » */
function stateOf(listing: ProjectListing, language: Language): string {
  const text = homeText[language];
  if (listing.isProtected) return protectionText[language].protectedLine;
  if (listing.sources === 0) return text.nothingYet;
  return [text.sources(listing.sources), text.codings(listing.codings), text.coded(percentOf(listing.codedTurns, listing.turns))].join(' · ');
}

/** Of a protected one, its file's name is all there is. */
const titleOf = ({ title, fileName }: ProjectListing): string => title || fileName.replace(/\.trame$/iu, '');

/** Those that open before those that do not; otherwise the latest first, as they come. */
function inReach(projects: readonly ProjectListing[]): ProjectListing[] {
  return [...projects].sort((a, b) => Number(a.problem !== null) - Number(b.problem !== null));
}

interface ProjectListProps {
  projects: readonly ProjectListing[];
  onOpen: (listing: ProjectListing) => void;
}

export function ProjectList({ projects, onOpen }: ProjectListProps) {
  const { language } = useLanguage();
  const text = homeText[language];
  return (
    <ul className="project-list">
      {inReach(projects).map((listing) => (
        <li key={listing.ref} title={text.folder(listing.folder)}>
          {listing.problem ? (
            <div className="project-line project-line-broken">
              <FileWarning size={18} strokeWidth={1.5} aria-hidden />
              <span className="project-line-words">
                <span className="project-line-title">{listing.title || listing.fileName}</span>
                <span className="project-line-problem">{sentenceOf({ kind: 'refusal', ...listing.problem }, language)}</span>
              </span>
              {listing.problem.code === 'project.damaged' || listing.problem.code === 'project.notSqlite' ? (
                <WaysOut projectRef={listing.ref} />
              ) : null}
            </div>
          ) : (
            <Button className="project-line" onPress={() => onOpen(listing)} aria-label={text.open(titleOf(listing))}>
              {listing.isProtected ? <Lock size={18} strokeWidth={1.5} aria-hidden /> : <NotebookText size={18} strokeWidth={1.5} aria-hidden />}
              <span className="project-line-words">
                <span className="project-line-title">{titleOf(listing)}</span>
                <span className="quiet number">{stateOf(listing, language)}</span>
                {listing.retention ? (
                  <span className="project-line-problem">
                    {pseudonymText[language].due(listing.retention.daysLeft, formatDate(language, listing.retention.keepUntil))}
                  </span>
                ) : null}
              </span>
              <span className="project-line-when">{text.modified(formatWhen(language, listing.modifiedAt))}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
