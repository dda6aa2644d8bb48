import { n as pageModel, r as pageNameAt, t as mergePackages } from "./chunk-model2.mjs";

export { pageModel };