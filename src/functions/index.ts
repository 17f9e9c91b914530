export { callKey, callOf } from './call.ts';
export { createCallbackClient } from './callbacks.ts';
export { createFunctionClient, type FunctionClient, type Transport } from './client.ts';
export { createDriver } from './driver/driver.ts';
export type {
  Breaks,
  Driver,
  DriverOptions,
  DriverGlance,
  DriverState,
  DriverStatus,
  DriverWorld,
  Exchange,
  Pace,
  PauseReason,
} from './driver/model.ts';
export { functionErrors } from './fc-errors.ts';
export { type CloudStandIn, createCloudStandIn } from './mock/cloud.ts';
export { createExecutionDirectory, type ListedExecution } from './mock/directory.ts';
export { inProcessTransport } from './mock/in-process.ts';
export { startMocking } from './mock/in-page.ts';
export { callbackSnippets } from './snippets.ts';
export { createWorld } from './world.ts';
