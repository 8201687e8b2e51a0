// Where the windows about the program appear, on the home screen and over a project; what they are made of is loaded when first asked for.
import { Suspense, lazy, useEffect } from 'react';
import { onCoreEvent } from '../core.ts';
import { useActions } from '../frame/offered-actions.ts';
import { closeAbout, openAbout, useAboutView } from './about-store.ts';

const Licences = lazy(async () => ({ default: (await import('./licences-dialog.tsx')).LicencesDialog }));
const Update = lazy(async () => ({ default: (await import('./update-dialog.tsx')).UpdateDialog }));

export function AboutHost() {
  const view = useAboutView();
  useActions(() => ({ licences: () => openAbout('licences'), update: () => openAbout('update') }));
  useEffect(() => onCoreEvent((event) => event.kind === 'about' && openAbout(event.view)), []);
  if (view === null) return null;
  const Shown = view === 'licences' ? Licences : Update;
  return (
    <Suspense fallback={null}>
      <Shown onClose={closeAbout} />
    </Suspense>
  );
}
