import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const examples = fileURLToPath(new URL('../../public/examples/', import.meta.url));
const fixtures = fileURLToPath(new URL('../../src/testing/flows/', import.meta.url));

export const example = (name: string): string => readFileSync(`${examples}${name}.yaml`, 'utf8');
export const fixture = (name: string): string => readFileSync(`${fixtures}${name}.yaml`, 'utf8');

const arn = 'acs:fc:cn-shanghai:1234567890:functions';

/** Two states and a comment on every line: what must survive any edit. */
export const commented = `# billing flow
Type: StateMachine   # the only type
Name: billing
SpecVersion: v1
StartAt: Charge      # first
States:
# takes the money
- Name: Charge
  Type: Task
  Action: FC:InvokeFunction
  Parameters:
    resourceArn: ${arn}/charge/LATEST   # version
    invocationType: Sync
    body:
      amount.$: $Input.amount   # cents
  Next: Notify   # then tell
- Name: Notify
  Type: Pass
  End: true   # over
- {Name: Archive, Type: Pass, End: true}   # nobody leads here yet
`;
