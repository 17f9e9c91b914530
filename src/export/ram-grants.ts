import { type JsonObject, ownValue } from '../base/index.ts';

/** What one Task needs. `note` names the sentence a person should read about it. */
export interface Grant {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly note: 'computedResource' | 'unreadableResource' | 'noPermission' | 'unknownService' | undefined;
}

/** The actions and resources behind `<Service>:<Operation>` (cloud-apis, C.6). */
export function grantFor(action: string, mode: string | undefined, parameters: JsonObject, computed: boolean): Grant {
  const at = action.indexOf(':');
  const service = (at < 0 ? action : action.slice(0, at)).toLowerCase();
  const operation = at < 0 ? '' : action.slice(at + 1);
  const arn = textOf(parameters, 'resourceArn');
  const resources = resourcesOf(service, arn, parameters);
  const note = isAddressed(service) ? noteOn(arn, computed) : undefined;
  switch (service) {
    case 'fc':
      return { actions: ['fc:InvokeFunction'], resources, note };
    case 'fnf':
      return { actions: childFlowActions(mode), resources, note };
    case 'mns':
      return { actions: [arn?.includes('/topics/') ? 'mns:PublishMessage' : 'mns:SendMessage'], resources, note };
    case 'eventbridge':
      return { actions: ['eventbridge:PutEvents'], resources, note };
    case 'oss':
      return { actions: [`oss:${operation}`], resources, note };
    case 'sms':
      return { actions: [`dysms:${operation}`], resources, note };
    case 'http':
    case 'dashscope':
    case 'extensions':
      return { actions: [], resources: [], note: 'noPermission' };
    default:
      return { actions: operation === '' ? [] : [`${service}:${operation}`], resources, note: 'unknownService' };
  }
}

/** A permission for everything is never given without a word. */
function noteOn(arn: string | undefined, computed: boolean): Grant['note'] {
  if (computed) return 'computedResource';
  return arn === undefined || filledArn(arn) === undefined ? 'unreadableResource' : undefined;
}

const isAddressed = (service: string): boolean => service === 'fc' || service === 'fnf' || service === 'mns';

/** Waiting for a child flow's end means asking about it, and stopping it when the parent is stopped. */
function childFlowActions(mode: string | undefined): readonly string[] {
  const waits = mode === 'WaitForSystemCallback';
  return waits ? ['fnf:StartExecution', 'fnf:DescribeExecution', 'fnf:StopExecution'] : ['fnf:StartExecution'];
}

function resourcesOf(service: string, arn: string | undefined, parameters: JsonObject): readonly string[] {
  if (service === 'eventbridge') {
    const bus = textOf(parameters, 'eventBusName');
    return [bus === undefined ? '*' : `acs:eventbridge:*:*:eventbus/${bus}`];
  }
  if (service === 'oss') {
    const bucket = textOf(parameters, 'bucket');
    return bucket === undefined ? ['*'] : [`acs:oss:*:*:${bucket}`, `acs:oss:*:*:${bucket}/*`];
  }
  if (!isAddressed(service) || arn === undefined) return ['*'];
  const filled = filledArn(arn);
  if (filled === undefined) return ['*'];
  return service === 'fc' ? [filled, ...qualifiersOf(filled)] : [filled];
}

/** Empty segments (`acs:fc:::…`) and placeholders become `*`: any region, any account. `undefined` when it is no ARN. */
function filledArn(arn: string): string | undefined {
  const parts = /^acs:([a-z]+):([^:]*):([^:]*):(.+)$/i.exec(arn.trim());
  if (!parts) return undefined;
  const [, service = '', region = '', account = '', rest = ''] = parts;
  return `acs:${service}:${orAny(region)}:${orAny(account)}:${rest.replace(/\$\{[^}]*\}|\{[^}]*\}/g, '*')}`;
}

const orAny = (segment: string): string => (segment === '' || /[${}]/.test(segment) ? '*' : segment);

/** A 3.0 function named without a qualifier is invoked under its versions and aliases too. */
function qualifiersOf(arn: string): readonly string[] {
  return /:functions\/[^/]+$/.test(arn) ? [`${arn}/*`] : [];
}

function textOf(parameters: JsonObject, key: string): string | undefined {
  const value = ownValue(parameters, key);
  return typeof value === 'string' ? value : undefined;
}
