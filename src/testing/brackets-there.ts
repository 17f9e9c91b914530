/** Tests read as the page does once it has everything. */
import { bracketsReady } from '../fdl/syntax/lazy-brackets.ts';

await bracketsReady();
