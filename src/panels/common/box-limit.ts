import { type ClipboardEvent, useState } from 'react';
import { messages } from '../messages.ts';

/** Characters a box takes in: four times what one state may hand to the next. Drawing much more would stop the page. */
const mostInBox = 262_144;
/** Characters of a file of scenarios; the service takes no larger request either. */
export const mostInFile = 1_048_576;

export interface BoxLimit {
  /** Why the last text was not taken in. */
  readonly refusal: string | undefined;
  readonly onPaste: (event: ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
  /** Whether a text may stand in the box; what stood there before stays when not. */
  readonly takes: (text: string) => boolean;
}

/** Keeps what no box can hold out of it, before the browser draws it, and says so. */
export function useBoxLimit(): BoxLimit {
  const [refusal, setRefusal] = useState<string>();
  const takes = (text: string): boolean => {
    const fits = text.length <= mostInBox;
    setRefusal(fits ? undefined : messages.boxTooSmall(text.length));
    return fits;
  };
  return {
    refusal,
    takes,
    onPaste: (event) => {
      if (!takes(event.clipboardData.getData('text'))) event.preventDefault();
    },
  };
}
