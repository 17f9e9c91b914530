/** All there is for lists in brackets; loaded by `lazy-brackets.ts`. */
export { anyBracketList, bracketLists, topBracketList } from './bracket-lists.ts';
export { followBrackets } from './follow-brackets.ts';
export { guessBraces, readBraces, readBracesQuickly } from './read-braces.ts';
export { explainBraces, slipBetween } from './bracket-slips.ts';
