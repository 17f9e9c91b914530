/** Every way out of the building: the definition itself, its picture, and files for the common deployers. */
export const exportFormats = [
  'yaml',
  'json',
  'mermaid',
  'svg',
  'graph',
  'terraform',
  'ros',
  'serverless-devs',
  'aliyun-cli',
  'ram-policy',
] as const;
export type ExportFormat = (typeof exportFormats)[number];
export const pictureFormats = ['mermaid', 'svg', 'graph'] as const satisfies readonly ExportFormat[];
export const fileFormats = [
  'yaml',
  'json',
  'terraform',
  'ros',
  'serverless-devs',
  'aliyun-cli',
  'ram-policy',
] as const satisfies readonly ExportFormat[];
