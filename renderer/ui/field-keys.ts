// Keys pressed in a field that listens to some of them itself: the window's own keys must still be heard.
import type { TextFieldProps } from 'react-aria-components';

type OnKeyDown = NonNullable<TextFieldProps['onKeyDown']>;

const FUNCTION_KEY = /^F\d+$/u;

/** React Aria keeps every key of a field with a listener. What is no letter, and was not made use of, goes on: Ctrl+K, F6, Alt+2. */
export function passingOn(onKeyDown: OnKeyDown | undefined): { readonly onKeyDown?: OnKeyDown } {
  if (!onKeyDown) return {};
  return {
    onKeyDown: (event) => {
      onKeyDown(event);
      const isCommand = event.ctrlKey || event.metaKey || event.altKey || FUNCTION_KEY.test(event.key);
      if (isCommand && !event.isDefaultPrevented()) event.continuePropagation();
    },
  };
}
