/** What the language layer says to people, in English, gathered from its rooms. A second language is a second file. */
export { checkMessages } from './check/messages.ts';
export { about } from './language/messages.ts';
export { readMessages } from './syntax/messages.ts';
