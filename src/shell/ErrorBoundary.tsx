import { Component, type ErrorInfo, type ReactNode } from 'react';
import { messages } from './messages.ts';
import { isMissingPart, reloadPage } from './missing-part.ts';

interface Props {
  /** The pane it guards, as people know it. */
  readonly pane: string;
  readonly children: ReactNode;
  /** Where there is a way to do without. */
  readonly close?: () => void;
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
    const missing = isMissingPart(this.state.error);
    const words = missing ? messages.missing : messages.crash;
    return (
      <div className="empty" role="alert">
        <h3>{words.title(this.props.pane)}</h3>
        <p>{words.about}</p>
        <div className="row centered">
          {missing ? this.reloading() : this.retrying()}
          {this.props.close && (
            <button type="button" className="button" onClick={this.props.close}>
              {messages.crash.close}
            </button>
          )}
        </div>
        {this.state.copied && <p>{messages.crash.copied}</p>}
      </div>
    );
  }

  private reloading(): ReactNode {
    return (
      <button type="button" className="button primary" onClick={reloadPage}>
        {messages.missing.reload}
      </button>
    );
  }

  private retrying(): ReactNode {
    return (
      <>
        <button type="button" className="button primary" onClick={() => this.setState(fine)}>
          {messages.crash.again}
        </button>
        <button type="button" className="button" onClick={this.copy}>
          {messages.crash.copy}
        </button>
      </>
    );
  }
}
