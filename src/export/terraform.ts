import { failure, ok, type Result } from '../base/index.ts';
import { definitionFile, type Deployment } from './deployment.ts';
import type { ExportFile, ExportRefusal } from './export-file.ts';
import { messages } from './messages.ts';

/** `alicloud_fnf_flow` beside the definition file (cloud-apis, C.1). `file()` needs no escaping, a heredoc would. */
export function terraformFiles(deployment: Deployment): Result<readonly ExportFile[], ExportRefusal> {
  // Names of flows are names of resources too: letters, digits, `_` and `-`, not beginning with a digit.
  if (deployment.mode === 'Express') return failure({ message: messages.expressInTerraform });
  const { name, description, region, roleArn } = deployment;
  const content = `# ${messages.deployHeader(name)}
terraform {
  required_providers {
    alicloud = {
      source  = "aliyun/alicloud"
      version = ">= 1.105.0"
    }
  }
}

provider "alicloud" {
  region = var.region
}

variable "region" {
  type    = string
  default = ${quote(region)}
}

variable "role_arn" {
  type        = string
  description = ${quote(messages.terraformRole)}${roleArn === undefined ? '' : `\n  default     = ${quote(roleArn)}`}
}

resource "alicloud_fnf_flow" ${quote(name)} {
  name        = ${quote(name)}
  description = ${quote(description)}
  type        = "FDL"
  role_arn    = var.role_arn
  definition  = file("\${path.module}/flow.yaml")
}

output "flow_id" {
  value = alicloud_fnf_flow.${name}.flow_id
}
`;
  return ok([{ name: 'main.tf', mediaType: 'text/plain', content }, definitionFile(deployment)]);
}

const named: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A quoted string of the configuration language: `${` and `%{` begin templates there and are doubled. */
function quote(text: string): string {
  const escaped = text
    .replace(/[\\"\n\r\t]/g, (character) => named[character] ?? character)
    .replace(/[\u0000-\u001f\u007f]/g, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/([$%])\{/g, '$1$1{');
  return `"${escaped}"`;
}
