import type { ProcessSystem } from './process-system.ts';

/**
 * Windows tells nothing yet: gots does not build on Windows hosts. What is needed is the creation time and the parent of a process
 * (`GetProcessTimes`, `NtQueryInformationProcess`), which Node does not give.
 */
export const windows: ProcessSystem = {
  startOf: () => undefined,
  parentOf: () => undefined,
  busyMsOf: () => undefined,
  argumentsOf: () => [],
  commandLineOf: () => '',
  namespace: () => '0',
  hasGroups: false,
};
