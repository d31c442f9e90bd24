import { Component, type ReactNode } from 'react';
import { Notice } from './notice.tsx';

interface Props {
  readonly children: ReactNode;
}

/** Shows that the page broke, instead of an empty one. React has already logged the error. */
export class ErrorBoundary extends Component<Props, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <main className="grid min-h-dvh place-items-center p-6">
        <Notice
          title="This page broke"
          advice="That is our fault. Your conversations are safe; reload to go on."
          action={{ label: 'Reload the page', run: () => window.location.reload() }}
        />
      </main>
    );
  }
}
