import type { Plugin } from 'vite';
/** Keeps cards of the drawing library from failing, at a cost, when their nodes go. */
export declare function quietLibrary(): Plugin;
