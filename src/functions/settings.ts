/** Where calls go when a definition leaves it open. Nothing real: the hosts built from it are answered by the mock. */
export interface CloudSettings {
  readonly region: string;
  readonly accountId: string;
  /** Milliseconds since 1970 at which the run began; request ids carry it. */
  readonly startTime: number;
}

export const defaultSettings: CloudSettings = { region: 'cn-hangzhou', accountId: '123456789012', startTime: 0 };
