import { messages } from './messages.ts';
import { isMissingPart, reloadPage } from './missing-part.ts';

/** What is shown where the page cannot be built at all. Plain elements: whatever could draw more may be what is missing. */
export function showFailedStart(root: HTMLElement, problem: unknown): void {
  const words = messages.failedStart;
  const notice = document.createElement('div');
  notice.className = 'failed-start';
  notice.setAttribute('role', 'alert');
  const reload = element('button', messages.missing.reload);
  reload.className = 'button primary';
  reload.addEventListener('click', reloadPage);
  const about = isMissingPart(problem) ? messages.missing.about : words.about;
  notice.append(element('h1', words.title), element('p', about), reload);
  root.replaceChildren(notice);
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
