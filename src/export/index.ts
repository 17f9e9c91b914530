export type { ExportFile, ExportOptions, ExportRefusal } from './export-file.ts';
export {
  describeFormat,
  exportFlow,
  type ExportFormat,
  exportFormats,
  fileFormats,
  pictureFormats,
} from './export-flow.ts';
export { escapeXml } from './xml.ts';
