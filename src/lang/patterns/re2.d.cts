/** The library of RE2's regular expressions; loaded at the first call. */
export declare function loadRe2(): typeof import('re2js');
