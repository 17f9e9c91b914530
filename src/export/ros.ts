import { Document, isScalar, type Scalar, visit } from 'yaml';
import type { Deployment } from './deployment.ts';
import type { ExportFile } from './export-file.ts';
import { messages } from './messages.ts';

/** A ROS template with `ALIYUN::FNF::Flow`, the definition inside as text (cloud-apis, C.2). */
export function rosFiles({ name, description, mode, roleArn, definition }: Deployment): readonly ExportFile[] {
  const document = new Document(
    {
      ROSTemplateFormatVersion: '2015-09-01',
      Description: messages.deployHeader(name),
      Parameters: {
        RoleArn: {
          Type: 'String',
          Description: messages.rosRole,
          ...(roleArn === undefined ? {} : { Default: roleArn }),
        },
      },
      Resources: {
        Flow: {
          Type: 'ALIYUN::FNF::Flow',
          Properties: {
            Name: name,
            Description: description,
            ExecutionMode: mode,
            RoleArn: { Ref: 'RoleArn' },
            Definition: definition,
          },
        },
      },
      Outputs: {
        FlowId: { Value: { 'Fn::GetAtt': ['Flow', 'Id'] } },
        FlowName: { Value: { 'Fn::GetAtt': ['Flow', 'Name'] } },
      },
    },
    // Readers of the older YAML would take some plain texts for dates or booleans; its rules quote those.
    { aliasDuplicateObjects: false, version: '1.1' },
  );
  writeAsBlock(document, definition);
  const notes = mode === 'Express' ? [messages.expressOnce] : [];
  const content = escapeControls(document);
  return [{ name: 'template.yml', mediaType: 'application/yaml', content, notes }];
}

/** Control characters are no YAML unless they are escaped; the library writes some of them as they are. */
function escapeControls(document: Document): string {
  visit(document, (_, node) => {
    if (isScalar(node) && typeof node.value === 'string' && /[\u007f-\u009f\ufeff]/.test(node.value)) {
      node.type = 'QUOTE_DOUBLE';
    }
  });
  return document
    .toString({ lineWidth: 0 })
    .replace(/[\u007f-\u009f\ufeff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A literal block shows the definition as it is. Text that a block cannot hold exactly (CR, tabs first) is quoted. */
function writeAsBlock(document: Document, definition: string): void {
  const node = document.getIn(['Resources', 'Flow', 'Properties', 'Definition'], true) as Scalar;
  const exact = !/[\r\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff\u2028\u2029]/.test(definition);
  node.type = exact ? 'BLOCK_LITERAL' : 'QUOTE_DOUBLE';
}
