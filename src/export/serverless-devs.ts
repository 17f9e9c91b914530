import { stringify } from 'yaml';
import { definitionFile, type Deployment } from './deployment.ts';
import type { ExportFile } from './export-file.ts';
import { messages } from './messages.ts';

/** `s.yaml` beside the definition (cloud-apis, C.3): `definition` as text is a path there, never the definition itself. */
export function serverlessDevsFiles(deployment: Deployment): readonly ExportFile[] {
  const { name, description, mode, region, roleArn } = deployment;
  const props = {
    region,
    name,
    definition: './flow.yaml',
    description,
    type: 'FDL',
    ...(mode === 'Express' ? { executionMode: mode } : {}),
    roleArn: roleArn ?? "${env('ROLE_ARN')}",
  };
  const content = stringify(
    { edition: '3.0.0', name: `${name}-app`, access: 'default', resources: { [name]: { component: 'flow', props } } },
    // By the rules of the older YAML, which that tool's reader may follow: more texts are quoted.
    { lineWidth: 0, version: '1.1' },
  );
  const notes = mode === 'Express' ? [messages.expressOnce] : [];
  return [{ name: 's.yaml', mediaType: 'application/yaml', content, notes }, definitionFile(deployment)];
}
