import { t as require_dist } from "./chunk-dist2.mjs";

export default require_dist();

export {  };