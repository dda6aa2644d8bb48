import { n as configuredAspects, r as newPlan, t as aspectsOfBuild } from "./chunk-make-plan.mjs";

export { newPlan };