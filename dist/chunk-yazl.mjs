import { t as require_yazl } from "./chunk-yazl2.mjs";

export default require_yazl();

export {  };