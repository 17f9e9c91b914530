import { Component, type ErrorInfo, type ReactNode } from 'react';
import { messages } from './messages.ts';

interface Props {
  /** The pane it guards, as people know it. */
  readonly pane: string;
  readonly children: ReactNode;
}
interface State {
  readonly error: unknown;
  readonly failed: boolean;
  readonly where: string;
  readonly copied: boolean;
}
const fine: State = { error: undefined, failed: false, where: '', copied: false };

/**
 * Keeps a mistake of ours inside one pane. React knows only classes for this. The report says what went wrong and where
 * in our code; it holds nothing of the person's flow unless the error's own sentence does.
 */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = fine;

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error, failed: true };
  }

  override componentDidCatch(_error: unknown, info: ErrorInfo): void {
    this.setState({ where: info.componentStack ?? '' });
  }

  readonly copy = (): void => {
    const stack = this.state.error instanceof Error ? (this.state.error.stack ?? '') : '';
    const lines = stack.split('\n').filter((line) => /^\s*at |@/.test(line));
    const report = [`FDL Studio: ${this.props.pane}`, navigator.userAgent, ...lines, this.state.where].join('\n');
    void navigator.clipboard.writeText(report).then(() => this.setState({ copied: true }));
  };

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="empty" role="alert">
        <h3>{messages.crash.title(this.props.pane)}</h3>
        <p>{messages.crash.about}</p>
        <div className="row centered">
          <button type="button" className="button primary" onClick={() => this.setState(fine)}>
            {messages.crash.again}
          </button>
          <button type="button" className="button" onClick={this.copy}>
            {messages.crash.copy}
          </button>
        </div>
        {this.state.copied && <p>{messages.crash.copied}</p>}
      </div>
    );
  }
}
