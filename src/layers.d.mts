export interface LayerRule {
  readonly layers: readonly string[];
  readonly packages: readonly string[];
  readonly node?: boolean;
}
export declare const layers: Readonly<Record<string, LayerRule>>;
export declare const pureLayers: readonly string[];
export declare const packageRooms: Readonly<Record<string, readonly string[]>>;
