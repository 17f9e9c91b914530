import type { TaskMode } from '../model.ts';
import { about } from './messages.ts';

export interface ActionParameter {
  readonly key: keyof typeof about.parameters;
  readonly required: boolean;
  readonly options?: readonly string[];
  readonly about: string;
}
export interface ActionSpec {
  readonly action: keyof typeof about.actions;
  readonly about: string;
  readonly parameters: readonly ActionParameter[];
}

type Parameter = ActionParameter['key'];
const options: { readonly [K in Parameter]?: readonly string[] } = {
  invocationType: ['Sync', 'Async'],
  method: ['GET', 'POST', 'PATCH', 'PUT', 'DELETE', 'HEAD'],
};

function action(name: ActionSpec['action'], needed: readonly Parameter[], others: readonly Parameter[]): ActionSpec {
  const parameter = (key: Parameter, required: boolean): ActionParameter => {
    const own = { key, required, about: about.parameters[key] };
    const known = options[key];
    return known ? { ...own, options: known } : own;
  };
  const parameters = [...needed.map((key) => parameter(key, true)), ...others.map((key) => parameter(key, false))];
  return { action: name, about: about.actions[name], parameters };
}

/** Integrations with documented parameters (reference sections 9.2 to 9.5). Any other Service:Operation is allowed. */
export const knownActions: readonly ActionSpec[] = [
  action('FC:InvokeFunction', ['resourceArn', 'invocationType'], ['body']),
  action('HTTP:Request', ['url', 'method'], ['body', 'headers']),
  action('FNF:StartExecution', ['resourceArn'], ['executionName', 'input']),
  action(
    'MNS:SendMessage',
    ['resourceArn', 'message'],
    ['priority', 'delaySeconds', 'messageTag', 'messageAttributes'],
  ),
  action('EventBridge:PutEvents', ['id', 'source', 'type'], ['eventBusName', 'subject', 'data']),
  action('SMS:SendSms', ['phoneNumbers', 'signName', 'templateCode'], ['templateParam']),
  action('OSS:GetObject', ['bucket', 'key'], ['region', 'versionId', 'range', 'ifMatch', 'ifNoneMatch']),
  action(
    'DashScope:QwenTextGeneration',
    ['model', 'messages'],
    ['api_key', 'enable_search', 'max_tokens', 'top_p', 'temperature'],
  ),
];

/** Which modes a service has (reference section 9.1). Operations without a table of their own have only the first. */
const modes = new Map<string, readonly TaskMode[]>([
  ['FC', ['RequestComplete', 'WaitForSystemCallback', 'WaitForCustomCallback']],
  ['FNF', ['RequestComplete', 'WaitForSystemCallback', 'WaitForCustomCallback']],
  ['EventBridge', ['RequestComplete', 'WaitForCustomCallback']],
  ['MNS', ['RequestComplete', 'WaitForCustomCallback']],
  ['SMQ', ['RequestComplete', 'WaitForCustomCallback']],
  ['HTTP', ['RequestComplete', 'WaitForCustomCallback']],
  ['SMS', ['RequestComplete', 'WaitForCustomCallback']],
]);

/** The service of an action. That of child flows is known in any case, since documents and imports differ. */
export function serviceIn(action: string): string {
  const service = action.slice(0, action.indexOf(':'));
  return service.toUpperCase() === 'FNF' ? 'FNF' : service;
}

export const modesOf = (service: string): readonly TaskMode[] => modes.get(service) ?? ['RequestComplete'];

/** Services with an integration of their own (ruling R36). */
export const knownServices: readonly string[] = [
  'FC',
  'FNF',
  'HTTP',
  'MNS',
  'EventBridge',
  'SMS',
  'OSS',
  'DashScope',
  'Extensions',
];
