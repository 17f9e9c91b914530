import type { DownloadFile } from '../../workbench/index.ts';

/** Hands a file to the browser's downloads, byte for byte. */
export function downloadFile({ name, content, mediaType }: DownloadFile): void {
  const address = URL.createObjectURL(new Blob([content], { type: `${mediaType};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
