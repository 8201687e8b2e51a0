// Keeps a screen that breaks from taking the window down with it.
import { Component } from 'react';
import type { ReactNode } from 'react';
import { frameText } from '../../shared/i18n/frame.ts';
import { reportCrash } from '../crash/crash-reports.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useText } from '../ui/language.tsx';

interface State {
  readonly error: Error | null;
}

export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override componentDidCatch(error: Error): void {
    reportCrash(error);
  }

  override render(): ReactNode {
    if (!this.state.error) return this.props.children;
    return <Crashed error={this.state.error} onReopen={() => this.setState({ error: null })} />;
  }
}

function Crashed({ error, onReopen }: { error: Error; onReopen: () => void }) {
  const text = useText(frameText);
  return (
    <EmptyState
      title={text.crashed}
      text={
        <>
          <p>{text.crashedText}</p>
          <p>
            <code>{error.message}</code>
          </p>
        </>
      }
      actions={<Button onPress={onReopen}>{text.reopen}</Button>}
    />
  );
}
