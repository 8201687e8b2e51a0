// The project that is open, for whoever needs its title, its language or who acts.
import { createContext, useContext, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { ProjectInfo } from '../shared/domain/project.ts';
import { useQuery } from './ui/use-query.ts';

interface OpenProject {
  /** undefined until the core has answered; null when none is open. */
  readonly project: ProjectInfo | null | undefined;
  readonly refresh: () => void;
}

const ProjectContext = createContext<OpenProject>({ project: undefined, refresh: () => undefined });

export function ProjectProvider({ children }: { children: ReactNode }) {
  const { data, refresh } = useQuery('project.current', {});
  const value = useMemo(() => ({ project: data, refresh }), [data, refresh]);
  return <ProjectContext.Provider value={value}>{children}</ProjectContext.Provider>;
}

export function useProject(): OpenProject {
  return useContext(ProjectContext);
}
