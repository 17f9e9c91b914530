import type { Point } from '../base/index.ts';
import type { NodeId } from '../fdl/index.ts';
import type { ExecutionMode } from '../simulator/index.ts';

/** A file to save, download or print. Where several come together the first is the main one. */
export interface ExportFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: string;
  /** What a person must know before using it. */
  readonly notes?: readonly string[];
}

/** What the definition itself does not say. */
export interface ExportOptions {
  readonly mode?: ExecutionMode;
  /** The name it is deployed under; must equal the definition's `Name`. */
  readonly flowName?: string;
  readonly description?: string;
  readonly region?: string;
  readonly roleArn?: string;
  /** Where a person has placed nodes, for the picture. */
  readonly positions?: ReadonlyMap<NodeId, Point>;
}

/** Why there is no file. */
export interface ExportRefusal {
  readonly message: string;
}
