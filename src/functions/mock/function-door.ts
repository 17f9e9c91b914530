import { decodePart, type HttpCall } from '../wire.ts';

/** Which function an HTTP call knocks at, read from its path; `open` is false where the API has no such path. */
export interface FunctionDoor {
  readonly open: boolean;
  readonly generation: '3.0' | '2.0';
  readonly path: string;
  readonly function: string;
  readonly service: string | undefined;
  readonly qualifier: string | undefined;
}

/** Hosts of Function Compute in all their spellings (cloud-apis A.2); a person's own port does not matter. */
export const functionHost = /^(?:(?:fcv3|fc)\.[a-z0-9-]+|(?:[a-z0-9-]+\.)?[a-z0-9-]+\.fc)\.aliyuncs\.com(?::\d+)?$/i;

const v3 = /^\/2023-03-30\/functions\/([^/]+)\/invocations$/;
const v2 = /^\/(?:2021-04-06|2016-08-15)\/services\/([^/]+)\/functions\/([^/]+)\/invocations$/;

export function readFunctionDoor(call: Pick<HttpCall, 'method' | 'url'>): FunctionDoor {
  const { pathname: path, searchParams } = new URL(call.url);
  const qualifier = searchParams.get('qualifier') ?? undefined;
  const newer = v3.exec(path);
  if (newer) {
    const name = decodePart(newer[1] ?? '');
    return { open: isPost(call), generation: '3.0', path, function: name, service: undefined, qualifier };
  }
  const older = v2.exec(path);
  // The oldest path writes the qualifier behind the service.
  const [service = '', version] = decodePart(older?.[1] ?? '').split('.', 2);
  return {
    open: older !== null && isPost(call),
    generation: older !== null || /^\/(2021-04-06|2016-08-15)\//.test(path) ? '2.0' : '3.0',
    path,
    function: decodePart(older?.[2] ?? ''),
    service: older ? service : undefined,
    qualifier: qualifier ?? version,
  };
}

const isPost = (call: Pick<HttpCall, 'method'>): boolean => call.method.toUpperCase() === 'POST';
