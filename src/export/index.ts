export type { ExportFile, ExportOptions } from './export-file.ts';
export { describeFormat, exportFlow } from './export-flow.ts';
export { type ExportFormat, exportFormats, fileFormats, pictureFormats } from './formats.ts';
export { escapeXml } from './xml.ts';
