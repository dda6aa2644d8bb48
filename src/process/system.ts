import { darwin, linux } from './posix.ts';
import type { ProcessSystem } from './process-system.ts';
import { windows } from './windows.ts';

/** The one place that chooses. Systems other than these are asked as Linux is. */
const systems: Readonly<Partial<Record<NodeJS.Platform, ProcessSystem>>> = { darwin, win32: windows };

/** The system of this machine. */
export const system: ProcessSystem = systems[process.platform] ?? linux;
