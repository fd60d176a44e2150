import { Component, type ReactNode } from 'react';
import { i18n } from '#i18n';

/** Stands where a surface could not be drawn, and says what to do. What happened goes to the console for whoever looks for it. */
export class FailureBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="state" role="alert">
        <h1>{i18n.t('failure.title')}</h1>
        <p>{i18n.t('failure.text')}</p>
        <button type="button" className="button primary" onClick={() => location.reload()}>
          {i18n.t('failure.reload')}
        </button>
      </div>
    );
  }
}
