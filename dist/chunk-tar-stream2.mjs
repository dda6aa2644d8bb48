import { t as require_tar_stream } from "./chunk-tar-stream.mjs";

export default require_tar_stream();

export {  };