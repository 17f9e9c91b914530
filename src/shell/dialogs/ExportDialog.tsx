import { Download } from 'lucide-react';
import { RadioGroup } from 'radix-ui';
import { useMemo, useState } from 'react';
import { describeFormat, type ExportFile, exportFlow, type ExportFormat, exportFormats } from '../../export/index.ts';
import { useWorkbench, useWorkbenchState } from '../../workbench/index.ts';
import { messages } from '../messages.ts';
import { CopyButton } from './CopyButton.tsx';
import { Frame } from './Frame.tsx';

const words = messages.dialogs.export;
const mostShown = 60_000;

/** Every way the flow leaves the building, shown before it goes. */
export function ExportDialog() {
  const [format, setFormat] = useState<ExportFormat>('yaml');
  const source = useWorkbenchState((state) => state.document.source);
  const exported = useMemo(() => exportFlow(format, source), [format, source]);
  return (
    <Frame title={words.title} about={words.about} large>
      <div className="export-columns">
        <RadioGroup.Root
          className="stack"
          aria-label={words.formats}
          value={format}
          onValueChange={(next) => setFormat(exportFormats.find((known) => known === next) ?? 'yaml')}
        >
          {exportFormats.map((id) => (
            <RadioGroup.Item key={id} value={id} className="choice" aria-label={describeFormat(id).title}>
              {describeFormat(id).title}
            </RadioGroup.Item>
          ))}
        </RadioGroup.Root>
        <div className="stack">
          <p className="muted">{describeFormat(format).about}</p>
          {exported.ok ? (
            <Files key={format} files={exported.value} />
          ) : (
            <p className="alert" role="alert">
              {exported.error.message}
            </p>
          )}
        </div>
      </div>
    </Frame>
  );
}

function Files({ files }: { readonly files: readonly ExportFile[] }) {
  const workbench = useWorkbench();
  const [chosen, setChosen] = useState(0);
  const file = files[chosen] ?? files[0];
  if (!file) return null;
  const cut = file.content.length > mostShown;
  return (
    <>
      {files.length > 1 && (
        <select
          className="select"
          aria-label={words.files}
          value={chosen}
          onChange={(event) => setChosen(Number(event.target.value))}
        >
          {files.map(({ name }, i) => (
            <option key={name} value={i}>
              {name}
            </option>
          ))}
        </select>
      )}
      {file.notes?.map((note) => (
        <p key={note} className="alert warning">
          {note}
        </p>
      ))}
      <pre className="preview" tabIndex={0} aria-label={words.preview}>
        {file.content.slice(0, mostShown)}
      </pre>
      {cut && <p className="muted">{words.long(mostShown, file.content.length)}</p>}
      <div className="row">
        <button type="button" className="button primary" onClick={() => workbench.download(file)}>
          <Download size={15} aria-hidden />
          {words.download}
        </button>
        {files.length > 1 && (
          <button type="button" className="button" onClick={() => files.forEach((each) => workbench.download(each))}>
            {words.downloadAll(files.length)}
          </button>
        )}
        <CopyButton text={file.content} title={words.copy} done={words.copied} />
        <span className="muted cut">{file.name}</span>
      </div>
    </>
  );
}
