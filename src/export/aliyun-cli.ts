import { definitionFile, type Deployment } from './deployment.ts';
import type { ExportFile } from './export-file.ts';
import { messages } from './messages.ts';

/** A POSIX shell script over the aliyun command line (cloud-apis, C.4): creates the flow, or updates it when it is there. */
export function aliyunCliFiles(deployment: Deployment): readonly ExportFile[] {
  const { name, description, mode, region, roleArn } = deployment;
  const content = `#!/bin/sh
# ${messages.deployHeader(name)}
# ${messages.cliUsage}
set -eu
cd "$(dirname "$0")"

REGION=\${REGION:-${quote(region)}}
${roleArn === undefined ? `: "\${ROLE_ARN:?${messages.cliRoleMissing}}"` : `ROLE_ARN=\${ROLE_ARN:-${quote(roleArn)}}`}
NAME=${quote(name)}
DESCRIPTION=${quote(description)}
DEFINITION="$(cat flow.yaml)"

if aliyun fnf DescribeFlow --region "$REGION" --Name "$NAME" >/dev/null 2>&1; then
  # ${messages.expressOnce}
  aliyun fnf UpdateFlow --region "$REGION" --Name "$NAME" --Type FDL --Description "$DESCRIPTION" \\
    --RoleArn "$ROLE_ARN" --Definition "$DEFINITION"
else
  aliyun fnf CreateFlow --region "$REGION" --Name "$NAME" --Type FDL --Description "$DESCRIPTION" \\
    --RoleArn "$ROLE_ARN" --ExecutionMode ${mode} --Definition "$DEFINITION"
fi
`;
  return [{ name: 'deploy.sh', mediaType: 'text/x-shellscript', content }, definitionFile(deployment)];
}

/** One word of the shell, whatever is in it. */
const quote = (text: string): string => `'${text.replaceAll('\u0000', '').replaceAll("'", "'\\''")}'`;
