// Package redact hides the secrets in URLs.
package redact

import (
	"os"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// parts hide a parameter wherever they occur in its name, which is compared in small letters and digits only.
var parts = []string{
	"token", "secret", "passw", "passphrase", "pwd", "signature", "apikey", "accesskey", "privatekey", "keypairid", "credential",
	"authorization", "authkey", "session", "jwt", "bearer", "assertion", "cookie", "saml", "accessid",
	"xamz", "xgoog", "xoss", "xms", "xcos",
}

// words hide a parameter if they are a word of its name: sig in "sas-sig" and "sasSig", not in "design".
var words = []string{
	"auth", "code", "csrf", "cvc", "cvv", "hmac", "key", "mac", "nonce", "otp", "pass", "pin", "policy", "pw", "sas", "sid", "sig", "sign",
	"ssn", "ticket", "totp", "xsrf",
}

// own are the names that GOTS_SECRET_PARAMETERS adds, a comma list.
var own = ownNames(os.Getenv("GOTS_SECRET_PARAMETERS"))

func ownNames(list string) []string {
	var out []string
	for _, name := range strings.Split(list, ",") {
		if name = plain(name); name != "" {
			out = append(out, name)
		}
	}
	return out
}

// plain gives the letters and digits of a name, small.
func plain(name string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, name)
}

// IsSecret says whether a parameter of this name (percent escapes decoded) holds a secret.
func IsSecret(name string) bool {
	all := plain(name)
	if slices.Contains(words, all) || slices.Contains(own, all) {
		return true
	}
	return slices.ContainsFunc(parts, func(part string) bool { return strings.Contains(all, part) }) || hasWord(name)
}

// hasWord says whether one of words is a word of the name: between signs, or from a capital to the next.
func hasWord(name string) bool {
	last, start := ' ', 0
	for i := 0; i < len(name); {
		r, size := utf8.DecodeRuneInString(name[i:])
		capital := unicode.IsUpper(r) && unicode.IsLower(last)
		if capital || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			if slices.Contains(words, strings.ToLower(name[start:i])) {
				return true
			}
			start = i
			if !capital {
				start += size
			}
		}
		i += size
		last = r
	}
	return slices.Contains(words, strings.ToLower(name[start:]))
}

// keys of well-known services begin with these.
var keys = []string{
	"eyJ", "AKIA", "ASIA", "AIza", "ya29.", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "xoxa-", "xoxb-", "xoxp-", "xoxe-", "xapp-",
	"sk-", "sk_", "rk_", "pk_live_", "SG.", "npm_", "hf_", "dop_v1_", "shpat_", "hvs.", "AGE-SECRET-KEY-",
}

// looksSecret says whether a value is a secret by its looks: a JSON web token or a service's key, a URL with a user, user:password@host, a random text of capitals, small
// letters and digits. UUIDs, numbers and hexadecimal hashes are none of these.
func looksSecret(value string) bool {
	if len(value) > 16 && slices.ContainsFunc(keys, func(key string) bool { return strings.HasPrefix(value, key) }) {
		return true
	}
	if _, after, ok := strings.Cut(value, "://"); ok {
		authority, _, _ := strings.Cut(after, "/")
		if strings.Contains(authority, "@") {
			return true
		}
	} else if user, _, ok := strings.Cut(value, "@"); ok && strings.Contains(user, ":") {
		return true
	}
	return isRandom(value)
}

// randomLength is that of 128 bits in base64, less a little.
const randomLength = 20

func isRandom(value string) bool {
	var upper, lower, digits int
	for i := 0; i < len(value); i++ {
		switch c := value[i]; {
		case c >= 'A' && c <= 'Z':
			upper++
		case c >= 'a' && c <= 'z':
			lower++
		case c >= '0' && c <= '9':
			digits++
		case !strings.ContainsRune("-_+/=.:~", rune(c)):
			return false
		}
	}
	return upper+lower+digits >= randomLength && upper >= 3 && lower >= 3 && digits >= 2
}
