import { n as untilStopped, t as runViewCommand } from "./chunk-view.mjs";

export { runViewCommand };