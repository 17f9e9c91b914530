import { failure, ok, type Result } from '../base/index.ts';
import type { Source } from '../fdl/index.ts';
import { graphJson, projectGraph } from '../graph/index.ts';
import { aliyunCliFiles } from './aliyun-cli.ts';
import { type Deployment, deploymentOf } from './deployment.ts';
import type { ExportFile, ExportOptions, ExportRefusal } from './export-file.ts';
import { yamlToJson } from './fdl-json.ts';
import type { ExportFormat } from './formats.ts';
import { mermaidText } from './mermaid.ts';
import { messages } from './messages.ts';
import { ramPolicyFiles } from './ram-policy.ts';
import { rosFiles } from './ros.ts';
import { serverlessDevsFiles } from './serverless-devs.ts';
import { svgPicture } from './svg.ts';
import { terraformFiles } from './terraform.ts';

/** What a format is called and for what it is good. */
export const describeFormat = (format: ExportFormat): { readonly title: string; readonly about: string } => ({
  title: messages.titles[format],
  about: messages.about[format],
});

type Exported = Result<readonly ExportFile[], ExportRefusal>;

/** The files of one format, the main one first, or the reason why there are none. */
export function exportFlow(format: ExportFormat, source: Source, options: ExportOptions = {}): Exported {
  switch (format) {
    case 'yaml':
      return ok([{ name: `${baseName(source)}.fdl.yaml`, mediaType: 'application/yaml', content: source.text }]);
    case 'json':
      return single(yamlToJson(source.text), `${baseName(source)}.fdl.json`, 'application/json');
    case 'mermaid':
      return drawn(source, () => ok(mermaidText(source.flow)), `${baseName(source)}.mmd`, 'text/vnd.mermaid');
    case 'svg':
      return drawn(source, () => ok(svgPicture(source, options.positions)), `${baseName(source)}.svg`, 'image/svg+xml');
    case 'graph': {
      const text = `${JSON.stringify(graphJson(projectGraph(source.flow, [])), undefined, 2)}\n`;
      return ok([{ name: `${baseName(source)}.graph.json`, mediaType: 'application/json', content: text }]);
    }
    case 'terraform':
      return deployed(source, options, terraformFiles);
    case 'ros':
      return deployed(source, options, (deployment) => ok(rosFiles(deployment)));
    case 'serverless-devs':
      return deployed(source, options, (deployment) => ok(serverlessDevsFiles(deployment)));
    case 'aliyun-cli':
      return deployed(source, options, (deployment) => ok(aliyunCliFiles(deployment)));
    case 'ram-policy':
      return deployed(source, options, () => ok(ramPolicyFiles(source)));
  }
}

function deployed(source: Source, options: ExportOptions, write: (deployment: Deployment) => Exported): Exported {
  const deployment = deploymentOf(source, options);
  return deployment.ok ? write(deployment.value) : deployment;
}

function drawn(source: Source, draw: () => Result<string, ExportRefusal>, name: string, mediaType: string): Exported {
  if (source.flow.states.length === 0) return failure({ message: messages.nothingToDraw });
  return single(draw(), name, mediaType);
}

function single(text: Result<string, ExportRefusal>, name: string, mediaType: string): Exported {
  return text.ok ? ok([{ name, mediaType, content: text.value }]) : text;
}

/** The flow's name as a file name. */
function baseName(source: Source): string {
  const name = (source.flow.name?.value ?? '').replace(/[^\p{L}\p{N}_.-]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '');
  return name === '' ? 'flow' : name.slice(0, 100);
}
