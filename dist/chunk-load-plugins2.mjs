import { n as loadWithPlugins, t as importPlugin } from "./chunk-load-plugins.mjs";

export { importPlugin, loadWithPlugins };