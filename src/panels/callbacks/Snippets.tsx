import type { JsonObject, Result } from '../../base/index.ts';
import type { FlowError } from '../../fdl/index.ts';
import { callbackSnippets } from '../../functions/index.ts';
import type { TaskToken } from '../../simulator/index.ts';
import { CopyText } from '../common/CopyText.tsx';
import { messages } from '../run-messages.ts';

const words = messages.callbacks;
interface Props {
  readonly token: TaskToken;
  readonly outcome: Result<JsonObject, FlowError>;
  readonly failed: Result<JsonObject, FlowError>;
}

/** The same report as a command or code, for the program that will send it one day. */
export function Snippets({ token, outcome }: Props) {
  const snippets = callbackSnippets(token, outcome);
  const kinds = [
    { title: words.cli, text: snippets.aliyun },
    { title: words.curl, text: snippets.curl },
    { title: words.sdk, text: snippets.node },
  ];
  return (
    <span className="row">
      {kinds.map(({ title, text }) => (
        <CopyText key={title} text={text} title={`${words.copyAs} ${title}`} shown={title} />
      ))}
    </span>
  );
}
