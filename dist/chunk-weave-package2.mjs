import { t as weavePackage } from "./chunk-weave-package.mjs";

export { weavePackage };