import { t as pageAssets } from "./chunk-assets2.mjs";

export { pageAssets };