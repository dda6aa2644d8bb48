import { n as nameAt, r as pageModel, t as mergePackages } from "./chunk-model2.mjs";

export { pageModel };