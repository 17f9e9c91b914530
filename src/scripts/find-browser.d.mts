/** The path of a Chromium or Chrome on this machine, or undefined. */
export declare function findBrowser(): string | undefined;
