import { expect, test } from 'vitest';
import { rootScope, stateId } from '../../fdl/index.ts';
import { flow } from '../../testing/flow.ts';
import { outputTemplates } from './templates.ts';

test('the first template has what the state reads of the report', () => {
  const asking = flow`
    - Name: Ask
      Type: Task
      Action: FC:InvokeFunction
      OutputConstructor: { ok.$: $Output.approved, by.$: $Output.who.name, at.$: $Output.who.at }
      End: true
  `;
  expect(outputTemplates(asking, stateId(rootScope, 'Ask')).map((text) => JSON.parse(text))).toEqual([
    { approved: '', who: { name: '', at: '' } },
    { approved: true },
    { approved: false },
    {},
  ]);
  expect(outputTemplates(asking, stateId(rootScope, 'gone'))).toContain('{}');
});
