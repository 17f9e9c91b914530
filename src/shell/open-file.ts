import type { Workbench } from '../workbench/index.ts';
import { messages } from './messages.ts';

const mostBytes = 20_000_000;

/** Opens a file exactly as it is, byte order mark and line ends included. What is no text is refused with the reason. */
export async function openFile(workbench: Workbench, file: File): Promise<void> {
  const refuse = (text: string): void => workbench.notify({ tone: 'error', text, stays: true });
  if (file.size > mostBytes) return refuse(messages.open.tooLarge(file.name, Math.round(file.size / 1_000_000)));
  try {
    const bytes = await file.arrayBuffer();
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (text.includes('\u0000')) return refuse(messages.open.notText(file.name));
    await workbench.openText(text, nameOf(file.name));
  } catch (error) {
    refuse(error instanceof TypeError ? messages.open.notText(file.name) : messages.open.unreadable(file.name));
  }
}

/** `order.fdl.yaml` is the flow `order`. */
export const nameOf = (file: string): string => file.replace(/(\.fdl)?\.(ya?ml|json|fdl|txt)$/i, '') || file;
