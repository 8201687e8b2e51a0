// The project that is open, for whoever needs its title, its language or who acts.
import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { ProjectInfo } from '../shared/domain/project.ts';
import { useQuery } from './ui/use-query.ts';

interface OpenProject {
  /** undefined until the core has answered; null when none is open. */
  readonly project: ProjectInfo | null | undefined;
  readonly refresh: () => void;
  /** Says which project has just been opened, so that going into it need not wait for the next answer. */
  readonly take: (project: ProjectInfo | null) => void;
}

const ProjectContext = createContext<OpenProject>({ project: undefined, refresh: () => undefined, take: () => undefined });

export function ProjectProvider({ children }: { children: ReactNode }) {
  const { data, refresh } = useQuery('project.current', {});
  const [taken, take] = useState<ProjectInfo | null>();
  useEffect(() => take(undefined), [data]);
  const value = useMemo(() => ({ project: taken === undefined ? data : taken, refresh, take }), [taken, data, refresh]);
  return <ProjectContext.Provider value={value}>{children}</ProjectContext.Provider>;
}

export function useProject(): OpenProject {
  return useContext(ProjectContext);
}
