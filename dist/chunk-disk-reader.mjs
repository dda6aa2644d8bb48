import { t as diskReader } from "./chunk-disk-reader2.mjs";

export { diskReader };