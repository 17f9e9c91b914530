import { failure, ok, type Result } from '../base/index.ts';
import { checkFlow, diagnosticRecord, type Source } from '../fdl/index.ts';
import type { ExecutionMode } from '../simulator/index.ts';
import type { ExportFile, ExportOptions, ExportRefusal } from './export-file.ts';
import { messages } from './messages.ts';

/** What every deployment format needs to know about a flow. */
export interface Deployment {
  readonly name: string;
  readonly description: string;
  readonly mode: ExecutionMode;
  readonly region: string;
  readonly roleArn: string | undefined;
  readonly definition: string;
}

/** The naming rule of flows (reference 12.1). */
const flowName = /^[A-Za-z_][A-Za-z0-9_-]{0,127}$/;

/** A flow the service would accept, or the reason why it would not. */
export function deploymentOf(source: Source, options: ExportOptions): Result<Deployment, ExportRefusal> {
  const mode = options.mode ?? 'Standard';
  const name = source.flow.name?.value ?? '';
  const errors = checkFlow(source, { mode }).filter((diagnostic) => diagnostic.severity === 'error');
  const [first] = errors;
  if (!flowName.test(name)) return failure({ message: messages.nameMissing });
  if (options.flowName !== undefined && options.flowName !== name) {
    return failure({ message: messages.nameDiffers(options.flowName, name) });
  }
  if (first) {
    const { line, column, message } = diagnosticRecord(source, first);
    return failure({ message: messages.hasErrors(errors.length, `${first.code} (${line}:${column}) ${message}`) });
  }
  return ok({
    name,
    description: descriptionOf(source, options, name),
    mode,
    region: options.region ?? 'cn-hangzhou',
    roleArn: options.roleArn,
    // A byte order mark is no part of the definition; the service would read it as a character of the first key.
    definition: source.text.replace(/^\uFEFF/, ''),
  });
}

/** The service and Terraform want a description that is not empty (cloud-apis, B.3 and C.1). */
function descriptionOf(source: Source, options: ExportOptions, name: string): string {
  const written = options.description ?? source.flow.description?.value ?? '';
  return written.trim() === '' ? messages.defaultDescription(name) : written;
}

/** The definition as its own file: formats that point at a file never have to escape it. */
export const definitionFile = (deployment: Deployment): ExportFile => ({
  name: 'flow.yaml',
  mediaType: 'application/yaml',
  content: deployment.definition,
});
