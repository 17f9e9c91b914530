export { type FunctionArn, parseArn } from './arn.ts';
export { callKey, callOf } from './call.ts';
export { type CallbackClient, createCallbackClient, type ReportRefusal } from './callbacks.ts';
export { createFunctionClient, fetchTransport, type FunctionClient, type Transport } from './client.ts';
export { createDriver } from './driver/driver.ts';
export type {
  Breakpoint,
  Breaks,
  Driver,
  DriverOptions,
  DriverPorts,
  DriverState,
  DriverStatus,
  DriverWorld,
  Exchange,
  Pace,
  PauseReason,
} from './driver/model.ts';
export { functionErrors } from './fc-errors.ts';
export { type CloudStandIn, createCloudStandIn } from './mock/cloud.ts';
export type { ExecutionRecord, Executions, StartRequest } from './mock/executions.ts';
export {
  createExecutionDirectory,
  type DeployedFlow,
  type ExecutionDirectory,
  type ListedExecution,
} from './mock/directory.ts';
export { inProcessTransport } from './mock/in-process.ts';
export { type MockingState, startMocking } from './mock/in-page.ts';
export { type CloudSettings, defaultSettings } from './settings.ts';
export { type CallbackSnippets, callbackSnippets } from './snippets.ts';
export type { Beyond, HttpAnswer, HttpCall } from './wire.ts';
export { createWorld, type FunctionsWorld, type WorldOptions } from './world.ts';
