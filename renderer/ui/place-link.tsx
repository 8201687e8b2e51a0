// A link to a place of the window: a click goes there, a click with Ctrl, Cmd or Shift opens it as any link opens.
import type { ReactNode } from 'react';
import { placeToHash, useNavigation } from '../navigation.tsx';
import type { Place } from '../navigation.tsx';

interface PlaceLinkProps {
  place: Place;
  className?: string;
  title: string;
  children: ReactNode;
}

export function PlaceLink({ place, className, title, children }: PlaceLinkProps) {
  const { go } = useNavigation();
  return (
    <a
      {...(className === undefined ? {} : { className })}
      href={placeToHash(place)}
      title={title}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        go(place);
      }}
    >
      {children}
    </a>
  );
}
