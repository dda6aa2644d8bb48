import { n as readOptions, r as runWeaveCommand, t as packageFolders } from "./chunk-weave2.mjs";

export { runWeaveCommand };