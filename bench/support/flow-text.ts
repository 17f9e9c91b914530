import { parse } from 'yaml';

/**
 * Generated definitions: three Task to one Choice to one Pass, with the comments and blank lines people write. The same
 * size always gives the same text.
 */
const head = (count: number, mark: string): string => `# ${mark}, generated
Type: StateMachine
Name: flow${count}
SpecVersion: v1
StartAt: ${mark} 0   # the first one
States:
`;

const resource = 'acs:fc:cn-shanghai:1234567890:functions';

function task(pad: string, name: string, next: string, i: number): string {
  return `${pad}# step ${i}
${pad}- Name: ${name}
${pad}  Type: Task
${pad}  Action: FC:InvokeFunction
${pad}  Parameters:
${pad}    invocationType: Sync
${pad}    resourceArn: ${resource}/worker-${i % 17}
${pad}    body:
${pad}      item.$: $Input.item${i % 7}   # from the step before
${pad}  OutputConstructor:
${pad}    item.$: $Output.Body
${pad}  ${next}
`;
}
const choice = (pad: string, name: string, to: string, other: string, i: number): string => `${pad}- Name: ${name}
${pad}  Type: Choice
${pad}  Branches:
${pad}  - Condition: $Input.item > ${i % 100}
${pad}    Next: ${to}
${pad}  Default: ${other}
`;
const pass = (pad: string, name: string, next: string): string =>
  `${pad}- Name: ${name}\n${pad}  Type: Pass\n${pad}  ${next}\n`;

/** One list of states, each leading to the next; every fifth is a Choice that may skip one. */
function list(count: number, mark: string, pad: string): string {
  const name = (i: number): string => `${mark} ${i}`;
  const next = (i: number): string => (i + 1 < count ? `Next: ${name(i + 1)}` : 'End: true');
  return Array.from({ length: count }, (_, i) => {
    if (i % 5 === 3 && i + 2 < count) return choice(pad, name(i), name(i + 2), name(i + 1), i);
    return i % 5 === 4 ? pass(pad, name(i), next(i)) : task(pad, name(i), next(i), i);
  }).join('\n');
}

/** `mark` begins every name, so that two flows can be told apart on the screen. */
export const flatFlow = (count: number, mark = 'step'): string => head(count, mark) + list(count, mark, '');

/** The same flow in JSON, as programs print it. */
export const jsonFlow = (count: number, mark = 'step'): string =>
  `${JSON.stringify(parse(flatFlow(count, mark)), null, 2)}\n`;

/** About `count` states, most of them inside of Parallels with two branches and Maps, one level below the top. */
export function nestedFlow(count: number, mark = 'step'): string {
  const groups = Math.round(count / 10);
  const name = (i: number): string => `${mark} ${i}`;
  const states = Array.from({ length: groups }, (_, i) => {
    const next = i + 1 < groups ? `Next: ${name(i + 1)}` : 'End: true';
    if (i % 4 === 1) return container(name(i), 'Map', next, [list(9, `${mark} ${i} m`, '      ')]);
    if (i % 4 === 2) {
      const branches = [0, 1].map((b) => list(5, `${mark} ${i} b${b}`, '    '));
      return container(name(i), 'Parallel', next, branches);
    }
    return (
      Array.from({ length: 9 }, (_, k) =>
        pass('', `${name(i)}${k === 0 ? '' : ` p${k}`}`, `Next: ${name(i)} p${k + 1}`),
      ).join('\n') + pass('', `${name(i)} p9`, next)
    );
  });
  return head(count, mark) + states.join('\n');
}

function container(name: string, type: 'Map' | 'Parallel', next: string, scopes: readonly string[]): string {
  const start = (text: string): string => /Name: (.*)/.exec(text)?.[1] ?? '';
  const inner =
    type === 'Map'
      ? `  ItemsPath: $Input.items\n  Processor:\n    StartAt: ${start(scopes[0] ?? '')}\n    States:\n${scopes[0] ?? ''}`
      : `  Branches:\n${scopes.map((text) => `  - StartAt: ${start(text)}\n    States:\n${text}`).join('')}`;
  return `- Name: ${name}\n  Type: ${type}\n${inner}  ${next}\n`;
}

/** Every state leads to nowhere and has an attribute nobody knows: two problems each, and more at the top. */
export function faultyFlow(problems: number): string {
  const count = Math.ceil(problems / 2);
  const states = Array.from(
    { length: count },
    (_, i) => `- Name: bad ${i}\n  Type: Pass\n  Colour: red\n  Next: nowhere ${i}\n`,
  );
  return head(count, 'bad') + states.join('');
}

/** Names that stand for names that stand for names, ten each time. */
export function aliasBomb(): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let i = 1; i < 12; i += 1) lines.push(`a${i}: &a${i} [${`*a${i - 1}, `.repeat(9)}*a${i - 1}]`);
  return `${lines.join('\n')}\n${head(1, 'bomb')}- Name: bomb 0\n  Type: Pass\n  OutputConstructor: *a11\n  End: true\n`;
}

/** A Parallel in a Parallel in a Parallel, that deep. */
export function deepFlow(depth: number): string {
  let text = head(1, 'deep');
  for (let i = 0; i < depth; i += 1) {
    const pad = '    '.repeat(i);
    text += `${pad}- Name: deep ${i}\n${pad}  Type: Parallel\n${pad}  End: true\n${pad}  Branches:\n`;
    text += `${pad}  - StartAt: deep ${i + 1}\n${pad}    States:\n`;
  }
  const pad = '    '.repeat(depth);
  return `${text}${pad}- Name: deep ${depth}\n${pad}  Type: Pass\n${pad}  End: true\n`;
}
