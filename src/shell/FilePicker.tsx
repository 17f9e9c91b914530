import { useCallback, useRef } from 'react';
import { type Ask, useAsk, useWorkbench } from '../workbench/index.ts';
import { openFile } from './open-file.ts';

/** The browser's own file chooser, opened by the Open command. */
export function FilePicker() {
  const workbench = useWorkbench();
  const input = useRef<HTMLInputElement>(null);
  useAsk(useCallback((request: Ask) => request.type === 'pick-file' && input.current?.click(), []));
  return (
    <input
      ref={input}
      type="file"
      hidden
      tabIndex={-1}
      aria-hidden
      accept=".yaml,.yml,.json,.fdl,text/yaml,application/json,text/plain"
      onChange={(event) => {
        const file = event.currentTarget.files?.[0];
        event.currentTarget.value = '';
        if (file) void openFile(workbench, file);
      }}
    />
  );
}
