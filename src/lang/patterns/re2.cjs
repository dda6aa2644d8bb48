// CommonJS, so that the bundle holds the library as a function that runs at the first call: its tables take 20 ms to build,
// and few builds have aspects with regular expressions.
exports.loadRe2 = () => require('re2js');
